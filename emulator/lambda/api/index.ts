import type { AwsApi, AwsApiRequest, AwsApiResponse, AwsQuestion } from '../../kernel/aws.js';
import { LambdaServiceError } from '../../kernel/lambda.js';
import type { LambdaService } from '../service.js';
import { createAlias, deleteAlias, getAlias, listAliases, updateAlias } from './aliases.js';
import { updateFunctionCode } from './code.js';
import { getFunctionConfiguration, updateFunctionConfiguration } from './configuration.js';
import {
  deleteConcurrency,
  getConcurrency,
  getFunction,
  listFunctions,
  listVersions,
  publishVersion,
  putConcurrency,
} from './functions.js';
import { invoke } from './invoke.js';
import type { ApiCall } from './request.js';

type Operation = (call: ApiCall) => AwsApiResponse | Promise<AwsApiResponse>;

const FUNCTION = '/2015-03-31/functions/{name}';

/** Method and path of each operation (Lambda API reference, REST-JSON). */
const OPERATIONS: [method: string, path: string, operation: Operation][] = [
  ['POST', `${FUNCTION}/invocations`, invoke],
  ['GET', '/2015-03-31/functions', listFunctions],
  ['GET', FUNCTION, getFunction],
  ['GET', `${FUNCTION}/configuration`, getFunctionConfiguration],
  ['PUT', `${FUNCTION}/configuration`, updateFunctionConfiguration],
  ['PUT', `${FUNCTION}/code`, updateFunctionCode],
  ['GET', `${FUNCTION}/versions`, listVersions],
  ['POST', `${FUNCTION}/versions`, publishVersion],
  ['GET', `${FUNCTION}/aliases`, listAliases],
  ['POST', `${FUNCTION}/aliases`, createAlias],
  ['GET', `${FUNCTION}/aliases/{alias}`, getAlias],
  ['PUT', `${FUNCTION}/aliases/{alias}`, updateAlias],
  ['DELETE', `${FUNCTION}/aliases/{alias}`, deleteAlias],
  ['GET', '/2019-09-30/functions/{name}/concurrency', getConcurrency],
  ['PUT', '/2017-10-31/functions/{name}/concurrency', putConcurrency],
  ['DELETE', '/2017-10-31/functions/{name}/concurrency', deleteConcurrency],
];

const ROUTES = OPERATIONS.map(([method, path, operation]) => ({
  method,
  pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`),
  operation,
}));

/** The Lambda API on the AWS endpoint. Operations that are not in the table fail loudly. */
export function createLambdaApi(service: LambdaService): AwsApi {
  return {
    signingName: 'lambda',
    async handle(request) {
      try {
        return await dispatch(request, service);
      } catch (error) {
        if (error instanceof LambdaServiceError) return refusal(error);
        throw error;
      }
    },
    asks: (request) => askOf(request),
  };
}

/** The action that policies name for each operation (Service Authorization Reference). */
const ACTIONS = new Map<Operation, string>([
  [invoke, 'InvokeFunction'],
  [listFunctions, 'ListFunctions'],
  [getFunction, 'GetFunction'],
  [getFunctionConfiguration, 'GetFunctionConfiguration'],
  [updateFunctionConfiguration, 'UpdateFunctionConfiguration'],
  [updateFunctionCode, 'UpdateFunctionCode'],
  [listVersions, 'ListVersionsByFunction'],
  [publishVersion, 'PublishVersion'],
  [listAliases, 'ListAliases'],
  [createAlias, 'CreateAlias'],
  [getAlias, 'GetAlias'],
  [updateAlias, 'UpdateAlias'],
  [deleteAlias, 'DeleteAlias'],
  [getConcurrency, 'GetFunctionConcurrency'],
  [putConcurrency, 'PutFunctionConcurrency'],
  [deleteConcurrency, 'DeleteFunctionConcurrency'],
]);

/** What a policy must allow; an operation without a name of its own here needs all of Lambda. */
function askOf({ method, path, query, region, caller }: AwsApiRequest): AwsQuestion | undefined {
  for (const route of ROUTES) {
    const found = method === route.method ? route.pattern.exec(path) : null;
    if (!found) continue;
    const named = decodeURIComponent(found.groups?.name ?? '');
    const qualifier = query.get('Qualifier');
    const own = `arn:aws:lambda:${region}:${caller.accountId}:function:${named.replace(/^\d{12}:function:/, '')}`;
    const arn = named.startsWith('arn:') ? named : own;
    const resource = qualifier === null ? arn : `${arn}:${qualifier}`;
    return {
      action: `lambda:${ACTIONS.get(route.operation) ?? '*'}`,
      resource: named === '' ? '*' : resource,
    };
  }
  return undefined;
}

async function dispatch(request: AwsApiRequest, service: LambdaService): Promise<AwsApiResponse> {
  for (const { method, pattern, operation } of ROUTES) {
    const found = method === request.method ? pattern.exec(request.path) : null;
    if (!found) continue;
    const groups = Object.entries(found.groups ?? {});
    const path = Object.fromEntries(groups.map(([name, value]) => [name, decodeURIComponent(value)]));
    return operation({ request, path, service });
  }
  throw new LambdaServiceError(
    'UnknownOperationException',
    404,
    `The emulator's Lambda has no operation ${request.method} ${request.path}.`,
  );
}

/** `TooManyRequestsException` carries its reason; its message is written in lower case, as on AWS. */
function refusal({ code, statusCode, message, reason }: LambdaServiceError): AwsApiResponse {
  const Type = statusCode < 500 ? 'User' : 'Service';
  const body = reason ? { Reason: reason, Type, message } : { Type, Message: message };
  return {
    status: statusCode,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
    body: JSON.stringify(body),
  };
}
