import type { AwsApiResponse } from '../../kernel/aws.js';
import { checkChangeable, updateCode } from '../control/code.js';
import { updateConfiguration } from '../control/configuration.js';
import { describe } from '../describe.js';
import { type ApiCall, bodyOf, entryOf, json, versionOf } from './request.js';

/** `GetFunctionConfiguration`. */
export async function getFunctionConfiguration(call: ApiCall): Promise<AwsApiResponse> {
  return json(await describe(versionOf(call), call.request.query.has('Qualifier') || undefined));
}

/** `UpdateFunctionConfiguration`. */
export async function updateFunctionConfiguration(call: ApiCall): Promise<AwsApiResponse> {
  const entry = entryOf(call);
  checkChangeable(entry);
  return json(await describe(await updateConfiguration(call.service, entry, bodyOf(call))));
}

/** `UpdateFunctionCode`: a package in the body, or one in a bucket. */
export async function updateFunctionCode(call: ApiCall): Promise<AwsApiResponse> {
  return json(await describe(await updateCode(call.service, entryOf(call), bodyOf(call))));
}
