import { readFileSync } from 'node:fs';
import Draft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadStack } from '../../../src/core/stack/load.js';
import { isFlightTime } from '../../../templates/ancillary/functions/shared/trip/moment.js';

interface Media {
  schema?: object;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}
interface Part {
  content?: Record<string, Media>;
}
interface Operation {
  operationId: string;
  summary?: string;
  requestBody?: Part;
  responses: Record<string, Part | { $ref: string }>;
}

const document = parse(readFileSync('templates/ancillary/openapi.yaml', 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: object; responses: Record<string, Part> };
};
const operations = Object.entries(document.paths).flatMap(([path, verbs]) =>
  Object.entries(verbs).map(([verb, operation]) => ({ name: `${verb.toUpperCase()} ${path}`, operation })),
);

/** What a reference stands for. */
function resolved(part: Part | { $ref: string } | undefined): Part | undefined {
  return part && '$ref' in part ? document.components.responses[part.$ref.split('/').pop() ?? ''] : part;
}

test('the shipped stack loads without a remark', () => {
  const { stack, diagnostics } = loadStack({
    file: 'templates/ancillary/template.yaml',
    region: 'eu-central-1',
    accountId: '000000000000',
    stackName: 'arcube',
  });
  expect(diagnostics).toEqual([]);
  expect(stack?.functions.length).toBeGreaterThan(8);
});

describe('openapi.yaml', () => {
  const ajv = new Draft4.default({ strict: false, validateSchema: false });
  addFormats.default(ajv);
  ajv.addFormat('flight-time', isFlightTime);
  ajv.addSchema({ components: document.components }, 'openapi');
  const absolute = (schema: object): object =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')) as object;

  test('names every operation once', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { name, operation } of operations) expect(operation.summary, name).toBeTruthy();
  });

  const examples = operations.flatMap(({ name, operation }) =>
    [['request', operation.requestBody] as const, ...Object.entries(operation.responses)].flatMap(
      ([where, part]) =>
        Object.entries(resolved(part)?.content ?? {}).flatMap(
          ([type, { schema, example, examples: named }]) =>
            [
              ...(example === undefined ? [] : [example]),
              ...Object.values(named ?? {}).map(({ value }) => value),
            ].map((value) => ({ name: `${name} ${where} ${type}`, schema: schema as object, value })),
        ),
    ),
  );
  test.each(examples)('the example of $name fits its schema', ({ schema, value }) => {
    const validate = ajv.compile(absolute(schema));
    validate(value);
    expect(validate.errors).toBeNull();
  });

  test('has a schema and an example for every body in every media type, of requests and of answers', () => {
    for (const { name, operation } of operations.filter(({ name: one }) => !one.startsWith('OPTIONS'))) {
      const bodies = [['request', operation.requestBody] as const, ...Object.entries(operation.responses)];
      for (const [where, part] of bodies)
        for (const [type, media] of Object.entries(resolved(part)?.content ?? {})) {
          expect(media.schema, `${name} ${where} ${type}`).toBeDefined();
          expect(media.example ?? media.examples, `${name} ${where} ${type}`).toBeDefined();
        }
    }
  });

  test('names every error code of the contract, and shows each in an example', () => {
    const codes = {
      400: 'INVALID_ARGUMENT',
      401: 'UNAUTHENTICATED',
      403: 'PERMISSION_DENIED',
      404: 'NOT_FOUND',
      409: 'CONFLICT',
      422: 'UNPROCESSABLE_ENTITY',
      429: 'RATE_LIMIT_EXCEEDED',
      500: 'INTERNAL',
      503: 'UNAVAILABLE',
    };
    const { Error: error } = document.components.schemas as {
      Error: { properties: { error: { properties: { code: { enum: string[] } } } } };
    };
    expect([...error.properties.error.properties.code.enum].sort()).toEqual(Object.values(codes).sort());
    const shown = new Map<string, Set<string>>();
    for (const { operation } of operations)
      for (const [status, part] of Object.entries(operation.responses)) {
        const example = resolved(part)?.content?.['application/json']?.example as
          | { error?: { code?: string } }
          | undefined;
        if (example?.error?.code) shown.set(status, (shown.get(status) ?? new Set()).add(example.error.code));
      }
    for (const [status, code] of Object.entries(codes)) expect(shown.get(status), status).toContain(code);
    const own = [
      'MIXED_CURRENCY',
      'UNSUPPORTED_CURRENCY',
      'BUNDLE_INTEGRITY_ERROR',
      'AIRLINE_MISMATCH',
      'QUOTE_EXPIRED',
    ];
    const text = JSON.stringify(document);
    for (const code of [...own, 'MISSING_EXTERNAL_PSP']) expect(text).toContain(code);
  });
});
