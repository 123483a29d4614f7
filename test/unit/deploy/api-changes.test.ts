import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ApiChanges, apiChanges } from '../../../src/lib/deploy/plan/api-changes.js';

type Json = Record<string, unknown>;

const ITEM = {
  type: 'object',
  required: ['sku'],
  properties: {
    sku: { type: 'string', maxLength: 20 },
    kind: { type: 'string', enum: ['esim', 'lounge'] },
    price: { type: 'number' },
  },
};

function api(paths: Json, schemas: Json = { Item: ITEM }): Json {
  return { openapi: '3.0.3', info: {}, security: [{ bearer: [] }], components: { schemas }, paths };
}

const ref = { $ref: '#/components/schemas/Item' };
const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });
const post = (more: Json = {}) => ({
  '/items/{id}': {
    parameters: [{ in: 'path', name: 'id', required: true, schema: { type: 'string' } }],
    post: {
      parameters: [{ in: 'query', name: 'page', schema: { type: 'integer', minimum: 0 } }],
      requestBody: { required: true, ...json(ref) },
      responses: { '200': { description: 'ok', ...json({ type: 'array', items: ref }) }, '404': {} },
      ...more,
    },
  },
});

/** Differences as `! place: what` (breaking) or `- place: what`. */
function lines({ changed }: ApiChanges): string[] {
  return changed.flatMap(({ differences }) =>
    differences.map(({ place, what, breaking }) => `${breaking ? '!' : '-'} ${place}: ${what}`),
  );
}

const item = (change: (copy: typeof ITEM & { properties: Json }) => void) => {
  const copy = structuredClone(ITEM);
  change(copy);
  return { Item: copy };
};
const withItem = (change: Parameters<typeof item>[0]) =>
  lines(apiChanges(api(post()), api(post(), item(change))));

const REQUEST = 'request.application/json';
const RESPONSE = 'response.200.application/json[]';

