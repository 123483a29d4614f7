import type { Dict } from '../../../../../src/core/dict.js';
import { AwsError } from '../../../protocol/faults.js';
import { RestAnswer, type RestOperation } from '../../../protocol/rest-json-api.js';
import type { ControlPlane } from '../control-plane.js';
import { listOf } from '../lists.js';
import { badPath, type Patch, readPatches } from '../patches.js';
import type { StoredApiKey } from '../stored.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `CreateApiKey`: with a value of 20 to 128 characters, or one of 40 made here. In force at once. */
export const createApiKey: RestOperation<ControlPlane> = async (plane, { body }) => {
  if (body.list('stageKeys').length > 0)
    throw new AwsError('BadRequestException', 'API keys are bound to stages by usage plans.');
  const value = body.optionalText('value') ?? makeKeyValue(plane);
  checkKeyValue(plane, value);
  const id = plane.newId();
  const description = body.optionalText('description');
  const customerId = body.optionalText('customerId');
  const key: StoredApiKey = {
    id,
    name: body.optionalText('name') ?? id,
    value,
    enabled: body.flag('enabled'),
    ...(description !== undefined && { description }),
    ...(customerId !== undefined && { customerId }),
    createdAt: plane.now,
    updatedAt: plane.now,
    tags: body.optionalMap('tags') ?? {},
  };
  plane.state.apiKeys[id] = key;
  await plane.commit();
  return new RestAnswer(201, show(key, true));
};

/** `GetApiKey`; its value only with `includeValue=true`. */
export const getApiKey: RestOperation<ControlPlane> = (plane, { path, query }) =>
  show(plane.key(path.id ?? ''), query.get('includeValue') === 'true');

/** `GetApiKeys`, by the beginning of their names (`name`) and by `customerId`. */
export const getApiKeys: RestOperation<ControlPlane> = (plane, { query }) => {
  const name = query.get('name') ?? '';
  const customer = query.get('customerId');
  const all = Object.values(plane.state.apiKeys).filter(
    (key) => key.name.startsWith(name) && (customer === null || key.customerId === customer),
  );
  return listOf(query, all, (key) => show(key, query.get('includeValues') === 'true'));
};

/** `UpdateApiKey`: name, description, customer id, enabled. In force at once. */
export const updateApiKey: RestOperation<ControlPlane> = async (plane, { path, body }) => {
  const key = plane.key(path.id ?? '');
  const changed = { ...key };
  for (const patch of readPatches(body)) apply(changed, patch);
  Object.assign(key, changed, { updatedAt: plane.now });
  await plane.commit();
  return show(key, false);
};

/** `DeleteApiKey`: refused from the next request on. */
export const deleteApiKey: RestOperation<ControlPlane> = async (plane, { path }) => {
  const { id } = plane.key(path.id ?? '');
  delete plane.state.apiKeys[id];
  for (const plan of Object.values(plane.state.plans))
    plan.apiKeyIds = plan.apiKeyIds.filter((one) => one !== id);
  await plane.commit();
  return new RestAnswer(202);
};

function apply(key: StoredApiKey, patch: Patch): void {
  const [name = '', ...rest] = patch.path;
  if (patch.op !== 'replace' || rest.length > 0) throw badPath(patch);
  if (name === 'enabled') key.enabled = patch.value === 'true';
  else if (name === 'name' || name === 'description' || name === 'customerId') key[name] = patch.value;
  else throw badPath(patch);
}

/** Throws what `CreateApiKey` says of a value. */
export function checkKeyValue(plane: ControlPlane, value: string): void {
  if (value.length < 20)
    throw new AwsError('BadRequestException', 'API Key value should be at least 20 characters');
  if (value.length > 128)
    throw new AwsError('BadRequestException', 'API Key value exceeds maximum size of 128 characters');
  if (Object.values(plane.state.apiKeys).some((key) => key.value === value))
    throw new AwsError('ConflictException', 'API Key already exists', 409);
}

/** A value for a key that is given none: 40 letters and digits. */
export function makeKeyValue({ world }: ControlPlane): string {
  return [...world.ids.bytes(40)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
}

function show(key: StoredApiKey, withValue: boolean): Dict {
  const { id, name, value, enabled, description, customerId, createdAt, updatedAt, tags } = key;
  return {
    id,
    ...(withValue && { value }),
    name,
    customerId,
    description,
    enabled,
    createdDate: new Date(createdAt),
    lastUpdatedDate: new Date(updatedAt),
    stageKeys: [],
    tags: Object.keys(tags).length > 0 ? tags : undefined,
  };
}
