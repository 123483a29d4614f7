import fc, { type Arbitrary } from 'fast-check';
import { resolveRef, type Schema } from '../../contract/operations.js';

/** Strings and lists longer than this say nothing new, and make every run slow. */
const LONGEST = 40;
const MOST_ITEMS = 3;
/** Deeper than any schema of the contract: an endless one must end somewhere. */
const DEEPEST = 8;

/** Generates values that a schema of the document allows. */
export function valuesOf(document: Record<string, unknown>, schema: Schema, depth = 0): Arbitrary<unknown> {
  const found = resolveRef(document, schema) as Schema;
  if (depth > DEEPEST) return fc.constant(null);
  if (found.enum) return fc.constantFrom(...found.enum);
  if (found.type === undefined && found.anyOf)
    return fc.oneof(...found.anyOf.map((one) => valuesOf(document, one, depth + 1)));
  switch (found.type) {
    case 'object':
      return objects(document, found, depth);
    case 'array':
      return fc.array(valuesOf(document, found.items ?? {}, depth + 1), {
        minLength: found.minItems ?? 0,
        maxLength: Math.max(found.minItems ?? 0, Math.min(found.maxItems ?? MOST_ITEMS, MOST_ITEMS)),
      });
    case 'string':
      return strings(found);
    case 'integer':
      return fc.integer({ min: found.minimum ?? -1000, max: found.maximum ?? 100_000 });
    case 'number':
      return numbers(found);
    case 'boolean':
      return fc.boolean();
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** Required fields always, others sometimes; of `anyOf`, one alternative's required fields; never all that `not` names. */
function objects(document: Record<string, unknown>, schema: Schema, depth: number): Arbitrary<unknown> {
  const { properties = {}, required = [], anyOf = [], not } = schema;
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, valuesOf(document, one, depth + 1)]),
  );
  const alternatives = anyOf.length > 0 ? anyOf.map((one) => one.required ?? []) : [[]];
  return fc.oneof(
    ...alternatives.map((more) => {
      const requiredKeys = [...new Set([...required, ...more])].filter((name) => name in fields);
      return fc
        .record(fields, { requiredKeys })
        .filter((made) => !not?.required?.every((name) => Object.hasOwn(made, name)));
    }),
  );
}

function strings({ format, pattern, minLength = 0, maxLength = LONGEST }: Schema): Arbitrary<unknown> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  if (format === 'email') return fc.emailAddress();
  if (format === 'date-time' || format === 'flight-time')
    return fc
      .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
      .map((one) => one.toISOString());
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, LONGEST)) });
}

function numbers({
  minimum = -1000,
  maximum = 100_000,
  exclusiveMinimum = false,
}: Schema): Arbitrary<unknown> {
  const least = Math.ceil(minimum * 100) + (exclusiveMinimum ? 1 : 0);
  return fc.integer({ min: least, max: Math.floor(maximum * 100) }).map((cents) => cents / 100);
}

/** One way to break a value: where, and what is put there. */
interface Break {
  path: (string | number)[];
  how: 'drop' | 'replace' | 'add';
  value?: unknown;
}

/** What is put in place of a right value. */
const WRONG: readonly unknown[] = [null, 0, -1, 1.5, 1e21, '', 'x', '\u0000', true, [], {}, 'x'.repeat(300)];

/**
 * Breaks a valid value in one place: a field dropped, a field nobody knows added, a value of another kind or size.
 * What comes out may be valid all the same; whoever uses it looks.
 */
export function broken(value: unknown): Arbitrary<unknown> {
  const places = pathsOf(value);
  const breaks = fc.oneof(
    fc.record({ path: fc.constantFrom(...places), how: fc.constant<'drop'>('drop') }),
    fc.record({
      path: fc.constantFrom(...places),
      how: fc.constant<'replace'>('replace'),
      value: fc.constantFrom(...WRONG),
    }),
    fc.record({
      path: fc.constantFrom(...places),
      how: fc.constant<'add'>('add'),
      value: fc.constantFrom(...WRONG),
    }),
  );
  return breaks.map((one) => breakAt(value, one));
}

function pathsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, child]) =>
    pathsOf(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [path, ...inner];
}

function breakAt(value: unknown, { path, how, value: wrong }: Break): unknown {
  if (path.length === 0) return how === 'add' ? added(value) : wrong;
  const copy = structuredClone(value);
  const last = path.at(-1) as string | number;
  let holder = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
  if (how === 'drop') {
    if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else delete holder[last];
  } else if (how === 'replace') holder[last] = wrong;
  else holder[last] = added(holder[last]);
  return copy;
}

function added(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value, unknownField: 'x' }
    : [value];
}
