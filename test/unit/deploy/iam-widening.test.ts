import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../../src/core/policy/compile.js';
import { evaluate, type PolicyRequest } from '../../../src/core/policy/evaluate.js';
import { managedPolicies } from '../../../src/lib/deploy/plan/iam/managed-policies.js';
import { covers, overlap } from '../../../src/lib/deploy/plan/iam/patterns.js';
import { resourceWidenings } from '../../../src/lib/deploy/plan/iam/resource-policies.js';
import { widenings } from '../../../src/lib/deploy/plan/iam/widening.js';

const ACTIONS = ['s3:GetObject', 's3:PutObject', 'sqs:SendMessage'];
const RESOURCES = ['arn:aws:s3:::a/x', 'arn:aws:s3:::a/y', 'arn:aws:s3:::b/x', 'q'];
const KEYS = ['aws:SourceAccount', 'aws:PrincipalTag/team'];
const VALUES = ['1', '2', '12'];
const ACCOUNTS = ['111111111111', '222222222222'];

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const either = (name: string, values: fc.Arbitrary<string[]>) =>
  fc.tuple(fc.boolean(), values).map(([not, list]) => ({ [not ? `Not${name}` : name]: list }));
const condition = fc.oneof(
  {
    arbitrary: fc.constantFrom('true', 'false').map((is) => ({ Null: { [KEYS[0] as string]: is } })),
    weight: 1,
  },
  {
    arbitrary: fc.dictionary(
      fc.constantFrom(
        'StringEquals',
        'StringNotEquals',
        'StringLike',
        'StringEqualsIfExists',
        'ForAllValues:StringEquals',
        'ForAnyValue:StringLike',
      ),
      fc.dictionary(fc.constantFrom(...KEYS), some([...VALUES, '1*']), { minKeys: 1, maxKeys: 2 }),
      { maxKeys: 2 },
    ),
    weight: 6,
  },
);
const principal = fc.oneof(
  fc.constant({}),
  fc.constant({ Principal: '*' }),
  some([
    ...ACCOUNTS,
    'arn:aws:iam::111111111111:root',
    'arn:aws:iam::111111111111:role/r',
    'arn:aws:iam::222222222222:role/s',
  ]).map((AWS) => ({ Principal: { AWS } })),
  fc.constant({ NotPrincipal: { Service: ['sns.amazonaws.com'] } }),
);
const statement = (who: fc.Arbitrary<object>) =>
  fc
    .record({
      Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
      action: either('Action', some([...ACTIONS, 's3:*', 's3:?etObject', '*', 'S3:GETOBJECT'])),
      resource: either(
        'Resource',
        some([...RESOURCES, 'arn:aws:s3:::a/*', 'arn:aws:s3:::?/x', '*', 'arn:*${aws:SourceAccount}']),
      ),
      Condition: condition,
      who,
    })
    .map(({ action, resource, who: named, ...rest }) => ({ ...rest, ...action, ...resource, ...named }));
const policy = fc.constantFrom(fc.constant({}), principal).chain((who) =>
  fc.record({
    Version: fc.constantFrom('2012-10-17', '2008-10-17'),
    Statement: fc.array(statement(who), { maxLength: 4 }),
  }),
);
const request: fc.Arbitrary<PolicyRequest> = fc.record({
  action: fc.constantFrom(...ACTIONS),
  resource: fc.constantFrom(...RESOURCES, 'arn:aws:s3:::1', 'arn:aws:s3:::a/1'),
  principal: fc.constantFrom(
    { type: 'AWS' as const, account: '111111111111', arns: ['arn:aws:iam::111111111111:role/r'] },
    { type: 'AWS' as const, account: '222222222222', arns: ['arn:aws:iam::222222222222:role/s'] },
    { type: 'Service' as const, arns: ['sns.amazonaws.com'] },
    { type: 'Anonymous' as const, arns: [] },
  ),
  context: fc.dictionary(fc.constantFrom(...KEYS), fc.oneof(fc.constantFrom(...VALUES), some(VALUES))),
});

const decide = (document: unknown, asked: PolicyRequest) =>
  evaluate([compilePolicy(document)], asked).decision;

