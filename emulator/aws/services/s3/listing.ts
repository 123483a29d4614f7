import { s3Error } from './errors.js';

/** What a listing is asked for. */
export interface ListingQuery {
  prefix: string;
  delimiter: string;
  maxKeys: number;
  /** Only names after this one. */
  after: string;
}

/** A page of names: those themselves, and the prefixes that stand for the rest, in one order. */
export interface Page {
  keys: string[];
  prefixes: string[];
  /** Last name or prefix told, when there are more. */
  next: string | undefined;
}

/** Reads `prefix`, `delimiter` and `max-keys`. Throws `InvalidArgument`. */
export function readListing(query: URLSearchParams, after: string): ListingQuery {
  const text = query.get('max-keys') ?? query.get('max-uploads') ?? '1000';
  const maxKeys = Number(text);
  if (!Number.isInteger(maxKeys) || maxKeys < 0)
    throw s3Error(
      'InvalidArgument',
      { ArgumentName: 'max-keys', ArgumentValue: text },
      'Provided max-keys not an integer or within integer range',
    );
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    maxKeys: Math.min(maxKeys, 1000),
    after,
  };
}

/** Goes through names in order of their UTF-8 bytes, as S3 lists them. */
export function listNames(
  names: Iterable<string>,
  { prefix, delimiter, maxKeys, after }: ListingQuery,
): Page {
  const sorted = [...names].filter((name) => name.startsWith(prefix)).sort(byBytes);
  const page: Page = { keys: [], prefixes: [], next: undefined };
  let last = '';
  for (const name of sorted) {
    const group = groupOf(name, prefix, delimiter);
    const told = group ?? name;
    if (isBefore(told, group, after) || told === last) continue;
    if (page.keys.length + page.prefixes.length >= maxKeys) {
      page.next = maxKeys === 0 ? undefined : last;
      break;
    }
    last = told;
    (group === undefined ? page.keys : page.prefixes).push(told);
  }
  return page;
}

/** The common prefix that stands for a name; undefined where it stands for itself. */
function groupOf(name: string, prefix: string, delimiter: string): string | undefined {
  const cut = delimiter === '' ? -1 : name.indexOf(delimiter, prefix.length);
  return cut < 0 ? undefined : name.slice(0, cut + delimiter.length);
}

/** True for what came on an earlier page. */
function isBefore(told: string, group: string | undefined, after: string): boolean {
  if (after === '') return false;
  return byBytes(told, after) <= 0 || (group !== undefined && after.startsWith(group));
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}

/** Names as the answer has them: with `encoding-type=url`, percent-encoded but for slashes. */
export function encoder(query: URLSearchParams): (name: string) => string {
  if (query.get('encoding-type') !== 'url') return (name) => name;
  return (name) => encodeURIComponent(name).replaceAll('%2F', '/').replaceAll('%20', '+');
}
