import { AwsError } from '../../kernel/aws-error.js';
import type { CreateResource, ResourceHandler } from '../../kernel/cloudformation.js';
import { putProvisioned } from '../control/concurrency.js';
import { deleteFunction, publishVersion } from '../control/versions.js';
import type { LambdaService } from '../service.js';
import { findFunction, functionOf, translated } from './shared.js';

/** `AWS::Lambda::Version`: publishes when it is made, and never changes. */
export function versionResource(service: LambdaService): ResourceHandler {
  return translated({
    replacedBy: [
      'FunctionName',
      'CodeSha256',
      'Description',
      'ProvisionedConcurrencyConfig',
      'RuntimePolicy',
    ],
    create: (request) => create(service, request),
    async delete(request) {
      const entry = findFunction(service, request);
      const version = request.physicalId.split(':').at(-1) ?? '';
      if (entry) await deleteFunction(service, entry, version);
    },
    async read(request) {
      const number = request.physicalId.split(':').at(-1) ?? '';
      const version = findFunction(service, request)?.versions.get(number);
      return version && { FunctionName: request.properties.FunctionName, Description: version.description };
    },
  });
}

async function create(service: LambdaService, request: CreateResource) {
  const { properties } = request;
  const entry = functionOf(service, request);
  const last = service.functions.published(entry);
  if (last)
    throw new AwsError(
      'AlreadyExistsException',
      `A version for this Lambda function exists ( ${last.version} ). Modify the function to create a new version.`,
      409,
    );
  const next = `${entry.arn}:${entry.lastVersion + 1}`;
  await request.initiated(next);
  const { version } = await publishVersion(service, entry, {
    ...(properties.CodeSha256 !== undefined && { CodeSha256: properties.CodeSha256 }),
    ...(properties.Description !== undefined && { Description: String(properties.Description) }),
  });
  const { ProvisionedConcurrentExecutions: wanted } = (properties.ProvisionedConcurrencyConfig ?? {}) as {
    ProvisionedConcurrentExecutions?: unknown;
  };
  if (wanted !== undefined) await putProvisioned(service, entry, version, Number(wanted));
  const physicalId = `${entry.arn}:${version}`;
  return { physicalId, attributes: { Version: version, FunctionArn: physicalId } };
}
