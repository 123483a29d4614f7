import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What of OpenAPI's schema objects the document uses. */
interface Schema {
  $ref?: string;
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean;
  items?: Schema;
  anyOf?: Schema[];
  allOf?: Schema[];
  enum?: string[];
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  exclusiveMinimum?: boolean;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}
interface Media {
  schema: Schema;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}
interface Document {
  paths: Record<
    string,
    Record<string, { operationId: string; requestBody?: { content: Record<string, Media> } }>
  >;
  components: { schemas: Record<string, Schema> };
}

const document = parse(readFileSync('templates/ancillary/openapi.yaml', 'utf8')) as Document;

/** A body with one fault. */
export interface Fault {
  /** Where it is, as the contract writes paths; empty for the body as a whole. */
  field: string;
  /** The keyword of the schema that forbids it. */
  keyword: string;
  body: unknown;
}

/** An operation with a body, and every single fault that its schema forbids, made from the document's own examples. */
export interface FaultyOperation {
  operationId: string;
  path: string;
  faults: Fault[];
}

/** Schemas that an operation before has been tried with: one is tried in all its parts once. */
const tried = new Set<string>();

/** Every operation with a JSON body. Bodies that name a tenant name this one. */
export function faultyOperations(tenant: string): FaultyOperation[] {
  tried.clear();
  return Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.values(verbs).flatMap(({ operationId, requestBody }) => {
      const media = requestBody?.content['application/json'];
      return media ? [{ operationId, path, faults: faultsOf(media, tenant) }] : [];
    }),
  );
}

