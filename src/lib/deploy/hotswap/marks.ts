import type { Bucket } from '../../aws/buckets.js';

/** A function whose code was put in past the stack. */
export interface HotswapMark {
  /** Logical id. */
  function: string;
  /** ISO 8601, by AWS's time. */
  since: string;
  /** ARN of whoever did it. */
  by: string;
  /** SHA-256 of the archive put in, hexadecimal. */
  sha256: string;
  /** Where the stack's own code lies. */
  stackKey: string;
  /** The version that each alias had been on: the stack's own. */
  aliases: Record<string, string>;
}

/** Where the marks of a stack lie in the bucket. */
const keyOf = (stack: string): string => `hotswaps/${stack}.json`;

/** The functions of a stack that run other code than the stack says. */
export async function readMarks(bucket: Bucket, stack: string): Promise<HotswapMark[]> {
  const text = await bucket.text(keyOf(stack));
  return text === undefined ? [] : (JSON.parse(text) as { functions: HotswapMark[] }).functions;
}

/** Writes the marks down; without any the record goes. */
export async function writeMarks(bucket: Bucket, stack: string, functions: HotswapMark[]): Promise<void> {
  if (functions.length === 0) await bucket.remove(keyOf(stack));
  else await bucket.putText(keyOf(stack), JSON.stringify({ version: 1, functions }), 'application/json');
}
