import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../../src/core/policy/compile.js';
import { PolicyError } from '../../../src/core/policy/error.js';
import { evaluate, type PolicyRequest } from '../../../src/core/policy/evaluate.js';
import { executeApiArn, expandResource, parseExecuteApiArn } from '../../../src/core/policy/execute-api.js';
import { globMatches } from '../../../src/core/policy/pattern.js';

const ARN = 'arn:aws:execute-api:eu-west-1:123456789012:abcdefghij/prod/GET/items/1';
const ASK: PolicyRequest = { action: 'execute-api:Invoke', resource: ARN };

function decide(statement: object | object[], request: Partial<PolicyRequest> = {}): string {
  const document = { Version: '2012-10-17', Statement: statement };
  return evaluate([compilePolicy(document)], { ...ASK, ...request }).decision;
}

function allow(change: object): object {
  return { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: ARN, ...change };
}

/** Allowed under this condition and context? */
function holds(operator: string, wanted: unknown, given: PolicyRequest['context']): boolean {
  return decide(allow({ Condition: { [operator]: { 'aws:k': wanted } } }), { context: given }) === 'allow';
}

/** The obvious, exponential matcher. */
function slowGlob(glob: string, text: string): boolean {
  if (glob === '') return text === '';
  if (glob[0] === '*') return slowGlob(glob.slice(1), text) || (text !== '' && slowGlob(glob, text.slice(1)));
  return text !== '' && (glob[0] === '?' || glob[0] === text[0]) && slowGlob(glob.slice(1), text.slice(1));
}

describe('patterns', () => {
  const piece = fc.string({ unit: fc.constantFrom('a', 'b', '/', ':', '*', '?'), maxLength: 8 });
  it('match as the plain recursive definition does', () => {
    fc.assert(
      fc.property(piece, piece, (glob, text) => globMatches(glob, text) === slowGlob(glob, text)),
      {
        numRuns: 2000,
      },
    );
  });

  it('do not blow up on hostile patterns', () => {
    expect(globMatches(`${'*a'.repeat(200)}b`, 'a'.repeat(5000))).toBe(false);
  });
});

