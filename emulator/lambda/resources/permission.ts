import type { ResourceHandler } from '../../kernel/cloudformation.js';
import { addPermission, removePermission } from '../control/permissions.js';
import { parseFunctionName } from '../function-name.js';
import type { LambdaService } from '../service.js';
import { findFunction, functionOf, translated } from './shared.js';

/** `AWS::Lambda::Permission`: one statement of a resource policy, by its id. */
export function permissionResource(service: LambdaService): ResourceHandler {
  return translated({
    replacedBy: [
      'Action',
      'EventSourceToken',
      'FunctionName',
      'FunctionUrlAuthType',
      'InvokedViaFunctionUrl',
      'Principal',
      'PrincipalOrgID',
      'SourceAccount',
      'SourceArn',
    ],
    async create(request) {
      const sid = request.newName(100);
      await request.initiated(sid);
      const entry = functionOf(service, request);
      const { FunctionName, ...statement } = request.properties;
      await addPermission(service, entry, qualifierOf(FunctionName), { ...statement, StatementId: sid });
      return { physicalId: sid, attributes: { Id: sid } };
    },
    async delete({ physicalId, ...request }) {
      const entry = findFunction(service, { ...request });
      const qualifier = qualifierOf(request.properties.FunctionName);
      const policy = entry?.policies.get(qualifier);
      if (!entry || !policy?.statements.some(({ sid }) => sid === physicalId)) return;
      await removePermission(service, entry, qualifier, { StatementId: physicalId });
    },
    async read(request) {
      const { physicalId, properties } = request;
      const policy = findFunction(service, request)?.policies.get(qualifierOf(properties.FunctionName));
      return policy?.statements.some(({ sid }) => sid === physicalId) ? properties : undefined;
    },
  });
}

/** The version or alias that `FunctionName` names beside the function. */
function qualifierOf(functionName: unknown): string {
  return parseFunctionName(String(functionName)).qualifier ?? '';
}
