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
interface Operation {
  operationId: string;
  summary?: string;
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}

const document = parse(readFileSync('templates/ancillary/openapi.yaml', 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: object;
};
const operations = Object.entries(document.paths).flatMap(([path, verbs]) =>
  Object.entries(verbs).map(([verb, operation]) => ({ name: `${verb.toUpperCase()} ${path}`, operation })),
);

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
        Object.values(part?.content ?? {}).flatMap(({ schema, example, examples: named }) =>
          [
            ...(example === undefined ? [] : [example]),
            ...Object.values(named ?? {}).map(({ value }) => value),
          ].map((value) => ({ name: `${name} ${where}`, schema: schema as object, value })),
        ),
    ),
  );
  test.each(examples)('the example of $name fits its schema', ({ schema, value }) => {
    const validate = ajv.compile(absolute(schema));
    validate(value);
    expect(validate.errors).toBeNull();
  });
});
