import AjvDraft4 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { createLinearRegExp } from '../../../src/core/linear-regexp.js';
import { explain } from './explain.js';

/** The engine in the form Ajv's `code.regExp` option takes. */
const linearRegExp = Object.assign(createLinearRegExp, { code: 'new RegExp' });

/** Checks a parsed body; tells what is wrong in the words of `$context.error.validationErrorString`. */
export type ModelCheck = (value: unknown) => string | undefined;

/** Formats of JSON Schema draft 4; other names (`int32`, `date` …) are remarks to AWS's validator. */
const DRAFT4_FORMATS = ['date-time', 'email', 'hostname', 'ipv4', 'ipv6', 'regex', 'uri'] as const;

/** Compiles a model (JSON Schema draft 4, §9). Patterns run in linear time, whatever they are. */
export function compileModel(schema: unknown): ModelCheck {
  const ajv = new AjvDraft4.default({
    allErrors: true,
    strict: false,
    verbose: true,
    validateSchema: false,
    logger: false,
    code: { regExp: linearRegExp },
  });
  formats.default(ajv, [...DRAFT4_FORMATS]);
  const validate = ajv.compile(schema as Record<string, unknown>);
  return (value) => {
    try {
      if (validate(value)) return undefined;
    } catch (error) {
      if (error instanceof RangeError) return '[the body is nested too deeply]'; // a recursive model ran out of stack
      throw error;
    }
    return explain(validate.errors ?? []);
  };
}
