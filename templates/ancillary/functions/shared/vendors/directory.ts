import type { Vendor } from '../offers/types.js';
import { secret } from '../secrets.js';
import { DialectAdapter } from './adapter.js';
import type { Dialect } from './dialect.js';
import { airalo } from './dialects/airalo.js';
import { brb } from './dialects/brb.js';
import { carbonclick } from './dialects/carbonclick.js';
import { collinson } from './dialects/collinson.js';
import { discovercars } from './dialects/discovercars.js';
import { dragonpass } from './dialects/dragonpass.js';
import { mozio } from './dialects/mozio.js';
import { tellisim } from './dialects/tellisim.js';
import type { VendorConnection } from './http.js';
import type { VendorAdapter, VendorDirectory } from './port.js';

/** How each vendor wants to be spoken to. */
export const DIALECTS: Record<Vendor, Dialect> = {
  airalo,
  tellisim,
  brb,
  mozio,
  'collinson-lounge': collinson,
  dragonpass,
  carbonclick,
  discovercars,
};

const adapters = new WeakMap<VendorConnection, VendorAdapter>();

/** Vendors by the connections in the secret that `VENDORS_SECRET` names. */
export const vendorDirectory: VendorDirectory = async (vendor) => {
  const id = process.env.VENDORS_SECRET;
  const connections = id ? await secret<Partial<Record<Vendor, VendorConnection>>>(id) : undefined;
  const connection = connections?.[vendor];
  if (!connection) return undefined;
  let adapter = adapters.get(connection);
  if (!adapter) {
    adapter = new DialectAdapter(vendor, DIALECTS[vendor], connection);
    adapters.set(connection, adapter);
  }
  return adapter;
};
