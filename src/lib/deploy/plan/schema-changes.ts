import { type ApiDocument, asDict, asList, type Dict } from './api-document.js';

/** A difference between two editions of an API. */
export interface ApiDifference {
  /** Where: `request.application/json.items[].sku`. */
  place: string;
  what: string;
  /** Whether a caller that was right before may fail now. */
  breaking: boolean;
}

/** Two editions of a schema, and which way its values travel. */
export interface SchemaPair {
  before: { document: ApiDocument; schema: unknown };
  after: { document: ApiDocument; schema: unknown };
  /** Requests are written by callers: narrower breaks. Responses are read by them: wider breaks. */
  direction: 'request' | 'response';
  place: string;
}

interface Walk extends SchemaPair {
  found: ApiDifference[];
  /** Pairs being compared, further up: schemas may contain themselves. */
  open: ReadonlySet<string>;
}

/** What changed between two editions of a schema, with everything inside. */
export function schemaChanges(pair: SchemaPair): ApiDifference[] {
  const found: ApiDifference[] = [];
  compare({ ...pair, found, open: new Set() });
  return found;
}

function compare(walk: Walk): void {
  const key = `${refOf(walk.before.schema)}|${refOf(walk.after.schema)}`;
  if (key !== '|' && walk.open.has(key)) return;
  const inner = { ...walk, open: new Set(walk.open).add(key) };
  const before = flatten(walk.before.document, walk.before.schema);
  const after = flatten(walk.after.document, walk.after.schema);
  compareTypes(inner, before, after);
  compareEnums(inner, before, after);
  compareLimits(inner, before, after);
  compareProperties(inner, before, after);
  compareVariants(inner, before, after);
  if (before.items !== undefined && after.items !== undefined)
    compare(child(inner, before.items, after.items, '[]'));
}

function refOf(schema: unknown): string {
  const { $ref } = asDict(schema);
  return typeof $ref === 'string' ? $ref : '';
}

function child(walk: Walk, before: unknown, after: unknown, step: string): Walk {
  return {
    ...walk,
    before: { ...walk.before, schema: before },
    after: { ...walk.after, schema: after },
    place: walk.place + step,
  };
}

/** References followed and `allOf` put into one: what has to hold is the same. */
function flatten(document: ApiDocument, written: unknown, depth = 0): Dict {
  const { allOf, ...own } = document.follow(written);
  if (!Array.isArray(allOf) || depth > 20) return own;
  return allOf.map((part) => flatten(document, part, depth + 1)).reduce(join, own);
}

function join(one: Dict, other: Dict): Dict {
  return {
    ...one,
    ...other,
    properties: { ...asDict(one.properties), ...asDict(other.properties) },
    required: [...asList(one.required), ...asList(other.required)],
  };
}

/** Reports values that went and values that came: the first break requests, the second responses. */
function compareSets(walk: Walk, noun: string, gone: string[], come: string[]): void {
  const { found, place, direction } = walk;
  const say = (what: string, breaking: boolean) => found.push({ place, what, breaking });
  if (gone.length > 0) say(`${noun} ${gone.join(', ')} no longer allowed`, direction === 'request');
  if (come.length > 0) say(`${noun} ${come.join(', ')} new`, direction === 'response');
}

const EVERY_TYPE = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];

function typesOf({ type, nullable }: Dict): string[] {
  const named = (Array.isArray(type) ? type : type === undefined ? EVERY_TYPE : [type]).map(String);
  const whole = named.includes('number') ? ['integer'] : [];
  return [...new Set([...named, ...whole, ...(nullable === true ? ['null'] : [])])];
}

function compareTypes(walk: Walk, before: Dict, after: Dict): void {
  const [old, now] = [typesOf(before), typesOf(after)];
  compareSets(walk, 'type', missingFrom(now, old), missingFrom(old, now));
}

function missingFrom(present: string[], wanted: string[]): string[] {
  return wanted.filter((one) => !present.includes(one));
}

function valuesOf({ enum: values, const: one }: Dict): string[] | undefined {
  if (one !== undefined) return [JSON.stringify(one)];
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)) : undefined;
}

function compareEnums(walk: Walk, before: Dict, after: Dict): void {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const { found, place, direction } = walk;
  if (old && now) compareSets(walk, 'value', missingFrom(now, old), missingFrom(old, now));
  else if (now)
    found.push({ place, what: `only ${now.join(', ')} allowed`, breaking: direction === 'request' });
  else if (old)
    found.push({ place, what: `not only ${old.join(', ')} any more`, breaking: direction === 'response' });
}

