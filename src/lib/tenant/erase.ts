import { join } from 'node:path';
import type { ControlClient } from '../project/control-client.js';
import type { DataFunction } from './data-function.js';
import { type Found, scanFiles } from './scan.js';

/** Whose booking is erased. */
export interface EraseRequest {
  tenant: string;
  pnr: string;
  lastName?: string;
  force: boolean;
}

/** What was erased, and the proof. */
export interface Erasure {
  tenant: string;
  region: string;
  pnr: string;
  removed: Record<string, number>;
  anonymised: Record<string, number>;
  /** Keys of the booking that were destroyed: copies in backups cannot be read any more. */
  keys: number;
  /** Kept requests that spoke of the booking. */
  requests: number;
  compacted: boolean;
  /** What a look through everything found afterwards. */
  proof: {
    documents: { looked: number; remaining: number };
    files: { looked: number; bytes: number; found: Found[] };
    /** Documents of the tenant in regions other than its own: none, unless something is wrong. */
    otherRegions: Record<string, number>;
  };
  /** True when nothing was found. */
  proven: boolean;
}

interface Erased {
  region: string;
  removed: Record<string, number>;
  anonymised: Record<string, number>;
  keys: number;
  remaining: { documents: number; looked: number; otherRegions: Record<string, number> };
  /** By what a copy in a file would be known. */
  traces: string[];
  emails: string[];
}

/** Erases a booking from database, journal and kept requests, and looks for what is left, in the files too. */
export async function eraseBooking(
  { projectDir, data, control }: { projectDir: string; data: DataFunction; control: ControlClient },
  request: EraseRequest,
): Promise<Erasure> {
  const { tenant, pnr } = request;
  const { region, removed, anonymised, keys, remaining, traces, emails } = await data.run<Erased>(
    'erase',
    request,
  );
  const { requests, compacted } = await control.post<{ requests: number; compacted: boolean }>(
    '/privacy/forget',
    { tenant, region, mentions: [...traces, ...emails] },
  );
  const scanned = await scanFiles(join(projectDir, '.arcube'), traces, tenant);
  const proof = {
    documents: { looked: remaining.looked, remaining: remaining.documents },
    files: { looked: scanned.files, bytes: scanned.bytes, found: scanned.found },
    otherRegions: remaining.otherRegions,
  };
  const proven =
    remaining.documents === 0 &&
    scanned.found.length === 0 &&
    Object.keys(remaining.otherRegions).length === 0;
  return { tenant, region, pnr, removed, anonymised, keys, requests, compacted, proof, proven };
}
