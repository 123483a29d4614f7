import type { ResourceHandler, ResourceRequest } from '../../kernel/cloudformation.js';
import { putEventInvoke } from '../control/event-invoke.js';
import type { LambdaService } from '../service.js';
import { findFunction, functionOf, translated } from './shared.js';

/** `AWS::Lambda::EventInvokeConfig`. */
export function eventInvokeConfigResource(service: LambdaService): ResourceHandler {
  const put = (request: ResourceRequest) =>
    putEventInvoke(service, functionOf(service, request), qualifierOf(request), { ...request.properties });
  const idOf = (request: ResourceRequest) => `${functionOf(service, request).name}|${qualifierOf(request)}`;
  return translated({
    replacedBy: ['FunctionName', 'Qualifier'],
    async create(request) {
      const physicalId = idOf(request);
      await request.initiated(physicalId);
      await put(request);
      return { physicalId, attributes: {} };
    },
    async update(request) {
      await put(request);
      return { physicalId: request.physicalId, attributes: {} };
    },
    async delete(request) {
      findFunction(service, request)?.eventInvoke.delete(qualifierOf(request));
      await service.functions.kept.save();
    },
    async read(request) {
      const config = findFunction(service, request)?.eventInvoke.get(qualifierOf(request));
      if (!config) return undefined;
      const { FunctionName, Qualifier } = request.properties;
      return {
        FunctionName,
        Qualifier,
        ...(config.retries !== undefined && { MaximumRetryAttempts: config.retries }),
        ...(config.age !== undefined && { MaximumEventAgeInSeconds: config.age }),
      };
    },
  });
}

function qualifierOf({ properties }: ResourceRequest): string {
  return String(properties.Qualifier ?? '$LATEST');
}
