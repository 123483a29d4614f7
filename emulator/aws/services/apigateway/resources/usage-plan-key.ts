import { AwsError } from '../../../../kernel/aws-error.js';
import type { ResourceHandler } from '../../../../kernel/cloudformation.js';
import { checkStages } from '../operations/usage-plan-keys.js';
import { type OpenPlane, textOf } from './properties.js';

/** `AWS::ApiGateway::UsagePlanKey`: `Ref` is `keyId:planId`. */
export function usagePlanKeyHandler(open: OpenPlane): ResourceHandler {
  return {
    replacedBy: ['KeyId', 'KeyType', 'UsagePlanId'],
    create: async (request) => {
      const plane = open(request.stack);
      const keyId = textOf(request.properties, 'KeyId') ?? '';
      const plan = plane.plan(textOf(request.properties, 'UsagePlanId') ?? '');
      if (request.properties.KeyType !== 'API_KEY')
        throw new AwsError('BadRequestException', 'Usage Plan key type must be API_KEY');
      plane.key(keyId);
      checkStages(plane, plan, keyId);
      const physicalId = `${keyId}:${plan.id}`;
      await request.initiated(physicalId);
      plan.apiKeyIds = [...new Set([...plan.apiKeyIds, keyId])];
      await plane.commit();
      return { physicalId, attributes: { Id: physicalId } };
    },
    delete: async ({ stack, physicalId }) => {
      const plane = open(stack);
      const [keyId, planId = ''] = physicalId.split(':');
      const plan = plane.state.plans[planId];
      if (!plan) return;
      plan.apiKeyIds = plan.apiKeyIds.filter((one) => one !== keyId);
      await plane.commit();
    },
    read: async ({ stack, physicalId, properties }) => {
      const [keyId = '', planId = ''] = physicalId.split(':');
      return open(stack).state.plans[planId]?.apiKeyIds.includes(keyId) ? properties : undefined;
    },
  };
}
