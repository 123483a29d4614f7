import type { AwsApiResponse } from '../../kernel/aws.js';
import { constraint, invalid } from '../refusals.js';
import type { FunctionEntry } from '../registry.js';
import { type ApiCall, bodyOf, json, NO_CONTENT, scopeOfCall } from './request.js';

/** Tags of a function (Lambda quotas). */
const MOST = 50;

/** `ListTags`. */
export function listTags(call: ApiCall): AwsApiResponse {
  return json({ Tags: taggedOf(call).tags });
}

/** `TagResource`. */
export async function tagResource(call: ApiCall): Promise<AwsApiResponse> {
  const entry = taggedOf(call);
  const { Tags } = bodyOf(call);
  if (typeof Tags !== 'object' || Tags === null) throw constraint('tags', Tags, 'Member must not be null');
  const tags = { ...entry.tags, ...(Tags as Record<string, string>) };
  if (Object.keys(tags).length > MOST) throw invalid('Number of tags exceeds resource tag limit.');
  entry.tags = tags;
  await call.service.functions.kept.save();
  return NO_CONTENT;
}

/** `UntagResource`. */
export async function untagResource(call: ApiCall): Promise<AwsApiResponse> {
  const entry = taggedOf(call);
  const keys = new Set(call.request.query.getAll('tagKeys'));
  entry.tags = Object.fromEntries(Object.entries(entry.tags).filter(([key]) => !keys.has(key)));
  await call.service.functions.kept.save();
  return NO_CONTENT;
}

/** Functions alone have tags, not their versions and aliases. */
function taggedOf(call: ApiCall): FunctionEntry {
  const { path, service } = call;
  const { entry, qualifier } = service.functions.registry.resolve(
    path.arn ?? '',
    undefined,
    scopeOfCall(call),
  );
  if (qualifier === undefined) return entry;
  throw invalid('Tags on function aliases and versions are not supported. Please specify a function ARN.');
}
