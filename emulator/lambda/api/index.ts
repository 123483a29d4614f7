import type { AwsApi, AwsApiRequest, AwsApiResponse, AwsQuestion } from '../../kernel/aws.js';
import { LambdaServiceError } from '../../kernel/lambda.js';
import type { LambdaService } from '../service.js';
import {
  createAliasOperation,
  deleteAliasOperation,
  getAlias,
  listAliases,
  updateAliasOperation,
} from './aliases.js';
import {
  deleteConcurrency,
  deleteProvisionedConcurrency,
  getConcurrency,
  getProvisionedConcurrency,
  listProvisionedConcurrency,
  putConcurrency,
  putProvisionedConcurrency,
} from './concurrency.js';
import {
  getFunctionConfiguration,
  updateFunctionCode,
  updateFunctionConfiguration,
} from './configuration.js';
import {
  deleteEventInvokeConfig,
  getEventInvokeConfig,
  listEventInvokeConfigs,
  putEventInvokeConfig,
  updateEventInvokeConfig,
} from './event-invoke.js';
import {
  createFunction,
  deleteFunctionOperation,
  getFunction,
  listFunctions,
  listVersions,
  publishVersionOperation,
} from './functions.js';
import { invoke } from './invoke.js';
import { addPermissionOperation, getPolicy, removePermissionOperation } from './permissions.js';
import type { ApiCall } from './request.js';
import { listTags, tagResource, untagResource } from './tags.js';

type Operation = (call: ApiCall) => AwsApiResponse | Promise<AwsApiResponse>;

const FUNCTIONS = '/2015-03-31/functions';
const FUNCTION = `${FUNCTIONS}/{name}`;
const PROVISIONED = '/2019-09-30/functions/{name}/provisioned-concurrency';
const EVENTS = '/2019-09-25/functions/{name}/event-invoke-config';
const TAGS = '/2017-03-31/tags/{arn}';

/** Method, path and name of each operation (Lambda API reference, REST-JSON); policies name them alike, but for `Invoke`. */
const OPERATIONS: [method: string, path: string, name: string, operation: Operation][] = [
  ['POST', `${FUNCTION}/invocations`, 'Invoke', invoke],
  ['GET', FUNCTIONS, 'ListFunctions', listFunctions],
  ['POST', FUNCTIONS, 'CreateFunction', createFunction],
  ['GET', FUNCTION, 'GetFunction', getFunction],
  ['DELETE', FUNCTION, 'DeleteFunction', deleteFunctionOperation],
  ['GET', `${FUNCTION}/configuration`, 'GetFunctionConfiguration', getFunctionConfiguration],
  ['PUT', `${FUNCTION}/configuration`, 'UpdateFunctionConfiguration', updateFunctionConfiguration],
  ['PUT', `${FUNCTION}/code`, 'UpdateFunctionCode', updateFunctionCode],
  ['GET', `${FUNCTION}/versions`, 'ListVersionsByFunction', listVersions],
  ['POST', `${FUNCTION}/versions`, 'PublishVersion', publishVersionOperation],
  ['GET', `${FUNCTION}/aliases`, 'ListAliases', listAliases],
  ['POST', `${FUNCTION}/aliases`, 'CreateAlias', createAliasOperation],
  ['GET', `${FUNCTION}/aliases/{alias}`, 'GetAlias', getAlias],
  ['PUT', `${FUNCTION}/aliases/{alias}`, 'UpdateAlias', updateAliasOperation],
  ['DELETE', `${FUNCTION}/aliases/{alias}`, 'DeleteAlias', deleteAliasOperation],
  ['GET', `${FUNCTION}/policy`, 'GetPolicy', getPolicy],
  ['POST', `${FUNCTION}/policy`, 'AddPermission', addPermissionOperation],
  ['DELETE', `${FUNCTION}/policy/{sid}`, 'RemovePermission', removePermissionOperation],
  ['PUT', EVENTS, 'PutFunctionEventInvokeConfig', putEventInvokeConfig],
  ['POST', EVENTS, 'UpdateFunctionEventInvokeConfig', updateEventInvokeConfig],
  ['GET', EVENTS, 'GetFunctionEventInvokeConfig', getEventInvokeConfig],
  ['DELETE', EVENTS, 'DeleteFunctionEventInvokeConfig', deleteEventInvokeConfig],
  ['GET', `${EVENTS}/list`, 'ListFunctionEventInvokeConfigs', listEventInvokeConfigs],
  ['GET', TAGS, 'ListTags', listTags],
  ['POST', TAGS, 'TagResource', tagResource],
  ['DELETE', TAGS, 'UntagResource', untagResource],
  ['GET', '/2019-09-30/functions/{name}/concurrency', 'GetFunctionConcurrency', getConcurrency],
  ['PUT', '/2017-10-31/functions/{name}/concurrency', 'PutFunctionConcurrency', putConcurrency],
  ['DELETE', '/2017-10-31/functions/{name}/concurrency', 'DeleteFunctionConcurrency', deleteConcurrency],
  ['PUT', PROVISIONED, 'PutProvisionedConcurrencyConfig', putProvisionedConcurrency],
  ['GET', `${PROVISIONED}\\?List=ALL`, 'ListProvisionedConcurrencyConfigs', listProvisionedConcurrency],
  ['GET', PROVISIONED, 'GetProvisionedConcurrencyConfig', getProvisionedConcurrency],
  ['DELETE', PROVISIONED, 'DeleteProvisionedConcurrencyConfig', deleteProvisionedConcurrency],
];

