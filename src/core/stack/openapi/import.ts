import { isDict } from '../../dict.js';
import { suggestion } from '../../document/nearest.js';
import { type ApiDraft, GATEWAY_RESPONSE_TYPES } from '../api-draft.js';
import type { GatewayResponse, HttpMethod } from '../model.js';
import type { Props } from '../props.js';
import { readPolicy } from '../resource-policy.js';
import { OpenApiDocument } from './document.js';
import { checkExtensions, type OperationScope, readOperation } from './operation.js';
import { readNamedModels } from './schemas.js';
import { readSchemes } from './security.js';

const VERBS: Record<string, HttpMethod> = {
  get: 'GET',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
  head: 'HEAD',
  options: 'OPTIONS',
  'x-amazon-apigateway-any-method': 'ANY',
};
const PATH_KEYS = ['parameters', 'summary', 'description', 'servers', '$ref'];
const EXTENSION = 'x-amazon-apigateway-';
const ROOT_EXTENSIONS = [
  'api-key-source',
  'binary-media-types',
  'documentation',
  'endpoint-configuration',
  'gateway-responses',
  'importexport-version',
  'minimum-compression-size',
  'policy',
  'request-validator',
  'request-validators',
].map((name) => EXTENSION + name);

/** Reads an OpenAPI 3.0 or Swagger 2.0 body into the API, as API Gateway's import does. */
export function importOpenApi(root: Props, draft: ApiDraft): void {
  const document = new OpenApiDocument(root);
  if (!checkVersion(document)) return;
  checkExtensions(root, ROOT_EXTENSIONS);
  readSettings(root, draft);
  readValidators(root, draft);
  readGatewayResponses(root, draft);
  readNamedModels(document, draft);
  const scope: OperationScope = {
    document,
    draft,
    schemes: readSchemes(document, draft),
    defaultValidator: root.string(`${EXTENSION}request-validator`),
  };
  if (!root.has('paths')) root.error('MISSING_PROPERTY', '`paths` is missing.', 'Add the paths of the API.');
  const paths = root.inner('paths');
  for (const path of Object.keys(paths.value)) if (!path.startsWith('x-')) readPath(scope, paths, path);
}

function checkVersion({ root, swagger }: OpenApiDocument): boolean {
  const version = root.string(swagger ? 'swagger' : 'openapi');
  if (version !== undefined && (swagger ? version === '2.0' : version.startsWith('3.0'))) return true;
  root.error(
    'OPENAPI_VERSION',
    version === undefined
      ? 'The body says neither `openapi` nor `swagger`.'
      : `API Gateway does not import version ${version}.`,
    'Write `openapi: 3.0.1` (or `swagger: "2.0"`).',
    version === undefined ? undefined : swagger ? 'swagger' : 'openapi',
  );
  return false;
}

function readPath(scope: OperationScope, paths: Props, path: string): void {
  const { draft } = scope;
  const at = { holder: paths.value, key: path, part: 'key' as const, path: `${paths.path}.${path}` };
  draft.paths.push({ path, at });
  const item = paths.inner(path);
  const shared = item.list('parameters') ?? [];
  for (const key of Object.keys(item.value)) {
    const verb = Object.hasOwn(VERBS, key) ? VERBS[key] : undefined;
    if (!verb) {
      if (!PATH_KEYS.includes(key)) reportVerb(item, key);
      continue;
    }
    if (!isDict(item.value[key])) {
      item.dict(key);
      continue;
    }
    const method = readOperation(scope, path, verb, item.inner(key), shared);
    draft.api.methods.push(method);
    draft.methodAts.set(method, { ...at, holder: item.value, key });
  }
}

function reportVerb(item: Props, key: string): void {
  if (key.startsWith('x-') && !key.startsWith(EXTENSION)) return;
  item.report.error(
    {
      code: 'UNKNOWN_METHOD',
      message: `\`${key}\` is no method that API Gateway knows.`,
      remedy: suggestion(key, Object.keys(VERBS)),
    },
    { holder: item.value, key, part: 'key', path: item.path },
  );
}

function readSettings(root: Props, draft: ApiDraft): void {
  const { api } = draft;
  const source = root.string(`${EXTENSION}api-key-source`)?.toUpperCase();
  if (source === 'HEADER' || source === 'AUTHORIZER') api.apiKeySource = source;
  else if (source !== undefined) root.oneOf(`${EXTENSION}api-key-source`, ['HEADER', 'AUTHORIZER']);
  api.binaryMediaTypes.push(...root.strings(`${EXTENSION}binary-media-types`));
  if (root.has(`${EXTENSION}minimum-compression-size`))
    warnCompression(root, `${EXTENSION}minimum-compression-size`);
  const policy = root.dict(`${EXTENSION}policy`);
  const read = policy && readPolicy(root.inner(`${EXTENSION}policy`), draft);
  if (read) api.policy ??= read;
  if (root.has('servers') || root.has('basePath')) return; // CloudFormation imports with `basepath: ignore`
}

/** Compression of answers is not there yet. */
export function warnCompression(props: Props, key: string): void {
  props.warn(
    'NOT_EMULATED',
    'Compression by API Gateway is not emulated yet.',
    'Answers are sent uncompressed.',
    key,
  );
}

function readValidators(root: Props, draft: ApiDraft): void {
  const declared = root.inner(`${EXTENSION}request-validators`);
  for (const name of Object.keys(declared.value)) {
    const props = declared.inner(name);
    props.knownKeys(['validateRequestBody', 'validateRequestParameters']);
    draft.api.validators[name] = {
      validateRequestBody: props.boolean('validateRequestBody') ?? false,
      validateRequestParameters: props.boolean('validateRequestParameters') ?? false,
    };
  }
}

function readGatewayResponses(root: Props, draft: ApiDraft): void {
  const declared = root.inner(`${EXTENSION}gateway-responses`);
  for (const type of Object.keys(declared.value)) {
    checkResponseType(type, declared.value, type, root);
    const props = declared.inner(type);
    props.knownKeys(['statusCode', 'responseParameters', 'responseTemplates']);
    draft.api.gatewayResponses[type] = readGatewayResponse(
      props,
      'statusCode',
      'responseParameters',
      'responseTemplates',
    );
  }
}

/** Reports a gateway response of a type that does not exist. */
export function checkResponseType(type: string, holder: unknown, key: string, props: Props): void {
  if ((GATEWAY_RESPONSE_TYPES as readonly string[]).includes(type)) return;
  props.report.error(
    {
      code: 'UNKNOWN_GATEWAY_RESPONSE',
      message: `\`${type}\` is no gateway response type.`,
      remedy: suggestion(type, GATEWAY_RESPONSE_TYPES),
    },
    { holder, key, part: 'key', path: props.path },
  );
}

export function readGatewayResponse(
  props: Props,
  status: string,
  parameters: string,
  templates: string,
): GatewayResponse {
  const statusCode = props.string(status);
  return {
    ...(statusCode !== undefined && { statusCode }),
    responseParameters: props.stringMap(parameters),
    responseTemplates: props.stringMap(templates),
  };
}