describe('changes of an API', () => {
  it('are none between equal documents, whatever texts and names of path parameters say', () => {
    const renamed = JSON.parse(
      JSON.stringify(api(post())).replaceAll('{id}', '{item}').replace('"name":"id"', '"name":"item"'),
    );
    renamed.paths['/items/{item}'].post.summary = 'other';
    expect(apiChanges(api(post()), renamed)).toEqual({
      added: [],
      removed: [],
      changed: [],
      breaking: false,
    });
  });

  it('name operations that came and went; the latter break', () => {
    const both = { ...post(), '/new': { get: { responses: {} } } };
    expect(apiChanges(api(post()), api(both))).toMatchObject({
      added: ['GET /new'],
      removed: [],
      breaking: false,
    });
    expect(apiChanges(api(both), api(post()))).toMatchObject({
      added: [],
      removed: ['GET /new'],
      breaking: true,
    });
  });

  it.each<[string, Parameters<typeof item>[0], string[]]>([
    [
      'a field that is new and required',
      (it) => {
        it.properties.size = {};
        it.required.push('size');
      },
      [`! ${REQUEST}.size: new field, required`, `- ${RESPONSE}.size: new field, required`],
    ],
    [
      'a field that is new',
      (it) => {
        it.properties.size = {};
      },
      [`- ${REQUEST}.size: new field`, `- ${RESPONSE}.size: new field`],
    ],
    [
      'a field that is gone',
      (it) => {
        Reflect.deleteProperty(it.properties, 'price');
      },
      [`- ${REQUEST}.price: field removed`, `! ${RESPONSE}.price: field removed`],
    ],
    [
      'a field that became required',
      (it) => {
        it.required.push('price');
      },
      [`! ${REQUEST}.price: now required`, `- ${RESPONSE}.price: now required`],
    ],
    [
      'a field that is no longer certain',
      (it) => {
        it.required = [];
      },
      [`- ${REQUEST}.sku: no longer required`, `! ${RESPONSE}.sku: no longer required`],
    ],
    [
      'a value less',
      (it) => {
        it.properties.kind.enum = ['esim'];
      },
      [
        `! ${REQUEST}.kind: value "lounge" no longer allowed`,
        `- ${RESPONSE}.kind: value "lounge" no longer allowed`,
      ],
    ],
    [
      'a value more',
      (it) => {
        it.properties.kind.enum.push('bag');
      },
      [`- ${REQUEST}.kind: value "bag" new`, `! ${RESPONSE}.kind: value "bag" new`],
    ],
    [
      'a narrower type',
      (it) => {
        it.properties.price.type = 'integer';
      },
      [
        `! ${REQUEST}.price: type number no longer allowed`,
        `- ${RESPONSE}.price: type number no longer allowed`,
      ],
    ],
    [
      'null',
      (it) => {
        Object.assign(it.properties.price, { nullable: true });
      },
      [`- ${REQUEST}.price: type null new`, `! ${RESPONSE}.price: type null new`],
    ],
    [
      'a lower limit',
      (it) => {
        it.properties.sku.maxLength = 10;
      },
      [`! ${REQUEST}.sku: maxLength 20 → 10`, `- ${RESPONSE}.sku: maxLength 20 → 10`],
    ],
    [
      'no limit',
      (it) => {
        Reflect.deleteProperty(it.properties.sku, 'maxLength');
      },
      [`- ${REQUEST}.sku: maxLength 20 → none`, `! ${RESPONSE}.sku: maxLength 20 → none`],
    ],
    [
      'other fields forbidden',
      (it) => {
        Object.assign(it, { additionalProperties: false });
      },
      [`! ${REQUEST}: other fields no longer allowed`, `- ${RESPONSE}: other fields no longer allowed`],
    ],
  ])('tell of %s by its direction', (_, change, expected) => {
    expect(withItem(change)).toEqual(expected);
  });

  it.each<[string, Json, string[]]>([
    [
      'a parameter that is new and required',
      {
        parameters: [
          { in: 'query', name: 'page', schema: { type: 'integer', minimum: 0 } },
          { in: 'header', name: 'X-Key', required: true, schema: {} },
        ],
      },
      ['! header.X-Key: new parameter, required'],
    ],
    [
      'a parameter that is narrower',
      { parameters: [{ in: 'query', name: 'page', schema: { type: 'integer', minimum: 1 } }] },
      ['! query.page: minimum 0 → 1'],
    ],
    ['a parameter that is gone', { parameters: [] }, ['- query.page: parameter removed']],
    ['a body that is not asked for any more', { requestBody: undefined }, ['- request: body removed']],
    [
      'another media type',
      { requestBody: { required: true, content: { 'text/csv': {} } } },
      ['! request.application/json: removed', '- request.text/csv: new'],
    ],
    ['a success that is gone', { responses: { '404': {} } }, ['! response.200: removed']],
    ['a door opened', { security: [] }, ['- security: open to anybody']],
    [
      'another integration',
      { 'x-amazon-apigateway-integration': { type: 'mock' } },
      ['- integration: another one'],
    ],
  ])('tell of %s', (_, more, expected) => {
    expect(lines(apiChanges(api(post()), api(post(more))))).toEqual(expected);
  });

  it('break where callers must identify themselves now', () => {
    expect(lines(apiChanges(api(post({ security: [] })), api(post())))).toEqual([
      '! security: callers must identify themselves',
    ]);
  });

  it('are found through allOf and in schemas that contain themselves', () => {
    const tree = (leaf: Json) => ({
      Item: {
        allOf: [
          { type: 'object', properties: { leaf } },
          { properties: { children: { type: 'array', items: ref } } },
        ],
      },
    });
    const before = api(post(), tree({ type: 'string' }));
    expect(apiChanges(before, before).changed).toEqual([]);
    expect(lines(apiChanges(before, api(post(), tree({ type: 'integer' }))))).toEqual([
      `! ${REQUEST}.leaf: type string no longer allowed`,
      `- ${REQUEST}.leaf: type integer new`,
      `- ${RESPONSE}.leaf: type string no longer allowed`,
      `! ${RESPONSE}.leaf: type integer new`,
    ]);
  });

  it('of the shipped API to itself are none, and every route that is taken away breaks', () => {
    const shipped = parse(
      readFileSync(new URL('../../../templates/ancillary/openapi.yaml', import.meta.url), 'utf8'),
    ) as { paths: Json };
    expect(apiChanges(shipped, shipped)).toEqual({ added: [], removed: [], changed: [], breaking: false });
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(shipped.paths)), (path) => {
        const { [path]: gone, ...paths } = shipped.paths;
        const changes = apiChanges(shipped, { ...shipped, paths });
        const count = Object.keys(gone as Json).filter((key) =>
          /^(get|put|post|delete|options|patch|head)$/.test(key),
        );
        expect(changes.removed).toHaveLength(count.length);
        expect(changes.breaking).toBe(count.length > 0);
        expect(apiChanges({ ...shipped, paths }, shipped).breaking).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  it('never fail, whatever is no OpenAPI document', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(apiChanges({ paths: before }, { paths: after })).toHaveProperty('breaking');
        expect(apiChanges(before, after).breaking).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