function faultsOf({ schema, example, examples = {} }: Media, tenant: string): Fault[] {
  const written = [
    ...(example === undefined ? [] : [example]),
    ...Object.values(examples).map(({ value }) => value),
  ];
  const bodies = JSON.parse(JSON.stringify(written).replaceAll('aulis-air', tenant)) as unknown[];
  const seen = new Set<string>();
  const faults = bodies
    .flatMap((body) => [...faultsAt(schema, body, '')])
    .filter(({ body }) => {
      const text = JSON.stringify(body);
      return !seen.has(text) && seen.add(text);
    });
  for (const [name] of JSON.stringify(reachable(schema)).matchAll(/#\/components\/schemas\/\w+/g))
    tried.add(name);
  // messages may come under their name, which the contract's paths leave out
  return faults.map((fault) => ({ ...fault, field: fault.field.replace(/^[A-Za-z]+RQ\.?/, '') }));
}

/** The schema with whatever it refers to. */
function reachable(schema: Schema, known = new Map<string, Schema>()): Schema[] {
  for (const [ref] of JSON.stringify(schema).matchAll(/#\/components\/schemas\/\w+/g)) {
    if (known.has(ref)) continue;
    known.set(ref, resolve({ $ref: ref }));
    reachable(resolve({ $ref: ref }), known);
  }
  return [schema, ...known.values()];
}

function resolve(schema: Schema): Schema {
  const [only] = schema.allOf ?? [];
  if (only) return resolve(only);
  return schema.$ref
    ? resolve(document.components.schemas[schema.$ref.split('/').pop() ?? ''] ?? {})
    : schema;
}

function* faultsAt(reference: Schema, value: unknown, field: string): Generator<Fault> {
  const schema = resolve(reference);
  const fault = (keyword: string, body: unknown): Fault => ({ field, keyword, body });
  if (schema.type !== undefined) yield fault('type', schema.type === 'string' ? 7 : 'text');
  else if (schema.anyOf) yield fault('anyOf', 7);
  if (field !== '' && tried.has(reference.$ref ?? '')) return;
  const option = schema.anyOf?.map(resolve).find((one) => one.type !== undefined && fits(one, value));
  if (option) yield* withoutType(faultsAt(option, value, field));
  if (schema.type === 'string') yield* stringFaults(schema, fault);
  if (schema.type === 'number' || schema.type === 'integer') yield* numberFaults(schema, fault);
  if (schema.type === 'array') yield* listFaults(schema, value as unknown[] | undefined, field, fault);
  if (schema.type === 'object')
    yield* objectFaults(schema, value as Record<string, unknown> | undefined, field, fault);
}

/** Another type may be what another option takes. */
function* withoutType(faults: Iterable<Fault>): Generator<Fault> {
  let isFirst = true;
  for (const fault of faults) {
    if (!isFirst) yield fault;
    isFirst = false;
  }
}

function fits({ type, required = [], properties = {}, anyOf = [] }: Schema, value: unknown): boolean {
  if (type === 'string') return typeof value === 'string';
  if (typeof value !== 'object' || value === null) return false;
  const has = (names: string[] = []): boolean => names.every((name) => name in value);
  if (!has(required) || (anyOf.length > 0 && !anyOf.some((one) => has(one.required)))) return false;
  return Object.entries(properties).every(([name, property]) => {
    const { enum: names } = resolve(property);
    return !names || !(name in value) || names.includes(String((value as Record<string, unknown>)[name]));
  });
}

type Make = (keyword: string, body: unknown) => Fault;

function* stringFaults(schema: Schema, fault: Make): Generator<Fault> {
  const { minLength = 0, maxLength, pattern, format, enum: names } = schema;
  if (names) yield fault('enum', 'NOBODY_KNOWS_THIS');
  if (pattern) yield fault('pattern', '§');
  if (format) yield fault('format', 'never');
  if (minLength > 0) yield fault('minLength', '');
  if (maxLength !== undefined) yield fault('maxLength', 'x'.repeat(maxLength + 1));
}

function* numberFaults(schema: Schema, fault: Make): Generator<Fault> {
  const { type, minimum, exclusiveMinimum, maximum } = schema;
  if (type === 'integer') yield fault('integer', (minimum ?? 0) + 0.5);
  if (minimum !== undefined) yield fault('minimum', exclusiveMinimum ? minimum : minimum - 1);
  if (maximum !== undefined) yield fault('maximum', maximum + 1);
}

function* listFaults(
  { minItems = 0, maxItems, items = {} }: Schema,
  value: unknown[] | undefined,
  field: string,
  fault: Make,
): Generator<Fault> {
  if (minItems > 0) yield fault('minItems', []);
  if (!value || value.length === 0) return; // an optional list that the example does not have
  const [first] = value;
  if (maxItems !== undefined) yield fault('maxItems', new Array(maxItems + 1).fill(first));
  for (const one of faultsAt(items, first, `${field}[0]`))
    yield { ...one, body: [one.body, ...value.slice(1)] };
}

function* objectFaults(
  { properties = {}, required = [], additionalProperties, anyOf = [] }: Schema,
  value: Record<string, unknown> | undefined,
  field: string,
  fault: Make,
): Generator<Fault> {
  const at = (name: string): string => (field === '' ? name : `${field}.${name}`);
  if (!value) return;
  const without = (names: string[]): object =>
    Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
  for (const name of required) yield { field: at(name), keyword: 'required', body: without([name]) };
  const either = anyOf
    .filter(({ type, $ref }) => !type && !$ref)
    .flatMap(({ required: names = [] }) => names);
  if (either.length > 0) yield fault('anyOf', without(either));
  if (additionalProperties === false)
    yield { field: at('colour'), keyword: 'additionalProperties', body: { ...value, colour: 'red' } };
  for (const [name, property] of Object.entries(properties)) {
    if (Object.keys(resolve(property)).length === 0) continue; // anything goes
    for (const one of faultsAt(property, value[name], at(name)))
      if (value[name] !== undefined || isScalarFault(one, at(name)))
        yield { ...one, body: { ...value, [name]: one.body } };
  }
}

/** What can be said of a property that the example does not have: a value of its own that is wrong. */
function isScalarFault({ field, keyword }: Fault, own: string): boolean {
  return field === own && keyword !== 'maxItems';
}
