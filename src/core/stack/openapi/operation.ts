import { isDict } from '../../dict.js';
import { placeOf } from '../../document/marks.js';
import { suggestion } from '../../document/nearest.js';
import type { ApiDraft } from '../api-draft.js';
import { asOpenApi, readIntegration } from '../integration.js';
import type { ApiMethod, HttpMethod } from '../model.js';
import { resourceIdOf } from '../names.js';
import { Props } from '../props.js';
import { normalPath } from '../routes.js';
import type { OpenApiDocument } from './document.js';
import { modelFor } from './schemas.js';
import { readSecurity, type Scheme } from './security.js';

/** Everything operations share. */
export interface OperationScope {
  document: OpenApiDocument;
  draft: ApiDraft;
  schemes: Map<string, Scheme>;
  /** Validator named at the root. */
  defaultValidator: string | undefined;
}

const LOCATIONS: Record<string, string> = { path: 'path', query: 'querystring', header: 'header' };
const METHOD_KEYS =
  'x-amazon-apigateway-integration x-amazon-apigateway-auth x-amazon-apigateway-request-validator x-amazon-apigateway-documentation';

/** Reads one operation of `path` as a method. */
export function readOperation(
  scope: OperationScope,
  path: string,
  httpMethod: HttpMethod,
  operation: Props,
  shared: unknown[],
): ApiMethod {
  const { document, draft, schemes } = scope;
  checkExtensions(operation, METHOD_KEYS.split(' '));
  const operationName = operation.string('operationId');
  const parameters = readParameters(scope, operation, shared);
  const validator = readValidator(scope, operation);
  const resourcePath = normalPath(path);
  return {
    resourcePath,
    resourceId: resourcePath === '/' ? draft.api.rootResourceId : resourceIdOf(draft.api.id, resourcePath),
    httpMethod,
    ...(operationName && { operationName }),
    ...readSecurity(operation, document, schemes),
    ...(validator && { validator }),
    requestParameters: parameters.required,
    requestModels: { ...parameters.models, ...readBody(scope, operation) },
    integration: readOwnIntegration(scope, operation),
    responses: readResponses(scope, operation),
    place: placeOf(operation.value) ?? draft.api.place,
  };
}

function readOwnIntegration(scope: OperationScope, operation: Props): ApiMethod['integration'] {
  const key = 'x-amazon-apigateway-integration';
  if (!operation.has(key))
    operation.error(
      'MISSING_INTEGRATION',
      `The operation has no \`${key}\`; API Gateway refuses to deploy it.`,
      'Add one: it says which function answers.',
    );
  const props = operation.inner(key);
  if (operation.has(key)) return readIntegration(props, asOpenApi, scope.draft.functions);
  return readIntegration(new Props({ type: 'MOCK' }, operation.report, props.path), asOpenApi, []);
}

/** Reports extensions that API Gateway would pass over in silence. */
export function checkExtensions(props: Props, known: readonly string[]): void {
  for (const key of Object.keys(props.value)) {
    if (!key.startsWith('x-amazon-apigateway-') || known.includes(key)) continue;
    props.report.error(
      {
        code: 'UNKNOWN_EXTENSION',
        message: `\`${key}\` has no meaning here.`,
        remedy: suggestion(key, known),
      },
      { holder: props.value, key, part: 'key', path: props.path },
    );
  }
}

function readValidator(scope: OperationScope, operation: Props): string | undefined {
  const key = 'x-amazon-apigateway-request-validator';
  const name = operation.string(key) ?? scope.defaultValidator;
  const { validators } = scope.draft.api;
  if (name === undefined || Object.hasOwn(validators, name)) return name;
  const holder = operation.has(key) ? operation : scope.document.root;
  const remedy = suggestion(name, Object.keys(validators));
  holder.error('UNKNOWN_VALIDATOR', `There is no request validator \`${name}\`.`, remedy, key);
  return undefined;
}

interface Parameters {
  required: Record<string, boolean>;
  models: Record<string, string>;
}

function readParameters(scope: OperationScope, operation: Props, shared: unknown[]): Parameters {
  const read: Parameters = { required: {}, models: {} };
  for (const raw of [...shared, ...(operation.list('parameters') ?? [])]) {
    if (!isDict(raw)) continue;
    const props = scope.document.follow(new Props(raw, operation.report, `${operation.path}.parameters`));
    if (props) readParameter(scope, props, operation, read);
  }
  return read;
}

function readParameter(scope: OperationScope, props: Props, operation: Props, read: Parameters): void {
  const where = props.required('in') ?? '';
  const name = props.required('name') ?? '';
  const location = LOCATIONS[where];
  if (location) {
    read.required[`method.request.${location}.${name}`] =
      where === 'path' || (props.boolean('required') ?? false);
  } else if (where === 'body' && scope.document.swagger) {
    Object.assign(read.models, readSwaggerBody(scope, props, operation));
  } else if (where === 'cookie' || where === 'formData') {
    const remedy = 'Check it in the function.';
    props.warn(
      'NOT_EMULATED',
      `API Gateway does not know parameters in \`${where}\`; it passes over them.`,
      remedy,
      'in',
    );
  } else if (where !== '') props.oneOf('in', Object.keys(LOCATIONS));
}

/** Swagger's body parameter: one model for every type the operation consumes. */
function readSwaggerBody(scope: OperationScope, props: Props, operation: Props): Record<string, string> {
  const model = props.has('schema')
    ? modelFor(props.inner('schema'), scope.document, scope.draft)
    : undefined;
  if (!model) return {};
  const own = operation.strings('consumes');
  const types = own.length > 0 ? own : scope.document.root.strings('consumes');
  return Object.fromEntries((types.length > 0 ? types : ['application/json']).map((type) => [type, model]));
}

function readBody(scope: OperationScope, operation: Props): Record<string, string> {
  if (!operation.has('requestBody')) return {};
  const body = scope.document.follow(operation.inner('requestBody'));
  return body ? readContent(scope, body) : {};
}

/** Content type → model, of a body or an answer. */
function readContent(scope: OperationScope, holder: Props): Record<string, string> {
  const content = holder.inner('content');
  const models: Record<string, string> = {};
  for (const type of Object.keys(content.value)) {
    const media = content.inner(type);
    const model = media.has('schema')
      ? modelFor(media.inner('schema'), scope.document, scope.draft)
      : undefined;
    if (model) models[type] = model;
  }
  return models;
}

function readResponses(scope: OperationScope, operation: Props): ApiMethod['responses'] {
  const declared = operation.inner('responses');
  const responses: ApiMethod['responses'] = {};
  for (const status of Object.keys(declared.value)) {
    const props = isDict(declared.value[status]) ? scope.document.follow(declared.inner(status)) : undefined;
    if (!props) continue;
    const headers = Object.fromEntries(
      Object.keys(props.inner('headers').value).map((name) => [name, false]),
    );
    responses[status] = {
      headers,
      models: scope.document.swagger ? swaggerModels(scope, props) : readContent(scope, props),
    };
  }
  return responses;
}

function swaggerModels(scope: OperationScope, props: Props): Record<string, string> {
  const model = props.has('schema')
    ? modelFor(props.inner('schema'), scope.document, scope.draft)
    : undefined;
  return model ? { 'application/json': model } : {};
}
