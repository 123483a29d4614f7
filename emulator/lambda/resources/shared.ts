import { AwsError } from '../../kernel/aws-error.js';
import type { ResourceHandler, ResourceRequest } from '../../kernel/cloudformation.js';
import { LambdaServiceError } from '../../kernel/lambda.js';
import { parseFunctionName } from '../function-name.js';
import { arnIn, type FunctionEntry, type Scope } from '../registry.js';
import type { LambdaService } from '../service.js';

/** Account and region of the stack. */
export function scopeOfStack({ stack }: ResourceRequest): Scope {
  return { accountId: stack.accountId, region: stack.region };
}

/** The function that a property (name or ARN) names. Throws `ResourceNotFoundException`. */
export function functionOf(service: LambdaService, request: ResourceRequest): FunctionEntry {
  const reference = String(request.properties.FunctionName ?? '');
  return service.functions.registry.resolve(reference, '$LATEST', scopeOfStack(request)).entry;
}

/** The same, where it may be gone. */
export function findFunction(service: LambdaService, request: ResourceRequest): FunctionEntry | undefined {
  const { name } = parseFunctionName(String(request.properties.FunctionName ?? ''));
  return service.functions.registry.get(arnIn(scopeOfStack(request), name));
}

/** The handler with Lambda's refusals as CloudFormation's engine takes them. */
export function translated(handler: ResourceHandler): ResourceHandler {
  const { create, update, delete: remove, read, ...rest } = handler;
  return {
    ...rest,
    create: (request) => translate(create(request)),
    ...(update && { update: (request) => translate(update(request)) }),
    delete: (request) => translate(remove(request)),
    ...(read && { read: (request) => translate(read(request)) }),
  };
}

async function translate<T>(outcome: Promise<T>): Promise<T> {
  try {
    return await outcome;
  } catch (error) {
    if (!(error instanceof LambdaServiceError)) throw error;
    throw new AwsError(error.code, error.message, error.statusCode);
  }
}

/** Tags as CloudFormation puts them on a function: its own, the stack's and the template's. */
export function tagsFor({ stack, logicalId, properties }: ResourceRequest): Record<string, string> {
  const own = (properties.Tags ?? []) as { Key: string; Value: unknown }[];
  return {
    ...stack.tags,
    ...Object.fromEntries(own.map(({ Key, Value }) => [Key, String(Value)])),
    'aws:cloudformation:stack-name': stack.name,
    'aws:cloudformation:stack-id': stack.id,
    'aws:cloudformation:logical-id': logicalId,
  };
}
