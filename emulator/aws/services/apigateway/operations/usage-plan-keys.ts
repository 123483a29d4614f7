import type { Dict } from '../../../../../src/core/dict.js';
import { AwsError } from '../../../protocol/faults.js';
import { RestAnswer, type RestOperation } from '../../../protocol/rest-json-api.js';
import { type ControlPlane, notFound } from '../control-plane.js';
import { listOf } from '../lists.js';
import type { StoredApiKey, StoredPlan } from '../stored.js';

/** `CreateUsagePlanKey`: a key is in one plan at most for each stage. In force at once. */
export const createUsagePlanKey: RestOperation<ControlPlane> = async (plane, { path, body }) => {
  const plan = plane.plan(path.id ?? '');
  const keyId = body.text('keyId');
  const type = body.text('keyType');
  if (type !== 'API_KEY') throw new AwsError('BadRequestException', 'Usage Plan key type must be API_KEY');
  const key = plane.key(keyId);
  if (plan.apiKeyIds.includes(keyId))
    throw new AwsError(
      'ConflictException',
      `Usage Plan key ${keyId} already exists for Usage Plan ${plan.id}`,
      409,
    );
  checkStages(plane, plan, keyId);
  plan.apiKeyIds.push(keyId);
  await plane.commit();
  return new RestAnswer(201, show(key));
};

/** `GetUsagePlanKey`. */
export const getUsagePlanKey: RestOperation<ControlPlane> = (plane, { path }) => show(keyInPlan(plane, path));

/** `GetUsagePlanKeys`, by the beginning of their names. */
export const getUsagePlanKeys: RestOperation<ControlPlane> = (plane, { path, query }) => {
  const name = query.get('name') ?? '';
  const keys = plane.plan(path.id ?? '').apiKeyIds.flatMap((id) => plane.state.apiKeys[id] ?? []);
  return listOf(
    query,
    keys.filter((key) => key.name.startsWith(name)),
    show,
  );
};

/** `DeleteUsagePlanKey`: the key stays, the plan's stages refuse it. */
export const deleteUsagePlanKey: RestOperation<ControlPlane> = async (plane, { path }) => {
  const { id } = keyInPlan(plane, path);
  const plan = plane.plan(path.id ?? '');
  plan.apiKeyIds = plan.apiKeyIds.filter((one) => one !== id);
  await plane.commit();
  return new RestAnswer(202);
};

function keyInPlan(
  plane: ControlPlane,
  { id = '', keyId = '' }: Readonly<Record<string, string>>,
): StoredApiKey {
  if (plane.plan(id).apiKeyIds.includes(keyId)) return plane.key(keyId);
  throw notFound('Invalid API Key identifier specified');
}

/** Throws when the key is in another plan for a stage of this one. */
export function checkStages(plane: ControlPlane, plan: StoredPlan, keyId: string): void {
  for (const other of Object.values(plane.state.plans)) {
    if (!other.apiKeyIds.includes(keyId)) continue;
    const shared = other.apiStages.find(({ apiId, stage }) =>
      plan.apiStages.some((one) => one.apiId === apiId && one.stage === stage),
    );
    if (shared)
      throw new AwsError(
        'ConflictException',
        `API Key ${keyId} cannot be added to Usage Plan ${plan.id} because API Key cannot reference multiple Usage Plans with the same API stage: Key is already associated with Usage Plan ${other.id} for API stage ${shared.apiId}:${shared.stage}`,
        409,
      );
  }
}

function show({ id, name, value }: StoredApiKey): Dict {
  return { id, type: 'API_KEY', value, name };
}
