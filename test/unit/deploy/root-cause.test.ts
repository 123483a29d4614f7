import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StackEvent } from '../../../src/lib/aws/stacks.js';
import { fixFor } from '../../../src/lib/deploy/apply/known-failures.js';
import { lastOperation, rootCause } from '../../../src/lib/deploy/apply/root-cause.js';

let at = 0;
function event(logicalId: string, status: string, reason?: string, type = 'AWS::SSM::Parameter'): StackEvent {
  at += 1;
  return {
    id: `e${at}`,
    logicalId,
    physicalId: '',
    type,
    status,
    at,
    ...(reason !== undefined && { reason }),
  };
}
const stackEvent = (status: string, reason?: string): StackEvent => ({
  ...event('shop', status, reason, 'AWS::CloudFormation::Stack'),
  physicalId: 'arn:aws:cloudformation:eu-central-1:123456789012:stack/shop/1',
});

describe('the root cause', () => {
  it('is the first failure that is not the consequence of another', () => {
    const events = [
      stackEvent('UPDATE_IN_PROGRESS', 'User Initiated'),
      event('A', 'UPDATE_FAILED', 'Resource update cancelled'),
      event('B', 'CREATE_FAILED', 'Resource creation cancelled'),
      event('C', 'CREATE_FAILED', 'shop-c already exists'),
      stackEvent('UPDATE_ROLLBACK_IN_PROGRESS', 'The following resource(s) failed to create: [C, B].'),
      event('C', 'DELETE_FAILED', 'too late to matter'),
    ];
    expect(rootCause(events)?.logicalId).toBe('C');
  });

  it('is one of the operation that was meant, not of an earlier one', () => {
    const events = [
      stackEvent('UPDATE_IN_PROGRESS', 'User Initiated'),
      event('Old', 'UPDATE_FAILED', 'long ago'),
      stackEvent('UPDATE_ROLLBACK_COMPLETE'),
      stackEvent('UPDATE_IN_PROGRESS', 'User Initiated'),
      event('New', 'UPDATE_FAILED', 'now'),
    ];
    expect(rootCause(lastOperation(events))?.logicalId).toBe('New');
  });

  it('is found wherever it stands among what was cancelled', () => {
    const cancelled = fc.array(
      fc.constantFrom(
        'Resource creation cancelled',
        'Resource update cancelled',
        'Resource deletion cancelled',
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(cancelled, cancelled, (before, after) => {
        const made = (reasons: string[]) =>
          reasons.map((reason, index) => event(`X${index}`, 'CREATE_FAILED', reason));
        expect(
          rootCause([...made(before), event('Cause', 'CREATE_FAILED', 'no'), ...made(after)])?.logicalId,
        ).toBe('Cause');
      }),
    );
  });

  it('is none where nothing failed', () => {
    expect(rootCause([event('A', 'CREATE_COMPLETE')])).toBeUndefined();
  });
});

describe('the fix', () => {
  const resource = { type: 'AWS::Lambda::Function', logicalId: 'Orders' };
  it.each([
    [
      'User: arn:aws:sts::1:assumed-role/ci/x is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::1:role/shop because no identity-based policy allows the iam:CreateRole action',
      '{"Effect":"Allow","Action":"iam:CreateRole","Resource":"arn:aws:iam::1:role/shop"}',
    ],
    ['Resource of type AWS::Logs::LogGroup with identifier x already exists.', 'outside this stack'],
    [
      'x already exists in stack arn:aws:cloudformation:eu:1:stack/other/1',
      'arn:aws:cloudformation:eu:1:stack/other/1 has it',
    ],
    [
      "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].",
      'Service Quotas',
    ],
    ['Limit Exceeded: LimitExceededException', 'Service Quotas'],
    [
      'You can’t create this secret because a secret with this name is already scheduled for deletion.',
      'restore-secret',
    ],
    [
      'Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.',
      'uploads it',
    ],
    ['ALARM_ACTIVE: One or more alarms have been activated', 'alarm'],
    [
      'The deployment failed because one or more of the lifecycle event validation functions failed.',
      'BeforeAllowTraffic',
    ],
    ['The role defined for the function cannot be assumed by Lambda.', 'AssumeRolePolicyDocument'],
    ['CloudWatch Logs role ARN must be set in account settings to enable logging', 'DependsOn'],
    [
      "1 validation error detected: Value '1' at 'memorySize' failed to satisfy constraint",
      'Correct the property of Orders',
    ],
    ['something else', 'Mend what the event says'],
  ])('of “%s” says what to do', (reason, part) => {
    expect(fixFor(reason, resource)).toContain(part);
  });
});
