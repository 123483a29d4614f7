import { s3Error } from './errors.js';

/** Bytes from `start` up to, not including, `end`. */
export interface Range {
  start: number;
  end: number;
}

/** One range of a `Range` header; undefined for none and, as S3 does, for several or what is no range. */
export function readRange(header: string | undefined, size: number): Range | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  if (start >= size) throw s3Error('InvalidRange', { RangeRequested: header, ActualObjectSize: size });
  return { start, end };
}
