import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { loadStack } from '../../../src/core/stack/load.js';

const BROKEN = fileURLToPath(new URL('../../fixtures/broken/stack/template.yaml', import.meta.url));
const REGION = { region: 'eu-central-1', accountId: '123456789012', stackName: 'arc' };
const folder = mkdtempSync(join(tmpdir(), 'faults-'));
afterAll(() => rmSync(folder, { recursive: true }));

function load(text: string): ReturnType<typeof loadStack> {
  const file = join(folder, 'template.yaml');
  writeFileSync(file, text);
  return loadStack({ file, ...REGION });
}

function codes(text: string): string[] {
  return load(text).diagnostics.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`);
}

describe('a project with many faults', () => {
  const { stack, diagnostics, sources } = loadStack({ file: BROKEN, ...REGION });
  const told = diagnostics.map(({ code, place }) => {
    const name = place?.file.endsWith('openapi.yaml') ? 'openapi' : 'template';
    return `${code} ${name} ${place?.line}:${place?.column}`;
  });

  it.each([
    'UNKNOWN_SECTION template 2:1',
    'PARAMETER_INVALID template 4:10',
    'PARAMETER_MISSING template 5:11',
    'BAD_CONDITION template 7:19',
    'UNKNOWN_PROPERTY template 12:7',
    'FILE_MISSING template 17:13',
    'UNKNOWN_REFERENCE template 20:21',
    'OUT_OF_RANGE template 21:16',
    'WRONG_TYPE template 22:19',
    'MISSING_CODE template 25:17',
    'BAD_HANDLER template 25:28',
    'BAD_ENVIRONMENT_NAME template 25:105',
    'CODE_NOT_LOCAL template 28:79',
    'CYCLIC_REFERENCE template 29:3',
    'UNKNOWN_REFERENCE template 34:67',
    'UNKNOWN_REFERENCE template 37:16',
    'IMPORT_VALUE template 38:42',
    'NOT_IN_MAP template 38:66',
    'UNKNOWN_ATTRIBUTE template 38:91',
    'UNKNOWN_DEPLOYMENT template 41:54',
    'BAD_STAGE_NAME template 41:71',
    'NOT_EMULATED template 43:11',
    'UNKNOWN_EXTENSION openapi 3:1',
    'UNKNOWN_GATEWAY_RESPONSE openapi 4:42',
    'UNKNOWN_AUTHORIZER openapi 8:20',
    'UNKNOWN_REFERENCE openapi 9:28',
    'INTEGRATION_METHOD openapi 10:71',
    'BAD_INTEGRATION_URI openapi 10:81',
    'CONFLICTING_PATH_VARIABLE openapi 11:3',
    'NOT_EMULATED openapi 13:48',
    'DUPLICATE_ROUTE openapi 14:3',
    'UNKNOWN_METHOD openapi 15:5',
    'GREEDY_NOT_LAST openapi 16:3',
    'MISSING_INTEGRATION openapi 17:10',
    'BAD_PATH openapi 18:3',
    'UNKNOWN_VALIDATOR openapi 20:46',
    'SHORT_FORM_IN_INCLUDE openapi 24:19',
    'UNKNOWN_FUNCTION openapi 24:19',
    'OUT_OF_RANGE openapi 35:39',
    'BAD_MODEL_NAME openapi 37:5',
    'UNSUPPORTED_KEYWORD openapi 37:31',
  ])('%s', (wanted) => expect(told).toContain(wanted));

  it('gives no stack, but what to watch, and a remedy for each fault', () => {
    expect(stack).toBeUndefined();
    expect(sources).toHaveLength(2);
    expect(diagnostics.filter(({ remedy }) => remedy === '')).toEqual([]);
    expect(diagnostics.map(({ remedy }) => remedy)).toContain('Did you mean `DEFAULT_4XX`?');
  });
});

describe('templates that cannot be read', () => {
  it('a missing file, an empty one, a list, bad YAML, SAM', () => {
    expect(loadStack({ file: join(folder, 'none.yaml'), ...REGION }).diagnostics[0]?.code).toBe(
      'FILE_MISSING',
    );
    expect(codes('')).toEqual(['NOT_A_TEMPLATE 1:1']);
    expect(codes('[]')).toEqual(['NOT_A_TEMPLATE 1:1']);
    expect(codes('Resources:\n  A: {Type: x, B: [}\n')[0]).toMatch(/^YAML_SYNTAX 2:/);
    expect(codes('Transform: AWS::Serverless-2016-10-31\nResources: {}')).toEqual(['SAM_TEMPLATE 1:12']);
    expect(codes('Description: x')).toEqual(['NO_RESOURCES 1:1']);
    expect(codes('Resources:\n  A: !Nope x\n').at(-1)).toEqual(expect.stringMatching(/^UNKNOWN_TAG 2:/));
  });

  it('an include that includes itself, and one that is not there', () => {
    writeFileSync(
      join(folder, 'self.yaml'),
      'Fn::Transform: {Name: AWS::Include, Parameters: {Location: self.yaml}}',
    );
    const include = (path: string): string =>
      `Resources: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: ${path}}}}`;
    expect(codes(include('self.yaml')).join()).toContain('INCLUDE_TOO_DEEP');
    expect(codes(include('none.yaml'))).toContain('FILE_MISSING 1:13');
    expect(codes(include('s3://bucket/x'))).toContain('INCLUDE_NOT_LOCAL 1:28');
  });

  it('never throws, whatever the values are', () => {
    const types = [
      'AWS::Lambda::Function',
      'AWS::ApiGateway::RestApi',
      'AWS::ApiGateway::Stage',
      'AWS::WAFv2::WebACL',
    ];
    const keys = [
      'Body',
      'Code',
      'Handler',
      'Type',
      'Ref',
      'Fn::Sub',
      'Fn::If',
      'Fn::GetAtt',
      'Fn::Join',
      'paths',
      'openapi',
    ];
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('A', '${A.b}', '3.0.1', '/x'),
        fc.integer(),
        fc.constant(null),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.dictionary(fc.constantFrom(...keys), tree),
        (Type, Properties) => {
          const { stack, diagnostics } = load(JSON.stringify({ Resources: { A: { Type, Properties } } }));
          expect(stack !== undefined || diagnostics.length > 0).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});
