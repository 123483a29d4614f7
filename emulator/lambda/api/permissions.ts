import type { AwsApiResponse } from '../../kernel/aws.js';
import { addPermission, policyOf, removePermission, showPolicy } from '../control/permissions.js';
import { type ApiCall, bodyOf, entryOf, json, NO_CONTENT, qualifierOf } from './request.js';

/** `AddPermission`. */
export async function addPermissionOperation(call: ApiCall): Promise<AwsApiResponse> {
  const qualifier = qualifierOf(call) ?? '';
  const statement = await addPermission(call.service, entryOf(call), qualifier, bodyOf(call));
  return json({ Statement: JSON.stringify(statement) }, 201);
}

/** `RemovePermission`. */
export async function removePermissionOperation(call: ApiCall): Promise<AwsApiResponse> {
  const RevisionId = call.request.query.get('RevisionId') ?? undefined;
  await removePermission(call.service, entryOf(call), qualifierOf(call) ?? '', {
    StatementId: call.path.sid ?? '',
    RevisionId,
  });
  return NO_CONTENT;
}

/** `GetPolicy`. */
export function getPolicy(call: ApiCall): AwsApiResponse {
  const entry = entryOf(call);
  const qualifier = qualifierOf(call) ?? '';
  const policy = policyOf(entry, qualifier);
  return json({
    Policy: JSON.stringify(showPolicy(entry, qualifier, policy)),
    RevisionId: policy.revisionId,
  });
}
