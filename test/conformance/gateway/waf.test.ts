import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { WebAcl } from '../../../src/core/stack/model.js';
import { fact } from '../../helpers/gateway/fact.js';
import { method, restApi, stackOf, stage } from '../../helpers/gateway/model.js';
import { type RunningGateway, startGateway } from '../../helpers/gateway/start.js';
import { valuesOf, type WireCall } from '../../helpers/gateway/wire.js';

type Dict = Record<string, unknown>;

function acl(name: string, rules: Dict[], change: Partial<WebAcl> = {}): WebAcl {
  return {
    logicalId: name,
    arn: `arn:waf:${name}`,
    name,
    defaultAction: { Allow: {} },
    rules,
    customResponseBodies: {},
    bodyLimit: 16_384,
    references: {},
    place: { file: 'template.yaml', line: 1, column: 1 },
    ...change,
  };
}

function rule(priority: number, statement: Dict, action: Dict = { Block: {} }, change: Dict = {}): Dict {
  return { Name: `rule-${priority}`, Priority: priority, Statement: statement, Action: action, ...change };
}

const NONE = [{ Priority: 0, Type: 'NONE' }];
const on = (field: Dict, body: Dict = {}): Dict => ({
  FieldToMatch: field,
  TextTransformations: NONE,
  ...body,
});
const contains = (text: string, field: Dict = { QueryString: {} }, body: Dict = {}): Dict => ({
  ByteMatchStatement: { SearchString: text, PositionalConstraint: 'CONTAINS', ...on(field), ...body },
});
const managed = (name: string, body: Dict = {}): Dict => ({
  ManagedRuleGroupStatement: { VendorName: 'AWS', Name: name, ...body },
});

/** A gateway with one API behind each ACL; `name` is the API's id. */
async function behind(acls: Record<string, WebAcl>): Promise<RunningGateway> {
  const apis = Object.entries(acls).map(([id, { arn }]) =>
    restApi([method('ANY', '/{proxy+}')], {
      id,
      stages: [stage({ webAclArn: arn })],
    }),
  );
  return startGateway(stackOf(apis, { webAcls: Object.values(acls) }));
}

