import type { AwsApiResponse } from '../../kernel/aws.js';
import { LambdaServiceError } from '../../kernel/lambda.js';
import { putProvisioned, putReserved } from '../control/concurrency.js';
import { constraint, notThere } from '../refusals.js';
import type { FunctionEntry } from '../registry.js';
import { type ApiCall, bodyOf, entryOf, json, NO_CONTENT, page, qualifierOf } from './request.js';

/** `GetFunctionConcurrency`. */
export function getConcurrency(call: ApiCall): AwsApiResponse {
  const { reserved } = entryOf(call);
  return json(reserved === null ? {} : { ReservedConcurrentExecutions: reserved });
}

/** `PutFunctionConcurrency`. */
export async function putConcurrency(call: ApiCall): Promise<AwsApiResponse> {
  const { ReservedConcurrentExecutions: wanted } = bodyOf(call);
  const reserved = await putReserved(call.service, entryOf(call), wanted);
  return json({ ReservedConcurrentExecutions: reserved });
}

/** `DeleteFunctionConcurrency`. */
export async function deleteConcurrency(call: ApiCall): Promise<AwsApiResponse> {
  entryOf(call).reserved = null;
  await call.service.functions.kept.save();
  return NO_CONTENT;
}

/** `PutProvisionedConcurrencyConfig`: the environments are made at once. */
export async function putProvisionedConcurrency(call: ApiCall): Promise<AwsApiResponse> {
  const entry = entryOf(call);
  const qualifier = requiredQualifier(call);
  const { ProvisionedConcurrentExecutions: wanted } = bodyOf(call);
  await putProvisioned(call.service, entry, qualifier, wanted);
  return json({ ...showProvisioned(Number(wanted), call), Status: 'IN_PROGRESS' }, 202);
}

/** `GetProvisionedConcurrencyConfig`. */
export function getProvisionedConcurrency(call: ApiCall): AwsApiResponse {
  const count = provisionedOf(entryOf(call), requiredQualifier(call));
  if (count !== undefined) return json(showProvisioned(count, call));
  throw new LambdaServiceError(
    'ProvisionedConcurrencyConfigNotFoundException',
    404,
    'No Provisioned Concurrency Config found for this function',
  );
}

/** `DeleteProvisionedConcurrencyConfig`. */
export async function deleteProvisionedConcurrency(call: ApiCall): Promise<AwsApiResponse> {
  const entry = entryOf(call);
  const qualifier = requiredQualifier(call);
  entry.provisioned.delete(qualifier);
  const { provisionedConcurrency: _ended, ...alias } = entry.aliases.get(qualifier) ?? {};
  if ('name' in alias) entry.aliases.set(qualifier, alias);
  await call.service.functions.kept.save();
  return NO_CONTENT;
}

/** `ListProvisionedConcurrencyConfigs`. */
export function listProvisionedConcurrency(call: ApiCall): AwsApiResponse {
  const entry = entryOf(call);
  const names = [...entry.provisioned.keys(), ...entry.aliases.keys()];
  const all = names.flatMap((name) => {
    const count = provisionedOf(entry, name);
    return count === undefined
      ? []
      : [{ FunctionArn: `${entry.arn}:${name}`, ...showProvisioned(count, call) }];
  });
  const { items, next } = page(call, all);
  return json({ ProvisionedConcurrencyConfigs: items, NextMarker: next ?? null });
}

function provisionedOf({ provisioned, aliases }: FunctionEntry, qualifier: string): number | undefined {
  const count = provisioned.get(qualifier) ?? aliases.get(qualifier)?.provisionedConcurrency;
  return count === 0 ? undefined : count;
}

function requiredQualifier(call: ApiCall): string {
  const qualifier = qualifierOf(call);
  if (qualifier === undefined) throw constraint('qualifier', null, 'Member must not be null');
  const { arn, versions, aliases } = entryOf(call);
  if (versions.has(qualifier) || aliases.has(qualifier)) return qualifier;
  throw notThere(`Function not found: ${arn}:${qualifier}`);
}

function showProvisioned(count: number, { service }: ApiCall): Record<string, unknown> {
  return {
    RequestedProvisionedConcurrentExecutions: count,
    AvailableProvisionedConcurrentExecutions: count,
    AllocatedProvisionedConcurrentExecutions: count,
    Status: 'READY',
    LastModified: new Date(service.options.clock.now()).toISOString().replace('Z', '+0000'),
  };
}
