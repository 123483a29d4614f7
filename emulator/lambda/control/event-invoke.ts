import { constraint, invalid, notThere } from '../refusals.js';
import { type EventInvokeConfig, type FunctionEntry, notFoundArn } from '../registry.js';
import type { LambdaService } from '../service.js';

type Body = Record<string, unknown>;

/** Puts settings of asynchronous events in force, in place of all (`PutFunctionEventInvokeConfig`) or over the present ones. */
export async function putEventInvoke(
  service: LambdaService,
  entry: FunctionEntry,
  qualifier: string,
  body: Body,
  before: Partial<EventInvokeConfig> = {},
): Promise<EventInvokeConfig> {
  if (qualifier !== '$LATEST' && !entry.versions.has(qualifier) && !entry.aliases.has(qualifier))
    throw notFoundArn(`${entry.arn}:${qualifier}`);
  const { OnSuccess, OnFailure } = (body.DestinationConfig ?? {}) as Record<
    string,
    { Destination?: unknown }
  >;
  if (OnSuccess?.Destination !== undefined || OnFailure?.Destination !== undefined)
    throw invalid('Destinations of asynchronous events are not emulated here.');
  const retries = within('maximumRetryAttempts', body.MaximumRetryAttempts, 0, 2);
  const age = within('maximumEventAgeInSeconds', body.MaximumEventAgeInSeconds, 60, 21_600);
  if (retries === undefined && age === undefined && body.DestinationConfig === undefined)
    throw invalid('You must specify at least one of error handling or destination setting.');
  const config: EventInvokeConfig = {
    ...before,
    ...(retries !== undefined && { retries }),
    ...(age !== undefined && { age }),
    modifiedAt: service.options.clock.now(),
  };
  entry.eventInvoke.set(qualifier, config);
  await service.functions.kept.save();
  return config;
}

/** Throws `ResourceNotFoundException` where none was put. */
export function eventInvokeOf(entry: FunctionEntry, qualifier: string): EventInvokeConfig {
  const config = entry.eventInvoke.get(qualifier);
  if (config) return config;
  throw notThere(`The function ${entry.arn}:${qualifier} doesn't have an EventInvokeConfig`);
}

function within(name: string, value: unknown, least: number, most: number): number | undefined {
  if (value === undefined || value === null) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  const bound = number > most ? `less than or equal to ${most}` : `greater than or equal to ${least}`;
  throw constraint(name, value, `Member must have value ${bound}`);
}
