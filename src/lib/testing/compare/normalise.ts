/** Texts that are new at every call, by what stands for them in a comparison. */
const VOLATILE: [RegExp, string][] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<uuid>'],
  [/\b(trx|req|itm|whk|dlv|off|ses|ord)_[\w-]{6,}/g, '<$1>'],
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?/g, '<time>'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '<token>'],
  [/\b[0-9a-f]{24,}\b/g, '<hex>'],
];

/** Fields whose values belong to one system alone. */
const OWN_FIELDS = new Set([
  'kid',
  'x',
  'y',
  'access_token',
  'secret',
  'sessionId',
  'ShoppingSessionID',
  'PricedSessionID',
]);

/** A body without what is new at every call: JSON where it is JSON, else text. */
export function normalised(body: string): unknown {
  try {
    return walk(JSON.parse(body), '');
  } catch {
    return plain(body);
  }
}

function walk(value: unknown, key: string): unknown {
  if (OWN_FIELDS.has(key) && typeof value === 'string') return `<${key}>`;
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) return value.map((one) => walk(one, ''));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, walk(child, name)]));
}

function plain(text: string): string {
  return VOLATILE.reduce((so, [pattern, stand]) => so.replace(pattern, stand), text);
}
