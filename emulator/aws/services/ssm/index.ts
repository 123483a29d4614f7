import { JsonApi } from '../../protocol/json-api.js';
import type { Operation } from '../../protocol/operation.js';
import { viaService } from '../kms/sealing.js';
import { deleteParameter, deleteParameters } from './operations/delete-parameters.js';
import { describeParameters, getParameterHistory } from './operations/get-parameter-history.js';
import { getParameter, getParameters, getParametersByPath } from './operations/get-parameters.js';
import { labelParameterVersion, unlabelParameterVersion } from './operations/parameter-labels.js';
import {
  addTagsToResource,
  listTagsForResource,
  removeTagsFromResource,
} from './operations/parameter-tags.js';
import { putParameter } from './operations/put-parameter.js';
import { Parameters, type SsmWorld } from './parameters.js';

const OPERATIONS: Record<string, Operation<Parameters>> = {
  AddTagsToResource: addTagsToResource,
  DeleteParameter: deleteParameter,
  DeleteParameters: deleteParameters,
  DescribeParameters: describeParameters,
  GetParameter: getParameter,
  GetParameterHistory: getParameterHistory,
  GetParameters: getParameters,
  GetParametersByPath: getParametersByPath,
  LabelParameterVersion: labelParameterVersion,
  ListTagsForResource: listTagsForResource,
  PutParameter: putParameter,
  RemoveTagsFromResource: removeTagsFromResource,
  UnlabelParameterVersion: unlabelParameterVersion,
};

/** The parameter store of AWS Systems Manager, API version 2014-11-06. */
export function createSsm(world: SsmWorld): JsonApi<Parameters> {
  return new JsonApi({
    signingName: 'ssm',
    targetPrefix: 'AmazonSSM',
    operations: OPERATIONS,
    open: (request) =>
      new Parameters(
        world,
        request.caller.accountId,
        request.region,
        viaService('ssm', ['Encrypt'], request),
      ),
    resourceOf: (_operation, input, { caller, region }) => {
      const named = input.Name ?? input.Path ?? (Array.isArray(input.Names) ? input.Names[0] : undefined);
      if (typeof named !== 'string') return '*';
      return named.startsWith('arn:') ? named : new Parameters(world, caller.accountId, region).arn(named);
    },
  });
}