const ROUTES = OPERATIONS.map(([method, path, name, operation]) => ({
  method,
  pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`),
  action: `lambda:${name === 'Invoke' ? 'InvokeFunction' : name}`,
  operation,
}));

/** Bytes of a package in a request, in base64, and the rest of its JSON. */
const LARGEST_BODY = 72 * 1024 * 1024;

/** The Lambda API on the AWS endpoint. Operations that are not in the table fail loudly. */
export function createLambdaApi(service: LambdaService): AwsApi {
  return {
    signingName: 'lambda',
    operationNames: OPERATIONS.map(([, , name]) => name),
    largestBody: LARGEST_BODY,
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

/** What a policy must allow. */
function askOf(request: AwsApiRequest): AwsQuestion | undefined {
  const found = find(request);
  if (!found) return undefined;
  const { query, region, caller } = request;
  const { name = '', arn: tagged } = found.path;
  const qualifier = query.get('Qualifier');
  const own = `arn:aws:lambda:${region}:${caller.accountId}:function:${name.replace(/^\d{12}:function:/, '')}`;
  const arn = tagged ?? (name.startsWith('arn:') ? name : own);
  const resource = qualifier === null ? arn : `${arn}:${qualifier}`;
  return { action: found.action, resource: name === '' && tagged === undefined ? '*' : resource };
}

async function dispatch(request: AwsApiRequest, service: LambdaService): Promise<AwsApiResponse> {
  const found = find(request);
  if (found) return found.operation({ request, path: found.path, service });
  throw new LambdaServiceError(
    'UnknownOperationException',
    404,
    `The emulator's Lambda has no operation ${request.method} ${request.path}.`,
  );
}

function find({ method, path, query }: AwsApiRequest) {
  const whole = query.get('List') === 'ALL' ? `${path}?List=ALL` : path;
  for (const { pattern, action, operation, ...route } of ROUTES) {
    const found = method === route.method ? pattern.exec(whole) : null;
    if (!found) continue;
    const groups = Object.entries(found.groups ?? {});
    const named = groups.map(([name, value]) => [name, decodeURIComponent(value)] as const);
    return { action, operation, path: Object.fromEntries(named) as Record<string, string> };
  }
  return undefined;
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
