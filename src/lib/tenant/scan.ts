import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file in which a trace was found. */
export interface Found {
  /** Relative to the folder that was searched. */
  file: string;
  /** How many of the traces. */
  traces: number;
}

/**
 * Searches every file below a folder for texts, in whatever place of whatever format; of kept requests only those that
 * are not another tenant's, who may have the same booking reference.
 */
export async function scanFiles(
  folder: string,
  traces: readonly string[],
  tenant: string,
): Promise<{ files: number; bytes: number; found: Found[] }> {
  const wanted = traces.map((trace) => Buffer.from(trace));
  const found: Found[] = [];
  let [files, bytes] = [0, 0];
  for (const file of await filesBelow(folder)) {
    const isRequests = /(^|\/)requests-\d+\.jsonl$/.test(file);
    const result = await (isRequests ? scanRequests : scanFile)(join(folder, file), wanted, tenant);
    files++;
    bytes += result.bytes;
    if (result.met > 0) found.push({ file, traces: result.met });
  }
  return { files, bytes, found };
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error) =>
    unlessGone(error, []),
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

async function scanRequests(
  path: string,
  wanted: readonly Buffer[],
  tenant: string,
): Promise<{ bytes: number; met: number }> {
  const text = await readFile(path, 'utf8').catch((error) => unlessGone(error, ''));
  const own = text.split('\n').filter((line) => tenantOf(line) === undefined || tenantOf(line) === tenant);
  const met = wanted.filter((one) => own.some((line) => line.includes(one.toString())));
  return { bytes: Buffer.byteLength(text), met: met.length };
}

function tenantOf(line: string): unknown {
  try {
    return (JSON.parse(line) as { tenant?: unknown }).tenant;
  } catch {
    return undefined;
  }
}

/** Reads piece by piece; a piece begins with the end of the one before, so that nothing is cut in two. */
async function scanFile(path: string, wanted: readonly Buffer[]): Promise<{ bytes: number; met: number }> {
  const longest = Math.max(1, ...wanted.map(({ length }) => length));
  const met = new Set<Buffer>();
  let bytes = 0;
  let tail = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      const piece = Buffer.concat([tail, chunk as Buffer]);
      bytes += (chunk as Buffer).length;
      for (const one of wanted) if (piece.includes(one)) met.add(one);
      tail = piece.subarray(Math.max(0, piece.length - longest + 1));
    }
  } catch (error) {
    unlessGone(error, undefined);
  }
  return { bytes, met: met.size };
}

/** A file that was replaced or removed meanwhile holds nothing any more; one that cannot be read proves nothing. */
function unlessGone<T>(error: unknown, nothing: T): T {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return nothing;
  throw error;
}
