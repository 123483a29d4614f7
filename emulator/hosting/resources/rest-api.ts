import type { Diagnostic } from '../../../src/core/diagnostics.js';
import { rootResourceIdOf } from '../../../src/core/stack/names.js';
import { AwsError } from '../../kernel/aws-error.js';
import { plainId } from '../new-ids.js';
import { type Kind, type Sight, text } from './kind.js';

/** `AWS::ApiGateway::RestApi`: its `Body` is imported, and refused as `ImportRestApi` would. */
export const restApi: Kind = {
  replacedBy: [],
  newId: (_request, ids) => plainId(ids, 10),
  describe: (id, { stack }) => ({
    arn: `arn:aws:apigateway:${stack.region}::/restapis/${id}`,
    attributes: { RestApiId: id, RootResourceId: rootResourceIdOf(id) },
  }),
  words: importErrors,
};

/** `AWS::ApiGateway::Resource`. */
export const apiResource: Kind = {
  ...partOfApi(['RestApiId', 'ParentId', 'PathPart'], 6, 'ResourceId'),
};

/** `AWS::ApiGateway::Method`. */
export const method: Kind = {
  replacedBy: ['RestApiId', 'ResourceId', 'HttpMethod'],
  newId: (request) => request.newName(),
  check: knownApi,
};

/** `AWS::ApiGateway::Authorizer`. */
export const apiAuthorizer: Kind = partOfApi(['RestApiId'], 6, 'AuthorizerId');

/** `AWS::ApiGateway::RequestValidator`. */
export const requestValidator: Kind = partOfApi(['RestApiId', 'Name'], 6, 'RequestValidatorId');

/** `AWS::ApiGateway::GatewayResponse`. */
export const gatewayResponse: Kind = partOfApi(['RestApiId', 'ResponseType'], 10, 'Id');

/** `AWS::ApiGateway::Model`: `Ref` is its name. */
export const model: Kind = {
  replacedBy: ['RestApiId', 'Name', 'ContentType'],
  newId: (request) => text(request, 'Name') || request.newName().replaceAll('-', ''),
  check: knownApi,
};

function partOfApi(replacedBy: string[], length: number, attribute: string): Kind {
  return {
    replacedBy,
    newId: (_request, ids) => plainId(ids, length),
    describe: (id) => ({ attributes: { [attribute]: id } }),
    check: knownApi,
  };
}

/** A part is of an API of the same stack: one of another stack is not to be found here. */
export function knownApi({ stack, resource }: Sight): void {
  const apiId = text(resource, 'RestApiId');
  if (!stack.find('AWS::ApiGateway::RestApi', apiId))
    throw new AwsError('NotFoundException', 'Invalid API identifier specified', 404);
}

/** As an import that failed is told (API Gateway: ImportRestApi, PutRestApi). */
function importErrors(faults: readonly Diagnostic[]): string {
  return `Errors found during import:${faults.map((fault) => `\n\t${importError(fault)}`).join('')}`;
}

const OPERATION = /\.paths\.(\/.*)\.(get|put|post|delete|patch|head|options|x-amazon-apigateway-any-method)/;

function importError({ message, path = '' }: Diagnostic): string {
  const [, resource, verb] = OPERATION.exec(path) ?? [];
  const [, schema] = /\.(?:components\.schemas|definitions)\.([^.]+)/.exec(path) ?? [];
  if (resource !== undefined && verb !== undefined) {
    const part = path.includes('x-amazon-apigateway-integration') ? 'integration on' : 'method';
    const name = verb.startsWith('x-') ? 'ANY' : verb.toUpperCase();
    return `Unable to put ${part} '${name}' for resource at path '${resource}': ${message}`;
  }
  return schema === undefined ? message : `Unable to create model named '${schema}': ${message}`;
}
