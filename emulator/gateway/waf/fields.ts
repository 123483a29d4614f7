import type { Dict } from '../../../src/core/dict.js';
import { parseLeniently } from './lenient-json.js';
import type { Inspected, WafRequest } from './request.js';

/** Reads the parts of a request a statement looks at. `undefined`: the rule matches or not without looking. */
export type Field = (request: WafRequest) => Inspected | 'match' | 'no-match';

/** Compiles a `FieldToMatch`; a string names what is not emulated (§12.2). */
export function compileField(field: Dict): Field | string {
  const [[kind = '', raw] = []] = [Object.entries(field)[0] ?? []];
  const options = (raw ?? {}) as Dict;
  switch (kind) {
    case 'Method':
      return ({ exchange }) => one(exchange.req.method ?? '');
    case 'UriPath':
      return (request) => one(request.path);
    case 'QueryString':
      return ({ query }) => (query === '' ? none : one(query));
    case 'SingleQueryArgument':
      return singleArgument(String(options.Name ?? '').toLowerCase());
    case 'AllQueryArguments':
      return (request) => ({ values: request.arguments.map(([, value]) => value), oversize: false });
    case 'SingleHeader': {
      const lower = String(options.Name ?? '').toLowerCase();
      return (request) => ({ values: request.header(lower), oversize: false });
    }
    case 'Headers':
      return limited((request) => select(request.headers(), options, true), options);
    case 'Cookies':
      return limited((request) => select(request.cookiePairs(), options, false), options);
    case 'Body':
      return limited((request) => request.body, options);
    case 'JsonBody':
      return jsonBody(options);
    case 'HeaderOrder':
      return limited((request) => headerOrder(request), options);
    case 'JA3Fingerprint':
    case 'JA4Fingerprint':
      return withoutTls(options) ?? kind;
    default:
      return kind;
  }
}

/** Names in the order they came, colons between them. */
function headerOrder(request: WafRequest): Inspected {
  const { pairs, oversize } = request.headers();
  return { values: [pairs.map(([name]) => name).join(':')], oversize };
}

/** A fingerprint of a TLS handshake; a request that came without one takes the fallback. */
function withoutTls({ FallbackBehavior }: Dict): Field | undefined {
  if (FallbackBehavior === 'MATCH') return () => 'match';
  return FallbackBehavior === 'NO_MATCH' ? () => 'no-match' : undefined;
}

const none: Inspected = { values: [], oversize: false };

function one(value: string): Inspected {
  return { values: [value], oversize: false };
}

/** Names are compared without case, and any instance counts. */
function singleArgument(name: string): Field {
  return (request) => ({
    values: request.arguments.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value),
    oversize: false,
  });
}

/** Oversize handling: go on with what is there (the default), or decide at once. */
function limited(read: (request: WafRequest) => Inspected, { OversizeHandling: handling }: Dict): Field {
  return (request) => {
    const part = read(request);
    if (!part.oversize || handling === undefined || handling === 'CONTINUE') return part;
    return handling === 'MATCH' ? 'match' : 'no-match';
  };
}

interface Pairs {
  pairs: readonly (readonly [string, string])[];
  oversize: boolean;
}

/** The keys or values of headers or cookies that a pattern includes; cookie names are compared with case. */
function select({ pairs, oversize }: Pairs, options: Dict, ignoreCase: boolean): Inspected {
  const pattern = (options.MatchPattern ?? { All: {} }) as Dict;
  const scope = options.MatchScope ?? 'ALL';
  const wanted = names(pattern.IncludedHeaders ?? pattern.IncludedCookies, ignoreCase);
  const unwanted = names(pattern.ExcludedHeaders ?? pattern.ExcludedCookies, ignoreCase);
  const values: string[] = [];
  for (const [name, value] of pairs) {
    const key = ignoreCase ? name.toLowerCase() : name;
    if ((wanted !== undefined && !wanted.has(key)) || unwanted?.has(key)) continue;
    if (scope !== 'VALUE') values.push(name);
    if (scope !== 'KEY') values.push(value);
  }
  return { values, oversize };
}

function names(list: unknown, ignoreCase: boolean): Set<string> | undefined {
  if (!Array.isArray(list)) return undefined;
  return new Set(list.map((name) => (ignoreCase ? String(name).toLowerCase() : String(name))));
}

function jsonBody(options: Dict): Field {
  const paths = (options.MatchPattern as Dict | undefined)?.IncludedPaths;
  const included = Array.isArray(paths) ? paths.map((path) => String(path)) : undefined;
  return (request) => {
    const { body } = request;
    if (body.oversize && options.OversizeHandling === 'MATCH') return 'match';
    if (body.oversize && options.OversizeHandling === 'NO_MATCH') return 'no-match';
    const [text] = body.values;
    if (text === undefined) return none;
    const parsed = parseLeniently(text);
    if (parsed === undefined) return invalid(text, options.InvalidFallbackBehavior);
    return {
      values: [...leaves(parsed.value, String(options.MatchScope ?? 'ALL'), included)],
      oversize: false,
    };
  };
}

/** Without a fallback AWS reads up to the error; the text up to there is the nearest to it. */
function invalid(text: string, behaviour: unknown): Inspected | 'match' | 'no-match' {
  if (behaviour === 'MATCH') return 'match';
  return behaviour === 'NO_MATCH' ? 'no-match' : one(text);
}

/** Keys and values of a JSON document, walked without recursion: it may be nested to any depth. */
function* leaves(root: unknown, scope: string, included: readonly string[] | undefined): Generator<string> {
  const stack: [path: string, value: unknown][] = [['', root]];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const [path, value] = entry;
    if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) {
        const childPath = `${path}/${key}`;
        if (scope !== 'VALUE' && !Array.isArray(value) && isIncluded(childPath, included)) yield key;
        stack.push([childPath, child]);
      }
    } else if (scope !== 'KEY' && value !== null && isIncluded(path, included)) yield String(value);
  }
}

function isIncluded(path: string, included: readonly string[] | undefined): boolean {
  return included === undefined || included.some((one) => path === one || path.startsWith(`${one}/`));
}
