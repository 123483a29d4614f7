import type { ResourceHandlers, ResourceRequest, ResourceStack } from '../../kernel/cloudformation.js';
import { Archive, type LogsWorld } from '../services/logs/archive.js';
import {
  createLogGroup,
  deleteLogGroup,
  deleteRetentionPolicy,
  putRetentionPolicy,
} from '../services/logs/operations/groups.js';
import { allTags, alreadyThere, call, shownTags, text, unlessGone } from './members.js';

/** `AWS::Logs::LogGroup`. */
export function logResources(world: LogsWorld): ResourceHandlers {
  const open = ({ accountId, region }: ResourceStack) => new Archive(world, accountId, region);
  const settle = async (request: ResourceRequest, name: string) => {
    const archive = open(request.stack);
    const days = request.properties.RetentionInDays;
    const kept = days === undefined ? {} : { retentionInDays: Number(days) };
    await call(days === undefined ? deleteRetentionPolicy : putRetentionPolicy, archive, request, {
      logGroupName: name,
      ...kept,
    });
    const group = archive.ensureGroup(name);
    group.tags = allTags(request);
    const key = text(request.properties, 'KmsKeyId');
    if (key === undefined) delete group.kmsKeyId;
    else group.kmsKeyId = key;
    await archive.save();
    return { physicalId: name, attributes: { Arn: `${archive.arn(name)}:*` } };
  };
  return {
    'AWS::Logs::LogGroup': {
      replacedBy: ['LogGroupName'],
      takesTags: true,
      schema: {
        known: ['KmsKeyId', 'LogGroupClass', 'LogGroupName', 'RetentionInDays', 'Tags'],
        required: [],
      },
      create: async (request) => {
        const archive = open(request.stack);
        const name = text(request.properties, 'LogGroupName') ?? request.newName(512);
        if (archive.state.groups[name])
          throw alreadyThere(request.type, JSON.stringify({ '/properties/LogGroupName': name }));
        await request.initiated(name);
        await call(createLogGroup, archive, request, { logGroupName: name });
        return settle(request, name);
      },
      update: (request) => settle(request, request.physicalId),
      delete: (request) =>
        unlessGone(() =>
          call(deleteLogGroup, open(request.stack), request, { logGroupName: request.physicalId }),
        ),
      read: async (request) => {
        const group = open(request.stack).state.groups[request.physicalId];
        if (!group) return undefined;
        return {
          LogGroupName: group.name,
          RetentionInDays: group.retentionDays,
          KmsKeyId: group.kmsKeyId,
          Tags: shownTags(group.tags, request),
        };
      },
    },
  };
}
