import type { ErrorObject } from 'ajv';

/** Validation errors as AWS's validator words them: `[object has missing required properties (["email"])]` (§3.1). */
export function explain(errors: readonly ErrorObject[]): string {
  const said: string[] = [];
  for (const [, missing] of group(errors, 'required', 'missingProperty'))
    said.push(`object has missing required properties (${JSON.stringify(missing.sort())})`);
  for (const [, extra] of group(errors, 'additionalProperties', 'additionalProperty'))
    said.push(
      `object instance has properties which are not allowed by the schema: ${JSON.stringify(extra.sort())}`,
    );
  for (const error of errors) {
    const text = describe(error);
    if (text !== undefined) said.push(text);
  }
  return `[${said.join(', ')}]`;
}

/** Values of one parameter of one keyword's errors, by the place in the body. */
function group(errors: readonly ErrorObject[], keyword: string, parameter: string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const error of errors) {
    if (error.keyword !== keyword) continue;
    const names = groups.get(error.instancePath) ?? [];
    names.push(String(error.params[parameter]));
    groups.set(error.instancePath, names);
  }
  return groups;
}

function describe({ keyword, params, data, schema }: ErrorObject): string | undefined {
  switch (keyword) {
    case 'required':
    case 'additionalProperties':
      return undefined;
    case 'type':
      return `instance type (${typeName(data)}) does not match any allowed primitive type (allowed: ${JSON.stringify([schema].flat())})`;
    case 'enum':
      return `instance value (${short(data)}) not found in enum (possible values: ${JSON.stringify(schema)})`;
    case 'pattern':
      return `ECMA 262 regex "${schema}" does not match input string ${short(data)}`;
    case 'minLength':
      return `string ${short(data)} is too short (length: ${String(data).length}, required minimum: ${params.limit})`;
    case 'maxLength':
      return `string ${short(data)} is too long (length: ${String(data).length}, maximum allowed: ${params.limit})`;
    case 'minimum':
      return `numeric instance is lower than the required minimum (minimum: ${params.limit}, found: ${data})`;
    case 'maximum':
      return `numeric instance is greater than the required maximum (maximum: ${params.limit}, found: ${data})`;
    case 'minItems':
      return `array is too short: must have at least ${params.limit} elements but instance has ${(data as []).length} elements`;
    case 'maxItems':
      return `array is too long: must have at most ${params.limit} elements but instance has ${(data as []).length} elements`;
    case 'oneOf':
      return 'instance failed to match exactly one schema';
    case 'anyOf':
      return 'instance failed to match at least one required schema';
    default:
      return `instance does not match ${keyword}`;
  }
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function short(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