describe('statements', () => {
  it('allow, deny explicitly, deny by silence; a deny wins whatever the order', () => {
    const deny = { Effect: 'Deny', Action: '*', Resource: '*' };
    expect(decide(allow({}))).toBe('allow');
    expect(decide([])).toBe('implicitDeny');
    expect(decide([allow({}), deny])).toBe('explicitDeny');
    expect(decide([deny, allow({})])).toBe('explicitDeny');
  });

  it('compare actions without and resources with regard to case, anchored', () => {
    expect(decide(allow({ Action: 'EXECUTE-API:invoke' }))).toBe('allow');
    expect(decide(allow({ Resource: ARN.toUpperCase() }))).toBe('implicitDeny');
    expect(decide(allow({ Resource: ARN.slice(0, -1) }))).toBe('implicitDeny');
    expect(decide(allow({ Resource: ARN.replace('items/1', '*') }))).toBe('allow');
    expect(decide(allow({ Resource: ARN.replace('items/1', 'items/?') }))).toBe('allow');
  });

  it('know NotAction and NotResource', () => {
    expect(decide({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' })).toBe('allow');
    expect(decide({ Effect: 'Allow', NotAction: 'execute-api:*', Resource: '*' })).toBe('implicitDeny');
    expect(decide({ Effect: 'Allow', Action: '*', NotResource: ARN })).toBe('implicitDeny');
  });

  it('know principals: anyone, accounts, ARNs, services', () => {
    const anonymous = { principal: { type: 'Anonymous' as const, arns: [] } };
    const role = 'arn:aws:iam::123456789012:role/app';
    const caller = { principal: { type: 'AWS' as const, arns: [role], account: '123456789012' } };
    expect(decide(allow({ Principal: '*' }), anonymous)).toBe('allow');
    expect(decide(allow({ Principal: { AWS: '123456789012' } }), anonymous)).toBe('implicitDeny');
    expect(decide(allow({ Principal: { AWS: '123456789012' } }), caller)).toBe('allow');
    expect(decide(allow({ Principal: { AWS: role } }), caller)).toBe('allow');
    expect(decide(allow({ Principal: { AWS: `${role}2` } }), caller)).toBe('implicitDeny');
    expect(decide(allow({ NotPrincipal: { AWS: role } }), caller)).toBe('implicitDeny');
    expect(decide(allow({ Principal: '*' }))).toBe('implicitDeny');
  });

  it('put values into variables, never as wildcards', () => {
    const own = allow({ Resource: 'arn:aws:s3:::home/${aws:username}/*' });
    const ask = (name: string, key: string): string =>
      decide(own, { resource: `arn:aws:s3:::home/${key}`, context: { 'aws:UserName': name } });
    expect(ask('ann', 'ann/x')).toBe('allow');
    expect(ask('ann', 'bob/x')).toBe('implicitDeny');
    expect(ask('*', 'bob/x')).toBe('implicitDeny');
    expect(decide(own, { resource: 'arn:aws:s3:::home//x' })).toBe('implicitDeny');
  });
});

describe('conditions', () => {
  it.each([
    ['StringEquals', 'a', 'a', 'A'],
    ['StringNotEquals', 'a', 'b', 'a'],
    ['StringEqualsIgnoreCase', 'a', 'A', 'b'],
    ['StringLike', 'a*', 'abc', 'ba'],
    ['StringNotLike', 'a*', 'ba', 'abc'],
    ['NumericLessThan', '10', '9', '10'],
    ['NumericGreaterThanEquals', '10', '10', '9.9'],
    ['DateLessThan', '2024-01-01T00:00:00Z', '2023-12-31T23:59:59Z', '2024-01-01T00:00:00Z'],
    ['Bool', 'true', 'True', 'false'],
    ['IpAddress', '192.0.2.0/24', '192.0.2.77', '192.0.3.1'],
    ['IpAddress', '2001:db8::/32', '2001:db8::1', '2001:db9::1'],
    ['NotIpAddress', '192.0.2.0/24', '198.51.100.1', '192.0.2.1'],
    ['ArnLike', 'arn:aws:s3:::b*', 'arn:aws:s3:::bucket', 'arn:aws:sqs:::bucket'],
    ['ArnEquals', 'arn:*:s3:::b', 'arn:aws:s3:::b', 'arn:aws:x:s3:::b'],
    ['BinaryEquals', 'YQ==', 'YQ==', 'Yg=='],
  ])('%s %s: %s yes, %s no', (operator, wanted, yes, no) => {
    expect(holds(operator, wanted, { 'AWS:K': yes })).toBe(true);
    expect(holds(operator, wanted, { 'aws:k': no })).toBe(false);
  });

  it('treat a missing key as IAM does', () => {
    expect(holds('StringEquals', 'a', {})).toBe(false);
    expect(holds('StringNotEquals', 'a', {})).toBe(true);
    expect(holds('StringEqualsIfExists', 'a', {})).toBe(true);
    expect(holds('StringEqualsIfExists', 'a', { 'aws:k': 'b' })).toBe(false);
    expect(holds('Null', 'true', {})).toBe(true);
    expect(holds('Null', 'false', {})).toBe(false);
    expect(holds('ForAllValues:StringEquals', 'a', {})).toBe(true);
    expect(holds('ForAnyValue:StringEquals', 'a', {})).toBe(false);
    expect(holds('ForAnyValue:StringNotEquals', 'a', {})).toBe(false);
  });

  it('quantify over lists', () => {
    expect(holds('ForAllValues:StringEquals', ['a', 'b'], { 'aws:k': ['a', 'b'] })).toBe(true);
    expect(holds('ForAllValues:StringEquals', ['a'], { 'aws:k': ['a', 'b'] })).toBe(false);
    expect(holds('ForAnyValue:StringEquals', ['a'], { 'aws:k': ['a', 'b'] })).toBe(true);
    expect(holds('NumericEquals', '1', { 'aws:k': 'one' })).toBe(false);
  });
});

describe('malformed policies', () => {
  it.each([
    ['a string', 'allow'],
    ['no statement', {}],
    ['a bad version', { Version: '2020-01-01', Statement: [] }],
    ['an unknown element', { Statement: [], Extra: 1 }],
    ['a bad effect', { Statement: allow({ Effect: 'allow' }) }],
    ['no action', { Statement: { Effect: 'Allow', Resource: '*' } }],
    ['both actions', { Statement: allow({ NotAction: '*' }) }],
    ['a number as resource', { Statement: allow({ Resource: 1 }) }],
    ['an empty list', { Statement: allow({ Resource: [] }) }],
    ['a bad operator', { Statement: allow({ Condition: { StringEqual: { a: 'b' } } }) }],
    ['a bad block', { Statement: allow({ Condition: { IpAddress: { a: '192.0.2.0/33' } } }) }],
    ['a wildcard inside a principal', { Statement: allow({ Principal: { AWS: 'arn:aws:iam::1:role/*' } }) }],
  ])('%s is refused', (_name, document) => {
    expect(() => compilePolicy(document)).toThrow(PolicyError);
  });

  it('anything at all either compiles or is a PolicyError', () => {
    fc.assert(
      fc.property(fc.anything(), (document) => {
        try {
          compilePolicy({ Version: '2012-10-17', Statement: document });
        } catch (error) {
          expect(error).toBeInstanceOf(PolicyError);
        }
      }),
    );
  });
});

describe('execute-api ARNs', () => {
  it('go there and back, the root included', () => {
    const parsed = parseExecuteApiArn(ARN);
    expect(parsed).toMatchObject({ apiId: 'abcdefghij', stage: 'prod', httpMethod: 'GET', path: 'items/1' });
    expect(parsed && executeApiArn(parsed)).toBe(ARN);
    expect(parsed && executeApiArn({ ...parsed, path: '/' })).toMatch(/\/GET\/$/);
    expect(parseExecuteApiArn('arn:aws:s3:::x')).toBeUndefined();
  });

  it('are written out from the short form', () => {
    const scope = { partition: 'aws', region: 'eu-west-1', accountId: '123456789012', apiId: 'abcdefghij' };
    expect(expandResource('execute-api:/prod/GET/items/1', scope)).toBe(ARN);
    expect(expandResource('*', scope)).toBe('*');
  });
});
