import { createRequire } from 'node:module';
import type AjvDraft4 from 'ajv-draft-04';
import type formats from 'ajv-formats';
import { createLinearRegExp } from '../../../src/core/linear-regexp.js';
import { explain } from './explain.js';

/** The engine in the form Ajv's `code.regExp` option takes. */
const linearRegExp = Object.assign(createLinearRegExp, { code: 'new RegExp' });

/** Checks a parsed body; tells what is wrong in the words of `$context.error.validationErrorString`. */
export type ModelCheck = (value: unknown) => string | undefined;

/** Formats of JSON Schema draft 4; other names (`int32`, `date` …) are remarks to AWS's validator. */
const DRAFT4_FORMATS = ['date-time', 'email', 'hostname', 'ipv4', 'ipv6', 'regex', 'uri'] as const;

/**
 * A model (JSON Schema draft 4, §9). Patterns run in linear time, whatever they are. It is compiled with the first body
 * that it checks: loading the compiler takes longer than the rest of the gateway's start.
 */
export function compileModel(schema: unknown): ModelCheck {
  let validate: ReturnType<AjvDraft4.default['compile']> | undefined;
  return (value) => {
    validate ??= compileSchema(schema);
    try {
      if (validate(value)) return undefined;
    } catch (error) {
      if (error instanceof RangeError) return '[the body is nested too deeply]'; // a recursive model ran out of stack
      throw error;
    }
    return explain(validate.errors ?? []);
  };
}

function compileSchema(schema: unknown) {
  const load = createRequire(import.meta.url);
  const { default: Ajv } = load('ajv-draft-04') as { default: typeof AjvDraft4.default };
  const { default: addFormats } = load('ajv-formats') as { default: typeof formats.default };
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    verbose: true,
    validateSchema: false,
    logger: false,
    code: { regExp: linearRegExp },
  });
  addFormats(ajv, [...DRAFT4_FORMATS]);
  return ajv.compile(schema as Record<string, unknown>);
}