/** Limits, and whether a larger number allows less. */
const LIMITS: Record<string, 'least' | 'most' | 'exact'> = {
  minimum: 'least',
  exclusiveMinimum: 'least',
  minLength: 'least',
  minItems: 'least',
  minProperties: 'least',
  maximum: 'most',
  exclusiveMaximum: 'most',
  maxLength: 'most',
  maxItems: 'most',
  maxProperties: 'most',
  pattern: 'exact',
  format: 'exact',
  multipleOf: 'exact',
  uniqueItems: 'exact',
};

function compareLimits(walk: Walk, before: Dict, after: Dict): void {
  const { found, place, direction } = walk;
  for (const [name, kind] of Object.entries(LIMITS)) {
    const [old, now] = [before[name], after[name]];
    if (JSON.stringify(old) === JSON.stringify(now)) continue;
    const [narrower, wider] = directionOf(kind, old, now);
    const what = `${name} ${old === undefined ? 'none' : String(old)} → ${now === undefined ? 'none' : String(now)}`;
    found.push({ place, what, breaking: direction === 'request' ? narrower : wider });
  }
}

/** Whether a limit's change allows less, and whether it allows more; both, where that cannot be known. */
function directionOf(kind: 'least' | 'most' | 'exact', old: unknown, now: unknown): [boolean, boolean] {
  if (old === undefined || old === false) return [true, false];
  if (now === undefined || now === false) return [false, true];
  if (kind === 'exact' || typeof old !== 'number' || typeof now !== 'number') return [true, true];
  const narrower = kind === 'least' ? now > old : now < old;
  return [narrower, !narrower];
}

function compareProperties(walk: Walk, before: Dict, after: Dict): void {
  const [old, now] = [asDict(before.properties), asDict(after.properties)];
  const [must, mustNow] = [asList(before.required), asList(after.required)];
  const { found, direction } = walk;
  const asked = direction === 'request';
  const say = (name: string, what: string, breaking: boolean) =>
    found.push({ place: `${walk.place}.${name}`, what, breaking });
  for (const name of missingFrom(Object.keys(old), Object.keys(now)))
    say(name, mustNow.includes(name) ? 'new field, required' : 'new field', asked && mustNow.includes(name));
  for (const name of Object.keys(old)) {
    if (!Object.hasOwn(now, name)) {
      say(name, 'field removed', !asked || after.additionalProperties === false);
      continue;
    }
    const [was, is] = [must.includes(name), mustNow.includes(name)];
    if (was !== is) say(name, is ? 'now required' : 'no longer required', asked ? is : was);
    compare(child(walk, old[name], now[name], `.${name}`));
  }
  compareRest(walk, before.additionalProperties, after.additionalProperties);
}

/** Fields beside the named ones. */
function compareRest(walk: Walk, before: unknown, after: unknown): void {
  const { found, place, direction } = walk;
  const [closed, closedNow] = [before === false, after === false];
  if (closed !== closedNow) {
    const what = closedNow ? 'other fields no longer allowed' : 'other fields allowed';
    found.push({ place, what, breaking: closedNow && direction === 'request' });
  } else if (typeof before === 'object' && typeof after === 'object') {
    compare(child(walk, before, after, '.*'));
  }
}

/** Alternatives: compared in their order when there are as many, else by whether an equal one is there. */
function compareVariants(walk: Walk, before: Dict, after: Dict): void {
  for (const name of ['oneOf', 'anyOf']) {
    const [old, now] = [asList(before[name]), asList(after[name])];
    if (old.length === now.length) {
      for (const [index, variant] of old.entries())
        compare(child(walk, variant, now[index], `(${name} ${index + 1})`));
      continue;
    }
    const texts = [old, now].map((list) => list.map((variant) => JSON.stringify(variant)));
    const [was = [], is = []] = texts;
    if (was.length === 0)
      walk.found.push({ place: walk.place, what: `${name} new`, breaking: walk.direction === 'request' });
    else if (is.length === 0)
      walk.found.push({ place: walk.place, what: `${name} gone`, breaking: walk.direction === 'response' });
    else compareSets(walk, `${name} variant`, missingFrom(is, was), missingFrom(was, is));
  }
}
