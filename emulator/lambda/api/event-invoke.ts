import type { AwsApiResponse } from '../../kernel/aws.js';
import { eventInvokeOf, putEventInvoke } from '../control/event-invoke.js';
import type { EventInvokeConfig, FunctionEntry } from '../registry.js';
import { type ApiCall, bodyOf, entryOf, json, NO_CONTENT, page, qualifierOf } from './request.js';

/** `PutFunctionEventInvokeConfig`. */
export async function putEventInvokeConfig(call: ApiCall): Promise<AwsApiResponse> {
  const entry = entryOf(call);
  const qualifier = named(call);
  return json(show(entry, qualifier, await putEventInvoke(call.service, entry, qualifier, bodyOf(call))));
}

/** `UpdateFunctionEventInvokeConfig`. */
export async function updateEventInvokeConfig(call: ApiCall): Promise<AwsApiResponse> {
  const entry = entryOf(call);
  const qualifier = named(call);
  const before = eventInvokeOf(entry, qualifier);
  const after = await putEventInvoke(call.service, entry, qualifier, bodyOf(call), before);
  return json(show(entry, qualifier, after));
}

/** `GetFunctionEventInvokeConfig`. */
export function getEventInvokeConfig(call: ApiCall): AwsApiResponse {
  const entry = entryOf(call);
  return json(show(entry, named(call), eventInvokeOf(entry, named(call))));
}

/** `DeleteFunctionEventInvokeConfig`. */
export async function deleteEventInvokeConfig(call: ApiCall): Promise<AwsApiResponse> {
  const entry = entryOf(call);
  eventInvokeOf(entry, named(call));
  entry.eventInvoke.delete(named(call));
  await call.service.functions.kept.save();
  return NO_CONTENT;
}

/** `ListFunctionEventInvokeConfigs`. */
export function listEventInvokeConfigs(call: ApiCall): AwsApiResponse {
  const entry = entryOf(call);
  const all = [...entry.eventInvoke].map(([qualifier, config]) => show(entry, qualifier, config));
  const { items, next } = page(call, all);
  return json({ FunctionEventInvokeConfigs: items, NextMarker: next ?? null });
}

function named(call: ApiCall): string {
  return qualifierOf(call) ?? '$LATEST';
}

function show({ arn }: FunctionEntry, qualifier: string, { retries, age, modifiedAt }: EventInvokeConfig) {
  return {
    FunctionArn: `${arn}:${qualifier}`,
    LastModified: modifiedAt / 1000,
    ...(retries !== undefined && { MaximumRetryAttempts: retries }),
    ...(age !== undefined && { MaximumEventAgeInSeconds: age }),
    DestinationConfig: { OnSuccess: {}, OnFailure: {} },
  };
}
