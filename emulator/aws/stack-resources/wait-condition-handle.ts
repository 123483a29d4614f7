import type { Ids } from '../../../src/core/ids.js';
import type { ResourceHandlers } from '../../kernel/cloudformation.js';

/** `AWS::CloudFormation::WaitConditionHandle`: an address that nobody waits at, the custom for a stack without resources. */
export function waitResources(ids: Ids): ResourceHandlers {
  return {
    'AWS::CloudFormation::WaitConditionHandle': {
      replacedBy: [],
      schema: { known: [], required: [] },
      create: async ({ stack, logicalId, initiated }) => {
        const url = `https://cloudformation-waitcondition-${stack.region}.s3.${stack.region}.amazonaws.com/${encodeURIComponent(stack.id)}/${logicalId}?X-Amz-Signature=${ids.hex(64)}`;
        await initiated(url);
        return { physicalId: url, attributes: {} };
      },
      update: async ({ physicalId }) => ({ physicalId, attributes: {} }),
      delete: async () => undefined,
    },
  };
}
