import { AwsError } from '../../protocol/faults.js';
import type { Input } from '../../protocol/input.js';

/** One of `patchOperations`; `path` is taken apart, `~1` standing for a slash within a part. */
export interface Patch {
  op: 'add' | 'remove' | 'replace';
  path: string[];
  value: string;
}

/** Reads `patchOperations`. Throws `BadRequestException`. */
export function readPatches(body: Input): Patch[] {
  return body.list('patchOperations').map((one) => {
    const op = one.text('op');
    if (op !== 'add' && op !== 'remove' && op !== 'replace')
      throw new AwsError(
        'BadRequestException',
        `Invalid patch operation specified. Must be one of: [add, remove, replace]`,
      );
    const path = one
      .text('path')
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    return { op, path, value: one.optionalText('value') ?? '' };
  });
}

/** The error for a path that cannot be patched. */
export function badPath({ op, path }: Patch): AwsError {
  return new AwsError(
    'BadRequestException',
    `Invalid patch path  '/${path.join('/')}' specified for op '${op}'.`,
  );
}

/** A value as number. Throws `BadRequestException`. */
export function numberOf({ value }: Patch): number {
  const number = Number(value);
  if (value !== '' && !Number.isNaN(number)) return number;
  throw new AwsError('BadRequestException', `Invalid value '${value}' specified: a number is expected`);
}