describe('§12 WAFv2', () => {
  let aws: RunningGateway;
  const one = (name: string, ...rules: Dict[]) => acl(name, rules);
  const byte = (name: string, constraint: string, search: string, type = 'NONE') =>
    one(
      name,
      rule(
        1,
        contains(
          search,
          { QueryString: {} },
          {
            PositionalConstraint: constraint,
            TextTransformations: [{ Priority: 0, Type: type }],
          },
        ),
      ),
    );
  beforeAll(async () => {
    const custom = acl(
      'custom',
      [
        rule(1, contains('attack'), {
          Block: {
            CustomResponse: {
              ResponseCode: 429,
              CustomResponseBodyKey: 'slow',
              ResponseHeaders: [{ Name: 'X-Why', Value: 'waf' }],
            },
          },
        }),
        rule(2, contains('counted'), {
          Count: { CustomRequestHandling: { InsertHeaders: [{ Name: 'seen', Value: 'yes' }] } },
        }),
        rule(3, contains('captcha'), { Captcha: {} }),
        rule(4, contains('challenge'), { Challenge: {} }),
      ],
      { customResponseBodies: { slow: { ContentType: 'APPLICATION_JSON', Content: '{"slow":true}' } } },
    );
    const sets = {
      'arn:ips': { Addresses: ['127.0.0.2/32', '10.0.0.0/8', '2001:db8::/32'] },
      'arn:regexes': { RegularExpressionList: ['^bad-[0-9]+$', 'worse'] },
      'arn:group': { Rules: [rule(1, contains('grouped'))] },
    };
    aws = await behind({
      default000: one('default', rule(1, contains('attack'))),
      priority00: one('priority', rule(2, contains('x')), rule(1, contains('x'), { Allow: {} })),
      deny000000: acl('deny', [rule(1, contains('good'), { Allow: {} })], { defaultAction: { Block: {} } }),
      custom0000: custom,
      labels0000: one(
        'labels',
        rule(1, contains('mark'), { Count: {} }, { RuleLabels: [{ Name: 'app:marked' }] }),
        rule(2, { LabelMatchStatement: { Scope: 'LABEL', Key: 'app:marked' } }),
      ),
      spaces0000: one(
        'spaces',
        rule(1, contains('mark'), { Count: {} }, { RuleLabels: [{ Name: 'app:marked' }] }),
        rule(2, { LabelMatchStatement: { Scope: 'NAMESPACE', Key: 'app:' } }),
      ),
      exactly000: byte('exactly', 'EXACTLY', 'q=1'),
      starts0000: byte('starts', 'STARTS_WITH', 'q='),
      ends000000: byte('ends', 'ENDS_WITH', 'z'),
      word000000: byte('word', 'CONTAINS_WORD', 'cat'),
      lower00000: byte('lower', 'CONTAINS', 'attack', 'LOWERCASE'),
      decode0000: byte('decode', 'CONTAINS', '<x>', 'URL_DECODE'),
      logic00000: one(
        'logic',
        rule(1, {
          AndStatement: { Statements: [contains('a'), { NotStatement: { Statement: contains('b') } }] },
        }),
        rule(2, { OrStatement: { Statements: [contains('x'), contains('y')] } }),
      ),
      header0000: one('header', rule(1, contains('bad', { SingleHeader: { Name: 'X-Test' } }))),
      argument00: one('argument', rule(1, contains('bad', { SingleQueryArgument: { Name: 'Name' } }))),
      cookies000: one(
        'cookies',
        rule(
          1,
          contains('bad', {
            Cookies: {
              MatchPattern: { IncludedCookies: ['Id'] },
              MatchScope: 'VALUE',
              OversizeHandling: 'CONTINUE',
            },
          }),
        ),
      ),
      path000000: one('path', rule(1, contains('/A%2Fb', { UriPath: {} }))),
      body000000: one('body', rule(1, contains('bad', { Body: {} }))),
      oversize00: one('oversize', rule(1, contains('bad', { Body: { OversizeHandling: 'MATCH' } }))),
      json000000: one(
        'json',
        rule(
          1,
          contains('bad', {
            JsonBody: {
              MatchPattern: { IncludedPaths: ['/a'] },
              MatchScope: 'VALUE',
              InvalidFallbackBehavior: 'MATCH',
            },
          }),
        ),
      ),
      lenient000: one(
        'lenient',
        rule(
          1,
          contains('bad', {
            JsonBody: {
              MatchPattern: { IncludedPaths: ['/a'] },
              MatchScope: 'VALUE',
              InvalidFallbackBehavior: 'NO_MATCH',
            },
          }),
        ),
      ),
      size000000: one(
        'size',
        rule(1, {
          SizeConstraintStatement: { ...on({ QueryString: {} }), ComparisonOperator: 'GT', Size: 5 },
        }),
      ),
      regex00000: one(
        'regex',
        rule(1, { RegexMatchStatement: { RegexString: '^q=(a+)+$', ...on({ QueryString: {} }) } }),
      ),
      set0000000: acl(
        'set',
        [rule(1, { RegexPatternSetReferenceStatement: { Arn: 'arn:regexes', ...on({ QueryString: {} }) } })],
        { references: sets },
      ),
      ips0000000: acl('ips', [rule(1, { IPSetReferenceStatement: { Arn: 'arn:ips' } })], {
        references: sets,
      }),
      forwarded0: acl(
        'forwarded',
        [
          rule(1, {
            IPSetReferenceStatement: {
              Arn: 'arn:ips',
              IPSetForwardedIPConfig: {
                HeaderName: 'X-Forwarded-For',
                FallbackBehavior: 'MATCH',
                Position: 'FIRST',
              },
            },
          }),
        ],
        { references: sets },
      ),
      group00000: acl(
        'group',
        [
          {
            Name: 'g',
            Priority: 1,
            Statement: { RuleGroupReferenceStatement: { Arn: 'arn:group' } },
            OverrideAction: { None: {} },
          },
        ],
        { references: sets },
      ),
      rate000000: one(
        'rate',
        rule(1, {
          RateBasedStatement: {
            Limit: 10,
            EvaluationWindowSec: 60,
            AggregateKeyType: 'IP',
            ScopeDownStatement: contains('counted'),
          },
        }),
      ),
      keys000000: one(
        'keys',
        rule(1, {
          RateBasedStatement: {
            Limit: 10,
            EvaluationWindowSec: 60,
            AggregateKeyType: 'CUSTOM_KEYS',
            CustomKeys: [{ Header: { Name: 'X-Tenant', TextTransformations: NONE } }],
          },
        }),
      ),
      lowkeys000: one(
        'lowkeys',
        rule(1, {
          RateBasedStatement: {
            Limit: 10,
            EvaluationWindowSec: 60,
            AggregateKeyType: 'CUSTOM_KEYS',
            CustomKeys: [
              { Header: { Name: 'X-Tenant', TextTransformations: [{ Priority: 0, Type: 'LOWERCASE' }] } },
            ],
          },
        }),
      ),
      viaproxy00: one(
        'viaproxy',
        rule(1, {
          RateBasedStatement: {
            Limit: 10,
            AggregateKeyType: 'FORWARDED_IP',
            ForwardedIPConfig: { HeaderName: 'X-Forwarded-For', FallbackBehavior: 'MATCH' },
          },
        }),
      ),
      order00000: one(
        'order',
        rule(1, contains('x-a:x-b', { HeaderOrder: { OversizeHandling: 'CONTINUE' } })),
      ),
      ja3match00: one('ja3match', rule(1, contains('0', { JA3Fingerprint: { FallbackBehavior: 'MATCH' } }))),
      ja4not0000: one('ja4not', rule(1, contains('0', { JA4Fingerprint: { FallbackBehavior: 'NO_MATCH' } }))),
      large00000: acl('large', [rule(1, contains('bad', { Body: {} }))], { bodyLimit: 65_536 }),
      sqli000000: one(
        'sqli',
        rule(1, {
          SqliMatchStatement: {
            ...on({ QueryString: {} }, { TextTransformations: [{ Priority: 0, Type: 'URL_DECODE' }] }),
          },
        }),
      ),
      xss0000000: one(
        'xss',
        rule(1, {
          XssMatchStatement: {
            ...on({ AllQueryArguments: {} }, { TextTransformations: [{ Priority: 0, Type: 'URL_DECODE' }] }),
          },
        }),
      ),
    });
  });
  afterAll(async () => aws[Symbol.asyncDispose]());

  async function status(api: string, target: string, call: WireCall = {}): Promise<number> {
    return (await aws.send(`/_aws/execute-api/${api}/prod${target}`, call)).status;
  }

  fact('§12.1 the default block: 403 Forbidden', async () => {
    const answer = await aws.send('/_aws/execute-api/default000/prod/x?attack=1');
    expect([answer.status, answer.body.toString()]).toEqual([403, '{"message":"Forbidden"}']);
    expect(valuesOf(answer, 'x-amzn-ErrorType')).toEqual(['ForbiddenException']);
    expect(await status('default000', '/x?ok=1')).toBe(200);
  });
  fact('§12.1 rules by ascending priority; the first Allow or Block ends it', async () => {
    expect(await status('priority00', '/x?x')).toBe(200);
  });
  fact('§12.1 no match: the default action', async () => {
    expect(await status('deny000000', '/x')).toBe(403);
    expect(await status('deny000000', '/x?good')).toBe(200);
  });
  fact('§12.1 a custom response: status, headers and body', async () => {
    const answer = await aws.send('/_aws/execute-api/custom0000/prod/x?attack');
    expect([answer.status, answer.body.toString()]).toEqual([429, '{"slow":true}']);
    expect(valuesOf(answer, 'X-Why')).toEqual(['waf']);
    expect(valuesOf(answer, 'Content-Type')).toEqual(['application/json']);
  });
  fact('§12.1 Count goes on; inserted headers get the prefix x-amzn-waf-', async () => {
    expect(await status('custom0000', '/x?counted')).toBe(200);
    expect(aws.event().headers).toMatchObject({ 'x-amzn-waf-seen': 'yes' });
  });
  fact('§12.1 CAPTCHA and Challenge without a token end the request', async () => {
    const captcha = await aws.send('/_aws/execute-api/custom0000/prod/x?captcha');
    expect([captcha.status, valuesOf(captcha, 'x-amzn-waf-action')]).toEqual([405, ['captcha']]);
    const challenge = await aws.send('/_aws/execute-api/custom0000/prod/x?challenge');
    expect([challenge.status, valuesOf(challenge, 'x-amzn-waf-action')]).toEqual([202, ['challenge']]);
  });
  fact('§12.1 labels of counting rules are visible to later ones, by label and namespace', async () => {
    expect(await status('labels0000', '/x?mark')).toBe(403);
    expect(await status('labels0000', '/x')).toBe(200);
    expect(await status('spaces0000', '/x?mark')).toBe(403);
  });
  fact('§4 step 3: WAF goes before the route match', async () => {
    expect(await status('default000', '/?attack')).toBe(403);
    const answer = await aws.send('/_aws/execute-api/default000/prod/?attack');
    expect(answer.body.toString()).toBe('{"message":"Forbidden"}');
  });
  for (const [api, hit, miss] of [
    ['exactly000', '/x?q=1', '/x?q=12'],
    ['starts0000', '/x?q=', '/x?aq='],
    ['ends000000', '/x?az', '/x?za'],
    ['word000000', '/x?a=cat', '/x?cats'],
    ['lower00000', '/x?ATTack', '/x?atta'],
    ['decode0000', '/x?%3Cx%3E', '/x?x'],
    ['path000000', '/A%2Fb', '/a%2Fb'],
    ['argument00', '/x?NAME=bad', '/x?other=bad'],
    ['size000000', '/x?123456', '/x?12345'],
    ['regex00000', '/x?q=aaaa', `/x?q=${'a'.repeat(3000)}!`],
    ['set0000000', '/x?bad-12', '/x?bad-x'],
    ['group00000', '/x?grouped', '/x?x'],
    ['sqli000000', "/x?q=1'%20or%20'1'='1", "/x?q=O'Brien"],
    ['xss0000000', '/x?q=%3Cscript%3Ealert(1)%3C/script%3E', '/x?q=%3Cb%3Ebold%3C/b%3E'],
  ] as const)
    fact(`§12.2 statement ${api.replace(/0+$/, '')}`, async () => {
      expect([await status(api, hit), await status(api, miss)]).toEqual([403, 200]);
    });
  fact('§12.2 And, Or, Not', async () => {
    const asked = ['a', 'ab', 'y', 'z'].map((query) => status('logic00000', `/q?${query}`));
    expect(await Promise.all(asked)).toEqual([403, 200, 403, 200]);
  });
  fact('§12.2 a header by name without case; a missing one does not match', async () => {
    expect(await status('header0000', '/x', { headers: ['x-tEST: a bad one'] })).toBe(403);
    expect(await status('header0000', '/x')).toBe(200);
  });
  fact('§12.2 cookie keys are case-sensitive', async () => {
    expect(await status('cookies000', '/x', { headers: ['Cookie: Id=bad'] })).toBe(403);
    expect(await status('cookies000', '/x', { headers: ['Cookie: id=bad'] })).toBe(200);
  });
  fact('§12.2 JsonBody: included paths, and the fallback for what is no JSON', async () => {
    const post = (body: string) => status('json000000', '/x', { method: 'POST', body });
    expect(await post('{"a":{"x":"bad"}}')).toBe(403);
    expect(await post('{"b":"bad"}')).toBe(200);
    expect(await post('{')).toBe(403);
  });
  fact('§12.3 the body is inspected up to 16 KB; the backend gets it whole', async () => {
    const body = `${'x'.repeat(16 * 1024)}bad`;
    expect(await status('body000000', '/x', { method: 'POST', body })).toBe(200);
    expect(aws.event().body).toBe(body);
    expect(await status('body000000', '/x', { method: 'POST', body: body.slice(10) })).toBe(403);
    expect(await status('oversize00', '/x', { method: 'POST', body })).toBe(403);
  });
  fact('§12.2 IP sets by the source address', async () => {
    expect(await status('ips0000000', '/x')).toBe(200);
    expect(await status('ips0000000', '/x', { localAddress: '127.0.0.2' })).toBe(403);
  });
  fact('§12.2 forwarded addresses: absent header, malformed, first', async () => {
    const by = (value?: string) =>
      status('forwarded0', '/x', value === undefined ? {} : { headers: [`X-Forwarded-For: ${value}`] });
    expect(await by()).toBe(200);
    expect(await by('rubbish')).toBe(403);
    expect(await by('10.1.2.3, 8.8.8.8')).toBe(403);
    expect(await by('8.8.8.8, 10.1.2.3')).toBe(200);
  });
  fact('§12.4 rate-based: over the limit within the window, only what the scope-down covers', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) statuses.push(await status('rate000000', '/x?counted'));
    expect(statuses.filter((one) => one === 403)).toHaveLength(2);
    expect(await status('rate000000', '/x')).toBe(200);
    aws.clock.advance(70_000);
    expect(await status('rate000000', '/x?counted')).toBe(200);
    aws.clock.reset();
  });
  fact('§12.2 JsonBody is lenient about a missing comma or colon', async () => {
    const post = (body: string) => status('lenient000', '/x', { method: 'POST', body });
    expect(await post('{"x":1 "a":"bad"}')).toBe(403);
    expect(await post('{"x" [1 {"y":2}] "a" "bad"}')).toBe(403);
    expect(await post('{"x":1 "a":"fine"}')).toBe(200);
    expect(await post('{"a":"bad"')).toBe(200); // no JSON even so: NO_MATCH
  });
  fact('§12.2 header order, and fingerprints of a handshake that never was', async () => {
    expect(await status('order00000', '/x', { headers: ['X-A: 1', 'X-B: 2'] })).toBe(403);
    expect(await status('order00000', '/x', { headers: ['X-B: 1', 'X-A: 2'] })).toBe(200);
    expect(await status('ja3match00', '/x')).toBe(403);
    expect(await status('ja4not0000', '/x')).toBe(200);
  });
  fact('§12.3 AssociationConfig raises what is inspected of a body', async () => {
    const body = `${'a'.repeat(40_000)}bad`;
    expect(await status('large00000', '/x', { method: 'POST', body })).toBe(403);
    expect(await status('body000000', '/x', { method: 'POST', body })).toBe(200);
  });
  fact('§12.4 a forwarded address: absent, malformed, counted', async () => {
    const via = (address: string) => status('viaproxy00', '/x', { headers: [`X-Forwarded-For: ${address}`] });
    for (let i = 0; i < 12; i++) expect(await status('viaproxy00', '/x')).toBe(200);
    expect(await via('nonsense')).toBe(403);
    for (let i = 0; i < 10; i++) expect(await via('192.0.2.7, 10.0.0.1')).toBe(200);
    expect([await via('192.0.2.7'), await via('192.0.2.8')]).toEqual([403, 200]);
  });
  fact('§12.4 custom keys are transformed before they are counted', async () => {
    const ask = (tenant: string) => status('lowkeys000', '/x', { headers: [`X-Tenant: ${tenant}`] });
    for (let i = 0; i < 10; i++) await ask(i % 2 === 0 ? 'AiRliNe' : 'airline');
    expect(await ask('AIRLINE')).toBe(403);
  });
  fact('§12.4 custom keys are counted apart', async () => {
    const ask = (tenant: string) => status('keys000000', '/x', { headers: [`X-Tenant: ${tenant}`] });
    for (let i = 0; i < 10; i++) await ask('a');
    expect([await ask('a'), await ask('b')]).toEqual([403, 200]);
    aws.gateway.resetTraffic();
    expect(await ask('a')).toBe(200);
  });
});

