import { zipSync } from 'fflate';

/** A regular file that everybody may read: Lambda runs functions as a user of its own. */
const MODE = (0o100644 << 16) >>> 0;
const UNIX = 3;

/**
 * A ZIP archive whose bytes depend on names and content alone: entries sorted, one date, one mode, and a compressor in
 * JavaScript, because zlib's output differs between versions of Node and between processors.
 */
export function zipFiles(files: Record<string, Uint8Array>): Uint8Array {
  // Noon of a day in 1980, where ZIP's calendar begins. ZIP keeps local time without a zone: made from local parts, the
  // date is written alike everywhere.
  const mtime = new Date(1980, 0, 2, 12, 0, 0);
  const entries = Object.keys(files)
    .sort()
    .map((name) => [name, [files[name] as Uint8Array, { mtime, os: UNIX, attrs: MODE }]]);
  return zipSync(Object.fromEntries(entries), { level: 6 });
}
