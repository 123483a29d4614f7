import type { AwsApiRequest } from '../../../kernel/aws.js';
import { AwsError } from '../../protocol/faults.js';
import type { Input } from '../../protocol/input.js';
import { checkCapabilities } from './capabilities.js';
import { refused } from './faults.js';
import { settleValues } from './parameters.js';
import type { Stacks } from './stacks.js';
import type { StackSource, StoredStack } from './stored.js';
import { readTemplate } from './template.js';
import { requiredTemplate } from './template-source.js';

const CAPABILITIES = ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'];

/** Shapes of names (API reference, `CreateStack`, `CreateChangeSet`). */
export const STACK_NAME = { min: 1, max: 128, pattern: /^(?:[a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/._+]*)$/ };
export const CHANGE_SET_NAME = { min: 1, max: 128, pattern: /^[a-zA-Z][-a-zA-Z0-9]*$/ };

/** What a request wants a stack to be made from: template, parameters, tags, all checked. */
export async function readSource(
  stacks: Stacks,
  input: Input,
  request: AwsApiRequest,
  present?: StoredStack,
): Promise<StackSource> {
  const text = await requiredTemplate(stacks, input, request, present?.template);
  const template = readTemplate(text);
  const capabilities = input.optionalTexts('Capabilities') ?? [];
  const strange = capabilities.find((one) => !CAPABILITIES.includes(one));
  if (strange !== undefined)
    throw input.invalid(
      'Capabilities',
      `[${strange}]`,
      `Member must satisfy constraint: [Member must satisfy enum value set: [${CAPABILITIES.join(', ')}]]`,
    );
  checkTypes(
    input,
    Object.values(template.resources).map(({ Type }) => Type),
  );
  checkRollbackTriggers(input);
  const parameters = settleValues(template, input.list('Parameters'), present?.parameters);
  checkCapabilities(template, capabilities);
  const roleArn = readRole(stacks, input) ?? present?.roleArn;
  return {
    template: text,
    parameters,
    tags: input.has('Tags') || !present ? readTags(input) : present.tags,
    capabilities,
    ...(roleArn !== undefined && { roleArn }),
  };
}

/** `RoleARN`: a role that IAM has. */
export function readRole(stacks: Stacks, input: Input): string | undefined {
  const arn = input.optionalText('RoleARN', { min: 20, max: 2048 });
  if (arn !== undefined && !stacks.world.hasRole(stacks.accountId, arn))
    throw refused(`Role ${arn} is invalid or cannot be assumed`);
  return arn;
}

function readTags(input: Input): Record<string, string> {
  const tags = input
    .list('Tags')
    .map((tag): [string, string] => [tag.text('Key', { min: 1, max: 128 }), tag.text('Value', { max: 256 })]);
  const reserved = tags.find(([key]) => key.startsWith('aws:'));
  if (reserved) throw refused('aws: prefixed tag key names are not allowed for external use.');
  if (tags.length > 50) throw refused('Number of tags exceeds the maximum of 50.');
  return Object.fromEntries(tags);
}

function checkTypes(input: Input, types: readonly string[]): void {
  const allowed = input.optionalTexts('ResourceTypes');
  if (!allowed) return;
  const fits = (type: string) =>
    allowed.some((one) => one === type || (/^[\w:]*::\*$/.test(one) && type.startsWith(one.slice(0, -1))));
  const other = types.find((type) => !fits(type));
  if (other !== undefined)
    throw refused(`Resource type ${other} is not allowed by parameter ResourceTypes [${allowed.join(', ')}]`);
}

function checkRollbackTriggers(input: Input): void {
  const configuration = input.optionalInner('RollbackConfiguration');
  if (configuration && configuration.list('RollbackTriggers').length > 0)
    throw refused('This endpoint does not watch rollback triggers.');
}

/** `NotificationARNs`: kept and told; there is no SNS to send to. */
export function readNotificationArns(input: Input): string[] {
  return input.optionalTexts('NotificationARNs') ?? [];
}

/** True when this request was answered before: it came with the same token again, and changes nothing now. */
export function isRepeated(stack: StoredStack, input: Input, action: string): boolean {
  const token = readToken(input);
  const known = token !== undefined && Object.hasOwn(stack.tokens, token) ? stack.tokens[token] : undefined;
  if (known === undefined || known === action) return known !== undefined;
  throw new AwsError('TokenAlreadyExistsException', `A client request token already exists: ${token}`);
}

/** `ClientRequestToken`. */
export function readToken(input: Input): string | undefined {
  return input.optionalText('ClientRequestToken', {
    min: 1,
    max: 128,
    pattern: /^[a-zA-Z0-9][-a-zA-Z0-9]*$/,
  });
}
