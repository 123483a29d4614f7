import { userError } from '../../../core/errors.js';
import type { BundledPackage } from './licences.js';

/** What Lambda takes: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const MOST_ZIPPED = 50 * 1024 * 1024;
const MOST_UNZIPPED = 250 * 1024 * 1024;

/** A function's archive, on disk. */
export interface FunctionPackage {
  /** Logical id of the function. */
  function: string;
  /** SHA-256 of the archive, hexadecimal. */
  sha256: string;
  /** Where it belongs in the bucket. */
  key: string;
  /** Absolute path of the archive. */
  file: string;
  /** Absolute path of the source map; none for archives that were given. */
  sourceMap?: string;
  zippedBytes: number;
  unzippedBytes: number;
  packages: BundledPackage[];
}

/** The key of an archive: its content alone, so that what did not change is not sent again. */
export function keyOf(sha256: string): string {
  return `functions/${sha256}.zip`;
}

/** Throws PACKAGE_TOO_LARGE. */
export function checkSize(
  name: string,
  { zippedBytes, unzippedBytes }: Pick<FunctionPackage, 'zippedBytes' | 'unzippedBytes'>,
): void {
  const refuse = (what: string, bytes: number, limit: number): void => {
    if (bytes > limit) throw userError('PACKAGE_TOO_LARGE', { name, what, bytes, limit });
  };
  refuse('zipped', zippedBytes, MOST_ZIPPED);
  refuse('unzipped', unzippedBytes, MOST_UNZIPPED);
}