describe('§12.6 managed rule groups', () => {
  let aws: RunningGateway;
  let count = 0;
  const group = (name: string, body: Dict = {}, override: Dict = { None: {} }) =>
    acl(`acl-${count++}`, [
      { Name: 'managed', Priority: 1, Statement: managed(name, body), OverrideAction: override },
    ]);
  beforeAll(async () => {
    const common = 'AWSManagedRulesCommonRuleSet';
    aws = await behind({
      common0000: group(common),
      bad0000000: group('AWSManagedRulesKnownBadInputsRuleSet'),
      sql0000000: group('AWSManagedRulesSQLiRuleSet'),
      counted000: group(common, {}, { Count: {} }),
      override00: group(common, {
        RuleActionOverrides: [{ Name: 'NoUserAgent_HEADER', ActionToUse: { Count: {} } }],
      }),
      label00000: acl('label', [
        { Name: 'managed', Priority: 1, Statement: managed(common), OverrideAction: { Count: {} } },
        rule(2, {
          LabelMatchStatement: { Scope: 'LABEL', Key: 'awswaf:managed:aws:core-rule-set:NoUserAgent_Header' },
        }),
      ]),
    });
  });
  afterAll(async () => aws[Symbol.asyncDispose]());

  const agent = 'User-Agent: test';
  async function blockedBy(api: string, target: string, call: WireCall = {}): Promise<string | undefined> {
    const answer = await aws.send(`/_aws/execute-api/${api}/prod${target}`, {
      ...call,
      headers: call.headers ?? [agent],
    });
    if (answer.status !== 403) return undefined;
    const id = valuesOf(answer, 'x-amzn-RequestId')[0] as string;
    return /rule managed\/(\w+)/.exec(aws.gateway.explain(id)?.record.decidedBy.reason ?? '')?.[1];
  }
  const post = (body: string): WireCall => ({ method: 'POST', body });

  const cases: [rule: string, api: string, target: string, call?: WireCall][] = [
    ['NoUserAgent_HEADER', 'common0000', '/x', { headers: [] }],
    ['UserAgent_BadBots_HEADER', 'common0000', '/x', { headers: ['User-Agent: Nessus SOAP'] }],
    ['SizeRestrictions_QUERYSTRING', 'common0000', `/x?${'a'.repeat(2049)}`],
    ['SizeRestrictions_BODY', 'common0000', '/x', post('a'.repeat(8193))],
    ['SizeRestrictions_URIPATH', 'common0000', `/${'a'.repeat(1025)}`],
    ['EC2MetaDataSSRF_BODY', 'common0000', '/x', post('http://169.254.169.254/')],
    ['EC2MetaDataSSRF_COOKIE', 'common0000', '/x', { headers: [agent, 'Cookie: a=http://169.254.169.254/'] }],
    ['EC2MetaDataSSRF_URIPATH', 'common0000', '/169.254.169.254'],
    ['EC2MetaDataSSRF_QUERYARGUMENTS', 'common0000', '/x?u=169.254.169.254'],
    ['GenericLFI_QUERYARGUMENTS', 'common0000', '/x?f=../../etc'],
    ['GenericLFI_URIPATH', 'common0000', '/x/../../etc'],
    ['GenericLFI_BODY', 'common0000', '/x', post('f=..%2f..%2fetc')],
    ['RestrictedExtensions_URIPATH', 'common0000', '/debug.log'],
    ['RestrictedExtensions_QUERYARGUMENTS', 'common0000', '/x?f=settings.ini'],
    ['GenericRFI_QUERYARGUMENTS', 'common0000', '/x?u=http://203.0.113.7/a'],
    ['GenericRFI_BODY', 'common0000', '/x', post('u=http://203.0.113.7/a')],
    ['GenericRFI_URIPATH', 'common0000', '/http://203.0.113.7/a'],
    [
      'CrossSiteScripting_COOKIE',
      'common0000',
      '/x',
      { headers: [agent, 'Cookie: a=<script>alert(1)</script>'] },
    ],
    ['CrossSiteScripting_QUERYARGUMENTS', 'common0000', '/x?q=%3Cscript%3E'],
    ['CrossSiteScripting_BODY', 'common0000', '/x', post('{"a":"<script>alert(1)</script>"}')],
    ['CrossSiteScripting_URIPATH', 'common0000', '/%3Cscript%3E'],
    ['JavaDeserializationRCE_HEADER', 'bad0000000', '/x', { headers: [agent, 'X-A: rO0ABXNy'] }],
    ['JavaDeserializationRCE_BODY', 'bad0000000', '/x', post('rO0ABXNy')],
    ['JavaDeserializationRCE_URIPATH', 'bad0000000', '/rO0ABXNy'],
    ['JavaDeserializationRCE_QUERYSTRING', 'bad0000000', '/x?q=rO0ABXNy'],
    ['Host_localhost_HEADER', 'bad0000000', '/x', { headers: [agent, 'Host: localhost'] }],
    ['PROPFIND_METHOD', 'bad0000000', '/x', { method: 'PROPFIND', headers: [agent] }],
    ['ExploitablePaths_URIPATH', 'bad0000000', '/WEB-INF/web.xml'],
    ['Log4JRCE_HEADER', 'bad0000000', '/x', { headers: ['User-Agent: ${jndi:ldap://a/b}'] }],
    ['Log4JRCE_QUERYSTRING', 'bad0000000', '/x?q=%24%7Bjndi:ldap://a%7D'],
    ['Log4JRCE_BODY', 'bad0000000', '/x', post('${${lower:j}ndi:ldap://a}')],
    ['Log4JRCE_URIPATH', 'bad0000000', '/%24%7Bjndi:ldap:a%7D'],
    ['ReactJSRCE_BODY', 'bad0000000', '/x', post('{"then":"$1:__proto__:then","status":"resolved_model"}')],
    ['SQLi_QUERYARGUMENTS', 'sql0000000', "/x?q=1'%20or%20'1'%3D'1"],
    ['SQLi_BODY', 'sql0000000', '/x', post('{"name":"\' or 1=1--"}')],
    ['SQLi_COOKIE', 'sql0000000', '/x', { headers: [agent, "Cookie: a=1' or '1'='1"] }],
    ['SQLiExtendedPatterns_QUERYARGUMENTS', 'sql0000000', '/x?q=1%20union%20select%201,2'],
    ['SQLiExtendedPatterns_BODY', 'sql0000000', '/x', post('q=1+union+select+1,2')],
    ['SQLiExtendedPatterns_HEADER', 'sql0000000', '/x', { headers: [agent, 'X-A: 1 union select 1,2'] }],
    ['SQLiExtendedPatterns_URIPATH', 'sql0000000', '/1%20union%20select%201,2'],
  ];
  for (const [name, api, target, call] of cases)
    fact(`§12.6 ${name}`, async () => {
      expect(await blockedBy(api, target, call)).toBe(name);
    });
  fact('§12.6 an ordinary request passes all groups', async () => {
    const body = JSON.stringify({
      pnr: 'ABC123',
      passengers: [{ firstName: 'Siobhán', lastName: "O'Brien", email: 'a.b@example.com' }],
      note: 'Window or aisle; select one, please -- thanks!',
    });
    for (const api of ['common0000', 'bad0000000', 'sql0000000'])
      expect(await blockedBy(api, '/orders/1?locale=en-GB&note=it%27s+ok', post(body))).toBeUndefined();
  });
  fact("§12.6 a Host that names this very server counts as the API's domain", async () => {
    const headers = [agent, `Host: localhost:${aws.gateway.port}`];
    expect(await blockedBy('bad0000000', '/x', { headers })).toBeUndefined();
  });
  fact('§12.1 the group overridden to Count, and one rule of it', async () => {
    expect(await blockedBy('counted000', '/x', { headers: [] })).toBeUndefined();
    expect(await blockedBy('override00', '/x', { headers: [] })).toBeUndefined();
    expect(await blockedBy('override00', '/x?q=%3Cscript%3E')).toBe('CrossSiteScripting_QUERYARGUMENTS');
  });
  fact('§12.6 labels awswaf:managed:aws:<group>:<Rule>', async () => {
    const answer = await aws.send('/_aws/execute-api/label00000/prod/x', { headers: [] });
    expect(answer.status).toBe(403);
  });
});
