import type { ResourceHandlers, ResourceRequest, ResourceStack } from '../../kernel/cloudformation.js';
import { deleteParameter } from '../services/ssm/operations/delete-parameters.js';
import { putParameter } from '../services/ssm/operations/put-parameter.js';
import { newest, Parameters, type SsmWorld } from '../services/ssm/parameters.js';
import { allTags, alreadyThere, call, members, text, unlessGone } from './members.js';

const GIVEN = ['AllowedPattern', 'DataType', 'Description', 'Tier', 'Type', 'Value'];

/** `AWS::SSM::Parameter`. Its `Tags` are a map. */
export function parameterResources(world: SsmWorld): ResourceHandlers {
  const open = ({ accountId, region }: ResourceStack) => new Parameters(world, accountId, region);
  const put = async (request: ResourceRequest, name: string, isNew: boolean) => {
    const parameters = open(request.stack);
    await call(putParameter, parameters, request, {
      ...members(request.properties, GIVEN),
      Name: name,
      Overwrite: !isNew,
    });
    const stored = parameters.find(name);
    const own = (request.properties.Tags ?? {}) as Record<string, unknown>;
    if (stored)
      stored.tags = {
        ...allTags(request),
        ...Object.fromEntries(Object.entries(own).map(([key, value]) => [key, String(value)])),
      };
    await parameters.save();
    const { Type: type, Value: value } = request.properties;
    return { physicalId: name, attributes: { Type: String(type), Value: String(value) } };
  };
  return {
    'AWS::SSM::Parameter': {
      replacedBy: ['Name'],
      takesTags: true,
      schema: { known: [...GIVEN, 'Name', 'Tags'], required: ['Type', 'Value'] },
      create: async (request) => {
        const name =
          text(request.properties, 'Name') ??
          `CFN-${request.logicalId}-${request.newName(512).split('-').pop()}`;
        if (open(request.stack).find(name)) throw alreadyThere(request.type, name);
        await request.initiated(name);
        return put(request, name, true);
      },
      update: (request) => put(request, request.physicalId, false),
      delete: (request) =>
        unlessGone(() => call(deleteParameter, open(request.stack), request, { Name: request.physicalId })),
      read: async (request) => {
        const stored = open(request.stack).find(request.physicalId);
        if (!stored) return undefined;
        const { type, value, description, tier } = newest(stored);
        return { Name: stored.name, Type: type, Value: value, Description: description, Tier: tier };
      },
    },
  };
}
