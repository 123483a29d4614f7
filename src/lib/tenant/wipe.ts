import { join } from 'node:path';
import { writeFileAtomically } from '../../core/atomic-file.js';
import type { ControlClient } from '../project/control-client.js';
import type { DataFunction } from './data-function.js';
import { type Holdings, holdingsOf } from './holdings.js';
import { type Report, reportOf } from './report.js';
import { type Found, scanFiles } from './scan.js';

/** What was wiped, and the proof. */
export interface Wipe {
  /** Removed documents by region and collection. */
  wiped: Holdings;
  /** Regions in which the tenant's data key was destroyed. */
  shredded: string[];
  /** Kept requests. */
  requests: number;
  proof: {
    /** What is left in the databases: nothing, unless something is wrong. */
    documents: Holdings;
    files: { looked: number; bytes: number; found: Found[] };
  };
  /** True when nothing was found. */
  proven: boolean;
}

interface WipeContext {
  projectDir: string;
  data: DataFunction;
  control: ControlClient;
}

/** Writes what each party is due for all of a tenant's orders, up to now, before the orders are gone. */
export async function writeLastReport(
  { data, control }: Pick<WipeContext, 'data' | 'control'>,
  tenant: string,
  file: string,
): Promise<Report> {
  const { epochMs } = await control.get<{ epochMs: number }>('/clock');
  const [from, to] = [new Date(0).toISOString(), new Date(epochMs + 1).toISOString()];
  const report = await reportOf(data, { tenant, from, to });
  await writeFileAtomically(file, `${JSON.stringify(report, null, 2)}\n`);
  return report;
}

/**
 * Wipes what a removed tenant had, in every region: documents, data keys, the journals' past, kept requests. Then looks
 * for what is left. Can be repeated after a crash.
 */
export async function wipeTenant(context: WipeContext, tenant: string): Promise<Wipe> {
  const { projectDir, data } = context;
  const regions = Object.keys(await holdingsOf(data, tenant));
  let requests = await forget(context, tenant, regions); // from now on the platform knows the tenant no more
  const { collections } = await data.run<{ collections: string[] }>('collections', {});
  const wiped: Holdings = {};
  const shredded: string[] = [];
  for (const region of regions) {
    const counts: Record<string, number> = {};
    for (const collection of collections) {
      const { removed } = await data.run<{ removed: number }>('wipe', { tenant, region, collection });
      if (removed > 0) counts[collection] = removed;
    }
    if (Object.keys(counts).length > 0) wiped[region] = counts;
    const key = await data.run<{ shredded: boolean }>('wipeKey', { tenant, region });
    if (key.shredded) shredded.push(region);
  }
  requests += await forget(context, tenant, regions);
  const documents = withoutEmpty(await holdingsOf(data, tenant));
  const { files, bytes, found } = await scanFiles(join(projectDir, '.arcube'), tracesOf(tenant), tenant);
  const proven = Object.keys(documents).length === 0 && found.length === 0;
  return { wiped, shredded, requests, proof: { documents, files: { looked: files, bytes, found } }, proven };
}

async function forget({ control }: WipeContext, tenant: string, regions: string[]): Promise<number> {
  let requests = 0;
  for (const region of regions)
    requests += (await control.post<{ requests: number }>('/privacy/forget', { tenant, region })).requests;
  return requests;
}

function withoutEmpty(holdings: Holdings): Holdings {
  return Object.fromEntries(Object.entries(holdings).filter(([, counts]) => Object.keys(counts).length > 0));
}

/** How a document of the tenant looks in a file: BSON's `tenant` field, ids that begin with it, a kept request. */
function tracesOf(tenant: string): string[] {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(tenant.length + 1);
  return [
    `\x02tenant\0${length.toString('latin1')}${tenant}\0`,
    `\0${tenant}/`,
    `\0${tenant}|`,
    `"tenant":"${tenant}"`,
  ];
}
