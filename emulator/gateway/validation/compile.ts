import type { ApiMethod, RestApi } from '../../../src/core/stack/model.js';
import type { Exchange } from '../exchange.js';
import { bareMediaType } from '../http/media-types.js';
import { compileModel, type ModelCheck } from './models.js';

/** What a method's request validator looks at. */
export interface RequestCheck {
  /** In the order AWS lists them. */
  required: readonly RequiredParameter[];
  /** Content type → check of the body; undefined when bodies are not looked at. */
  bodies: ReadonlyMap<string, ModelCheck> | undefined;
}

interface RequiredParameter {
  name: string;
  read: (exchange: Exchange) => string | undefined;
}

/** Compiles the validator in force for a method; undefined when there is none (§9). */
export function compileCheck(api: RestApi, method: ApiMethod): RequestCheck | undefined {
  const validator = method.validator === undefined ? undefined : api.validators[method.validator];
  if (validator === undefined) return undefined;
  const required = validator.validateRequestParameters ? requiredParameters(api, method) : [];
  const bodies = validator.validateRequestBody ? bodyChecks(api, method) : undefined;
  return { required, bodies };
}

/** Sorted by the whole key, which puts `header` before `path` before `querystring`. */
function requiredParameters(api: RestApi, method: ApiMethod): RequiredParameter[] {
  const keys = Object.keys(method.requestParameters).filter((key) => method.requestParameters[key]);
  return keys.sort().flatMap((key) => {
    const [, , kind, ...rest] = key.split('.');
    const name = rest.join('.');
    switch (kind) {
      case 'header':
        return [{ name, read: (x) => x.headers.getExact(name, api.endpointType === 'EDGE') }];
      case 'path':
        return [{ name, read: (x) => x.pathValue(name) }];
      case 'querystring':
        return [{ name, read: (x) => x.queryValue(name) }];
      default:
        return [];
    }
  });
}

function bodyChecks(api: RestApi, method: ApiMethod): ReadonlyMap<string, ModelCheck> {
  const checks = new Map<string, ModelCheck>();
  for (const [type, model] of Object.entries(method.requestModels))
    if (Object.hasOwn(api.models, model)) checks.set(bareMediaType(type), compileModel(api.models[model]));
  return checks;
}

/** Names of the required parameters that are absent or blank. */
export function missingParameters(check: RequestCheck, exchange: Exchange): string[] {
  const missing: string[] = [];
  for (const { name, read } of check.required) if (!read(exchange)?.trim()) missing.push(name);
  return missing;
}

/** What is wrong with the body by the model of its content type; undefined when nothing is. */
export function bodyFault(check: RequestCheck, exchange: Exchange): string | undefined {
  if (check.bodies === undefined) return undefined;
  const type = bareMediaType(exchange.headers.get('content-type') ?? 'application/json');
  const model = check.bodies.get(type);
  if (model === undefined) return undefined;
  const text = exchange.body?.toString() ?? '';
  let value: unknown;
  try {
    value = text === '' ? {} : JSON.parse(text);
  } catch {
    return '[the body is not JSON]';
  }
  return model(value);
}
