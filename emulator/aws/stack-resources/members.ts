import type { Dict } from '../../../src/core/dict.js';
import type { AwsApiRequest } from '../../kernel/aws.js';
import { AwsError } from '../../kernel/aws-error.js';
import type { ResourceProperties, ResourceRequest, ResourceStack } from '../../kernel/cloudformation.js';
import { Input } from '../protocol/input.js';
import type { Operation } from '../protocol/operation.js';

/** A text property; CloudFormation turns numbers and flags into texts. */
export function text(properties: ResourceProperties, name: string): string | undefined {
  const value = properties[name];
  return value === undefined || typeof value === 'object' ? undefined : String(value);
}

/** A flag that may be written as a text. */
export function flag(properties: ResourceProperties, name: string): boolean {
  return String(properties[name]) === 'true';
}

/** `Tags` as a list of `Key` and `Value`. */
export function ownTags({ Tags: tags }: ResourceProperties): Record<string, string> {
  if (!Array.isArray(tags)) return {};
  return Object.fromEntries(
    (tags as { Key: string; Value: unknown }[]).map(({ Key, Value }) => [Key, String(Value)]),
  );
}

/** The tags of what a stack makes: the stack's, the resource's own, and CloudFormation's three. */
export function allTags({ stack, logicalId, properties }: ResourceRequest): Record<string, string> {
  return {
    ...stack.tags,
    ...ownTags(properties),
    'aws:cloudformation:stack-name': stack.name,
    'aws:cloudformation:stack-id': stack.id,
    'aws:cloudformation:logical-id': logicalId,
  };
}

/** Tags in a template's shape, without those that CloudFormation put there. */
export function shownTags(
  tags: Readonly<Record<string, string>>,
  { stack, properties }: ResourceRequest,
): Dict[] {
  const own = ownTags(properties);
  return Object.entries(tags)
    .filter(([key]) => !key.startsWith('aws:') && (key in own || !(key in stack.tags)))
    .map(([Key, Value]) => ({ Key, Value }));
}

/** A JSON property as text: documents are written as maps, or as texts already. */
export function json(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The members that are there, under the names that the service's operations have for them. */
export function members(properties: ResourceProperties, names: readonly string[]): Dict {
  return Object.fromEntries(
    names.flatMap((name) => (properties[name] === undefined ? [] : [[name, properties[name]]])),
  );
}

/** A request as a service gets it from CloudFormation. */
export function asCloudFormation(
  { accountId, region, name }: ResourceStack,
  rest: Partial<AwsApiRequest> = {},
): AwsApiRequest {
  const arn = `arn:aws:sts::${accountId}:assumed-role/AWSCloudFormation/${name}`;
  return {
    requestId: 'cloudformation',
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: {},
    body: Buffer.alloc(0),
    region,
    caller: { accountId, arn, userId: `AWSCloudFormation:${name}` },
    ...rest,
  };
}

/** Calls an operation of a service as the wire would. Throws the service's `AwsError`. */
export async function call<C>(
  operation: Operation<C>,
  context: C,
  { stack }: ResourceRequest,
  given: Dict,
): Promise<Dict> {
  return operation(context, new Input(given), asCloudFormation(stack));
}

/** Does something to what may be gone: that it is not there is no fault. */
export async function unlessGone(run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof AwsError) || !/NotFound|NoSuch/.test(error.code)) throw error;
  }
}

/** What a handler says of a name that is taken. */
export function alreadyThere(type: string, identifier: string): AwsError {
  return new AwsError(
    'AlreadyExists',
    `Resource of type '${type}' with identifier '${identifier}' already exists.`,
  );
}
