import type { ErrorObject, ValidateFunction } from 'ajv';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { components } from '../../../openapi.yaml';
import { isFlightTime } from '../trip/moment.js';
import { type Detail, invalid } from './errors.js';

const DOCUMENT = 'openapi';
const compiled = new Map<string, ValidateFunction>();
let ajv: Ajv.default | undefined;

/**
 * The value, checked against a schema of `openapi.yaml` by name. Throws a 400 `ApiError` that names every faulty
 * field.
 */
export function checked<T>(schema: string, value: unknown): T {
  const faults = faultsOf(schema, value);
  if (faults.length > 0) throw invalid(faults);
  return value as T;
}

/** The faulty fields of a value that is to fit a schema of `openapi.yaml`. */
export function faultsOf(schema: string, value: unknown): Detail[] {
  const validate = validator(schema);
  return validate(value) ? [] : detailsOf(validate.errors ?? []);
}

/** Compiled on first use: a function serves few of the document's schemas. */
function validator(schema: string): ValidateFunction {
  let validate = compiled.get(schema);
  if (!validate) {
    ajv ??= prepare();
    validate = ajv.compile({ $ref: `${DOCUMENT}#/components/schemas/${schema}` });
    compiled.set(schema, validate);
  }
  return validate;
}

function prepare(): Ajv.default {
  // OpenAPI 3.0 has draft 4's `exclusiveMinimum: true`. Not strict: `example` and the like are no keywords of it. Numbers
  // are: JSON.parse makes 1e999 infinite, and no answer could tell it back.
  const made = new Ajv.default({
    allErrors: true,
    verbose: true,
    strict: false,
    strictNumbers: true,
    validateSchema: false,
  });
  addFormats.default(made, ['email', 'date', 'date-time', 'uri', 'uuid']);
  made.addFormat('flight-time', isFlightTime);
  made.addSchema({ components }, DOCUMENT);
  return made;
}

/** Ajv's errors as the contract's details, one for each field. */
function detailsOf(errors: ErrorObject[]): Detail[] {
  const byField = new Map<string, string>();
  for (const error of errors) {
    if (error.keyword === 'not' && !isObject(error.data)) continue; // has no fields that could exclude each other
    const reason = REASONS[error.keyword]?.(error);
    if (reason === undefined) continue;
    for (const field of fieldsOf(error)) if (!byField.has(field)) byField.set(field, reason);
  }
  return [...byField].map(([field, reason]) => ({ field, reason }));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const outOfRange = (): string => 'OUT_OF_RANGE';
const wrongForm = (): string => 'INVALID_FORMAT';

/** The contract's reasons; those it does not name are the platform's. Keywords without one only repeat another's fault. */
const REASONS: Record<string, (error: ErrorObject) => string> = {
  required: () => 'MISSING',
  additionalProperties: () => 'UNKNOWN_FIELD',
  type: () => 'INVALID_TYPE',
  enum: () => 'INVALID_VALUE',
  pattern: wrongForm,
  format: ({ params }) => FORMATS[params.format as string] ?? 'INVALID_FORMAT',
  minLength: ({ params }) => (params.limit === 1 ? 'MISSING' : 'OUT_OF_RANGE'),
  maxLength: outOfRange,
  minimum: outOfRange,
  maximum: outOfRange,
  exclusiveMinimum: outOfRange,
  minItems: outOfRange,
  maxItems: outOfRange,
  uniqueItems: () => 'DUPLICATE',
  not: () => 'MUTUALLY_EXCLUSIVE',
};

const FORMATS: Record<string, string> = {
  email: 'INVALID_EMAIL',
  'date-time': 'INVALID_DATE_TIME',
  'flight-time': 'INVALID_DATE_TIME',
};

/** The fields that an error is about: of those that may not come together each, else the one at its place. */
function fieldsOf(error: ErrorObject): string[] {
  const { required: together } = error.schema as { required?: string[] };
  if (error.keyword !== 'not' || !together) return [fieldOf(error)];
  return together.map((name) => fieldOf({ ...error, instancePath: `${error.instancePath}/${name}` }));
}

/** `/segments/1/departureTime` as `segments[1].departureTime`; the body itself is `body`. */
function fieldOf({ instancePath, keyword, params }: ErrorObject): string {
  const steps = instancePath.split('/').slice(1);
  if (keyword === 'required') steps.push(params.missingProperty as string);
  if (keyword === 'additionalProperties') steps.push(params.additionalProperty as string);
  const path = steps
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
    .join('');
  return path.replace(/^\./, '') || 'body';
}
