import { describe, expect, it } from 'vitest';
import { userError } from '../../../src/core/errors.js';
import { hurdleOf } from '../../../src/lib/deploy/plan/stack-state.js';
import type { DeployRegion } from '../../../src/lib/deploy/target/open-target.js';
import { STACK } from '../../helpers/deploy/plan-sides.js';

describe('a stack that cannot be deployed to', () => {
  const region = {
    name: 'eu-central-1',
    settings: { stage: 'dev', stackName: 'arcube-dev', region: 'eu-central-1', parameters: {} },
  } as unknown as DeployRegion;
  it.each([
    ['CREATE_COMPLETE', undefined],
    ['UPDATE_COMPLETE', undefined],
    ['UPDATE_ROLLBACK_COMPLETE', undefined],
    ['IMPORT_COMPLETE', undefined],
    ['REVIEW_IN_PROGRESS', undefined],
    ['UPDATE_IN_PROGRESS', 'STACK_BUSY'],
    ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'STACK_BUSY'],
    ['ROLLBACK_COMPLETE', 'STACK_ROLLED_BACK'],
    ['CREATE_FAILED', 'STACK_ROLLED_BACK'],
    ['DELETE_FAILED', 'STACK_ROLLED_BACK'],
    ['UPDATE_ROLLBACK_FAILED', 'STACK_STUCK'],
    ['UPDATE_FAILED', 'STACK_STUCK'],
  ])('%s', (status, code) => {
    const hurdle = hurdleOf({ ...STACK, status, statusReason: 'because' }, region);
    expect(hurdle?.code).toBe(code);
    if (hurdle) expect(hurdle.problem).toMatchObject({ why: 'because', exitCode: 6 });
  });

  it('another stage’s, or somebody else’s', () => {
    for (const tags of [{}, { 'arcube:stage': 'prod' }])
      expect(hurdleOf({ ...STACK, tags: tags as Record<string, string> }, region)?.code).toBe(
        'STACK_NOT_OURS',
      );
  });
});

it.each([
  [
    'User: arn:aws:iam::1:user/x is not authorized to perform: cloudformation:CreateChangeSet on resource: arn:aws:cloudformation:eu-central-1:1:stack/a/* because no identity-based policy allows it',
    '{"Effect":"Allow","Action":"cloudformation:CreateChangeSet","Resource":"arn:aws:cloudformation:eu-central-1:1:stack/a/*"}',
  ],
  [
    'User: x is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::b/k" because of nothing',
    '{"Effect":"Allow","Action":"s3:PutObject","Resource":"arn:aws:s3:::b/k"}',
  ],
  ['Access Denied', '{"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::b"}'],
])('a refusal names the statement to add: %s', (cause, statement) => {
  const needs = { action: 's3:ListBucket', resource: 'arn:aws:s3:::b' };
  const { problem } = userError('AWS_DENIED', { cause, region: 'r', state: '', next: 'again', needs });
  expect(problem.todo).toContain(statement);
});
