import { unescape as unescapeQuery } from 'node:querystring';

/** Query parameters in the order of the request, decoded; the same name may come again. */
export type QueryPairs = readonly (readonly [name: string, value: string])[];

const NOTHING: QueryPairs = [];

/** Decodes a query string as API Gateway does: `+` is a space, `;` splits as `&` does, `a` and `a=` are both empty. */
export function parseQuery(query: string): QueryPairs {
  if (query === '') return NOTHING;
  const pairs: [string, string][] = [];
  for (const part of query.split(query.includes(';') ? /[&;]/ : '&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    if (equals < 0) pairs.push([decode(part), '']);
    else pairs.push([decode(part.slice(0, equals)), decode(part.slice(equals + 1))]);
  }
  return pairs;
}

function decode(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return unescapeQuery(spaced); // undecodable bytes become U+FFFD
  }
}