describe('widenings', () => {
  it('are never silent when a request is allowed that was not', () => {
    let widened = 0;
    fc.assert(
      fc.property(
        policy,
        policy,
        fc.array(request, { minLength: 30, maxLength: 30 }),
        (before, after, asked) => {
          const told = widenings([before], [after]).length > 0;
          const more = asked.some((one) => decide(after, one) === 'allow' && decide(before, one) !== 'allow');
          if (more) widened++;
          return told || !more;
        },
      ),
      { numRuns: 1500 },
    );
    expect(widened).toBeGreaterThan(200); // the property has something to hold
  });

  it('are none for the same policy, whatever the order, and none for less', () => {
    fc.assert(
      fc.property(policy, fc.nat(), ({ Version, Statement }, cut) => {
        const before = { Version, Statement };
        const turned = { Version, Statement: Statement.toReversed() };
        const allows = Statement.filter(({ Effect }) => Effect === 'Allow');
        const less = Statement.filter((one) => one !== allows[cut % Math.max(1, allows.length)]);
        expect(widenings([before], [turned])).toEqual([]);
        expect(widenings([before], [{ Version, Statement: less }])).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['an action', { Action: ['s3:GetObject', 's3:PutObject'] }, ['action'], { actions: ['s3:PutObject'] }],
    ['a resource', { Resource: 'arn:aws:s3:::*' }, ['resource'], { resources: ['arn:aws:s3:::*'] }],
    ['a dropped condition', { Condition: {} }, ['condition'], { conditions: [] }],
    [
      'a principal',
      { Principal: { AWS: '222222222222' } },
      ['principal'],
      { principals: ['AWS:222222222222'] },
    ],
  ])('name what is new: %s', (_, change, by, named) => {
    const before = {
      Effect: 'Allow',
      Principal: { AWS: '111111111111' },
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::a/*',
      Condition: { StringEquals: { 'aws:SourceAccount': '111111111111' } },
    };
    const [found, ...more] = widenings([{ Statement: before }], [{ Statement: { ...before, ...change } }]);
    expect(found).toMatchObject({ kind: 'allow', by, ...named });
    expect(more).toEqual([]);
  });

  it('tell a prohibition that is gone', () => {
    const deny = {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    };
    const [found] = widenings([{ Statement: [deny] }], [{ Statement: [] }]);
    expect(found).toMatchObject({ kind: 'deny', by: ['statement'], actions: ['s3:*'] });
  });
});

describe('resources', () => {
  const side = (type: string, properties: Record<string, unknown>) => ({
    logicalId: 'It',
    type,
    properties,
    written: properties,
    deletionPolicy: undefined,
    replacePolicy: undefined,
  });

  it('are asked for policies of their own: roles, permissions, boundaries', () => {
    const role = (more: object) =>
      side('AWS::IAM::Role', { PermissionsBoundary: 'b', ManagedPolicyArns: ['one'], ...more });
    expect(resourceWidenings(role({}), role({}))).toEqual([]);
    const found = resourceWidenings(
      role({}),
      role({ PermissionsBoundary: undefined, ManagedPolicyArns: ['one', 'two'] }),
    );
    expect(found.map(({ kind, resources }) => [kind, ...resources])).toEqual([
      ['attached', 'two'],
      ['boundary', 'none'],
    ]);
    const permission = (more: object) =>
      side('AWS::Lambda::Permission', {
        Action: 'lambda:InvokeFunction',
        FunctionName: 'f',
        Principal: 'apigateway.amazonaws.com',
        ...more,
      });
    expect(resourceWidenings(permission({ SourceArn: 'arn:api/*' }), permission({}))).toMatchObject([
      { by: ['condition'], principals: ['Service:apigateway.amazonaws.com'] },
    ]);
    expect(resourceWidenings(permission({}), permission({ SourceArn: 'arn:api/*' }))).toEqual([]);
  });

  it('are asked for what their managed policies say, those of the stack and AWS’s own', async () => {
    const allow = (Action: string) => ({ Statement: { Effect: 'Allow', Action, Resource: '*' } });
    const deny = (Action: string) => ({ Statement: { Effect: 'Deny', Action, Resource: '*' } });
    const aws = (name: string) => `arn:aws:iam::aws:policy/${name}`;
    const known: Record<string, object> = { [aws('Read')]: allow('s3:Get*'), [aws('All')]: allow('*') };
    const own = (PolicyDocument: object) => ({
      ...side('AWS::IAM::ManagedPolicy', { PolicyDocument }),
      logicalId: 'Own',
      physicalId: 'arn:own',
    });
    const found = async (before: unknown[], after: unknown[], policy = allow('s3:GetObject')) => {
      const role = (ManagedPolicyArns: unknown[]) => side('AWS::IAM::Role', { ManagedPolicyArns });
      const sides = {
        before: new Map([['It', role(before)]]),
        after: new Map([
          ['It', role(after)],
          ['Own', own(policy)],
        ]),
      };
      const managed = await managedPolicies(sides, async (arn) => known[arn] && JSON.stringify(known[arn]));
      return resourceWidenings(sides.before.get('It'), sides.after.get('It'), managed).map(
        ({ kind, policy: by, actions, resources }) => [kind, by, ...actions, ...resources].join(' '),
      );
    };
    expect(await found([aws('Read')], [aws('All')])).toEqual([`allow ${aws('All')} * *`]);
    expect(await found([aws('All')], [aws('Read')])).toEqual([]);
    expect(await found([aws('Read')], ['arn:own'])).toEqual([]);
    expect(await found([], [{ Ref: 'Own' }])).toEqual([`allow {"Ref":"Own"} s3:GetObject *`]);
    expect(await found([], [aws('Unread')])).toEqual([`attached  ${aws('Unread')}`]);
    expect(await found([aws('Read')], [aws('Read'), 'arn:own'], deny('s3:*'))).toEqual([]);
    known[aws('Guard')] = deny('kms:*');
    expect(await found([aws('Guard')], [])).toEqual([`deny ${aws('Guard')} kms:* *`]);
  });

  it('that go take their policy along; a policy that goes leaves what it forbade', () => {
    const Statement = { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' };
    const policyOf = (type: string, name: string) => side(type, { [name]: { Statement } });
    expect(resourceWidenings(policyOf('AWS::KMS::Key', 'KeyPolicy'), undefined)).toEqual([]);
    expect(resourceWidenings(policyOf('AWS::S3::BucketPolicy', 'PolicyDocument'), undefined)).toHaveLength(1);
  });
});

it('patterns: covering and meeting hold for every text', () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 6 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 });
  const matches = (glob: string, it: string) =>
    new RegExp(`^${glob.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(it);
  fc.assert(
    fc.property(pattern, pattern, text, (one, other, it) => {
      if (covers(one, other) && matches(other, it)) expect(matches(one, it)).toBe(true);
      if (matches(one, it) && matches(other, it)) expect(overlap(one, other)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
