import type { ResourceHandler, ResourceProperties } from '../../../../kernel/cloudformation.js';
import { checkKeyValue, makeKeyValue } from '../operations/api-keys.js';
import type { StoredApiKey } from '../stored.js';
import { type OpenPlane, tagsOf, textOf } from './properties.js';

/** `AWS::ApiGateway::ApiKey`: its value stays when the template has none. */
export function apiKeyHandler(open: OpenPlane): ResourceHandler {
  return {
    replacedBy: ['Value', 'Name', 'GenerateDistinctId'],
    create: async (request) => {
      const plane = open(request.stack);
      const { properties } = request;
      const value = textOf(properties, 'Value') ?? makeKeyValue(plane);
      checkKeyValue(plane, value);
      const id = plane.newId();
      await request.initiated(id);
      const { now } = plane;
      const name = textOf(properties, 'Name') ?? request.newName();
      plane.state.apiKeys[id] = {
        id,
        name,
        value,
        createdAt: now,
        updatedAt: now,
        ...settings(properties, request.stack.tags),
      };
      await plane.commit();
      return identity(id);
    },
    update: async ({ stack, physicalId, properties }) => {
      const plane = open(stack);
      const { id, name, value, createdAt } = plane.key(physicalId);
      const changed = settings(properties, stack.tags);
      plane.state.apiKeys[id] = { id, name, value, createdAt, updatedAt: plane.now, ...changed };
      await plane.commit();
      return identity(id);
    },
    delete: async ({ stack, physicalId }) => {
      const plane = open(stack);
      delete plane.state.apiKeys[physicalId];
      for (const plan of Object.values(plane.state.plans))
        plan.apiKeyIds = plan.apiKeyIds.filter((one) => one !== physicalId);
      await plane.commit();
    },
    read: async ({ stack, physicalId, properties }) => {
      const key = open(stack).state.apiKeys[physicalId];
      if (!key) return undefined;
      const { name: Name, enabled: Enabled, description: Description, customerId: CustomerId } = key;
      return { ...properties, Name, Enabled, Description, CustomerId };
    },
  };
}

function identity(id: string) {
  return { physicalId: id, attributes: { APIKeyId: id } };
}

function settings(
  properties: ResourceProperties,
  stackTags: Readonly<Record<string, string>>,
): Pick<StoredApiKey, 'enabled' | 'description' | 'customerId' | 'tags'> {
  const description = textOf(properties, 'Description');
  const customerId = textOf(properties, 'CustomerId');
  return {
    enabled: String(properties.Enabled ?? false) === 'true',
    ...(description !== undefined && { description }),
    ...(customerId !== undefined && { customerId }),
    tags: tagsOf(properties, stackTags),
  };
}
