import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/core/diagnostics.js';
import type { WebAcl } from '../../../src/core/stack/model.js';
import { method, restApi, stackOf, stage } from '../../helpers/gateway/model.js';
import { startGateway } from '../../helpers/gateway/start.js';

type Dict = Record<string, unknown>;

const place = { file: 'template.yaml', line: 12, column: 5 };
const NONE = [{ Priority: 0, Type: 'NONE' }];

function stackWith(rule: Dict) {
  const acl: WebAcl = {
    logicalId: 'Acl',
    arn: 'arn:acl',
    name: 'acl',
    defaultAction: { Allow: {} },
    rules: [{ Name: 'one', Priority: 1, ...rule }],
    customResponseBodies: {},
    bodyLimit: 16_384,
    references: {},
    place,
  };
  const api = restApi([method('ANY', '/{proxy+}')], { stages: [stage({ webAclArn: acl.arn })] });
  return stackOf([api], { webAcls: [acl] });
}

const blocking = (Statement: Dict): Dict => ({ Statement, Action: { Block: {} } });
const bytes = (change: Dict): Dict =>
  blocking({
    ByteMatchStatement: {
      SearchString: 'x',
      PositionalConstraint: 'CONTAINS',
      FieldToMatch: { QueryString: {} },
      TextTransformations: NONE,
      ...change,
    },
  });
const rate = (change: Dict): Dict =>
  blocking({ RateBasedStatement: { Limit: 100, AggregateKeyType: 'IP', ...change } });
const group = (Name: string, change: Dict = {}): Dict => ({
  Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name, ...change } },
  OverrideAction: { None: {} },
});

/** What would let through what AWS stops, were it passed over. */
const REFUSED: [what: string, rule: Dict][] = [
  ['the statement ClairvoyanceStatement', blocking({ ClairvoyanceStatement: {} })],
  ['a Statement of 2 kinds', blocking({ XssMatchStatement: {}, SqliMatchStatement: {} })],
  ['a Statement of 0 kinds', blocking({})],
  ['FieldToMatch UriFragment', bytes({ FieldToMatch: { UriFragment: {} } })],
  ['FieldToMatch JA3Fingerprint', bytes({ FieldToMatch: { JA3Fingerprint: {} } })],
  ['PositionalConstraint SOMEWHERE', bytes({ PositionalConstraint: 'SOMEWHERE' })],
  ['the text transformation ROT13', bytes({ TextTransformations: [{ Priority: 0, Type: 'ROT13' }] })],
  [
    'ComparisonOperator ABOUT',
    blocking({
      SizeConstraintStatement: {
        FieldToMatch: { Body: {} },
        ComparisonOperator: 'ABOUT',
        Size: 1,
        TextTransformations: NONE,
      },
    }),
  ],
  ['the IP set arn:elsewhere', blocking({ IPSetReferenceStatement: { Arn: 'arn:elsewhere' } })],
  [
    'the regex pattern set arn:elsewhere',
    blocking({
      RegexPatternSetReferenceStatement: {
        Arn: 'arn:elsewhere',
        FieldToMatch: { UriPath: {} },
        TextTransformations: NONE,
      },
    }),
  ],
  [
    'the rule group arn:elsewhere',
    { Statement: { RuleGroupReferenceStatement: { Arn: 'arn:elsewhere' } }, OverrideAction: { None: {} } },
  ],
  ['the managed rule group AWS AWSManagedRulesBotControlRuleSet', group('AWSManagedRulesBotControlRuleSet')],
  ['a rule group without OverrideAction', { Statement: group('AWSManagedRulesSQLiRuleSet').Statement }],
  ['the Action undefined', { Statement: { XssMatchStatement: { FieldToMatch: { Body: {} } } } }],
  ['a rate Limit of 5', rate({ Limit: 5 })],
  ['EvaluationWindowSec 90', rate({ EvaluationWindowSec: 90 })],
  ['AggregateKeyType MOON', rate({ AggregateKeyType: 'MOON' })],
  ['a CONSTANT key without ScopeDownStatement', rate({ AggregateKeyType: 'CONSTANT' })],
  [
    'the rate key JA3Fingerprint',
    rate({ AggregateKeyType: 'CUSTOM_KEYS', CustomKeys: [{ JA3Fingerprint: {} }] }),
  ],
  [
    'GeoMatchStatement by a forwarded address',
    blocking({
      GeoMatchStatement: {
        CountryCodes: ['US'],
        ForwardedIPConfig: { HeaderName: 'X-Forwarded-For', FallbackBehavior: 'MATCH' },
      },
    }),
  ],
];

describe('what a web ACL asks for and is not emulated', () => {
  for (const [what, rule] of REFUSED)
    it(`refuses the stack: ${what}`, async () => {
      await expect(startGateway(stackWith(rule))).rejects.toMatchObject({
        code: 'STACK_INVALID',
        problem: {
          why: expect.stringContaining(`template.yaml:12:5 Web ACL acl, rule one, asks for ${what}`),
        },
      });
    });
  it('a pattern that no engine can run in linear time refuses it too', async () => {
    const rule = blocking({
      RegexMatchStatement: { RegexString: '(a+)\\1+', FieldToMatch: { Body: {} }, TextTransformations: NONE },
    });
    await expect(startGateway(stackWith(rule))).rejects.toMatchObject({ code: 'STACK_INVALID' });
  });
  it('an edit that brings it in is refused, and the last good stack goes on', async () => {
    await using aws = await startGateway(stackWith(bytes({})));
    const [fault] = aws.gateway.replaceStack(stackWith(blocking({ ClairvoyanceStatement: {} })));
    expect(fault).toMatchObject({ severity: 'error', code: 'WAF_NOT_EMULATED', place });
    expect((await aws.send('/a?x')).status).toBe(403);
  });
  it('rules that only cannot match here are remarks', async () => {
    await using aws = await startGateway(stackWith(bytes({})));
    const remarks = (rule: Dict): Diagnostic[] => [...aws.gateway.replaceStack(stackWith(rule))];
    expect(remarks(blocking({ GeoMatchStatement: { CountryCodes: ['US'] } }))).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('no country') },
    ]);
    const overrides = [{ Name: 'Typo_BODY', ActionToUse: { Count: {} } }];
    const typo = group('AWSManagedRulesSQLiRuleSet', { RuleActionOverrides: overrides });
    expect(remarks(typo)).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('Typo_BODY') },
    ]);
    expect((await aws.send('/a')).status).toBe(200);
  });
});
