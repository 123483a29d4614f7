import { createRequire } from 'node:module';
import type { Ajv, ValidateFunction } from 'ajv';
import type { Reply } from '../http/api-caller.js';
import { type Operation, operationsOf, RouteTable, type Schema } from './operations.js';

/** Statuses that the gateway or its firewall may give any call, whatever the operation declares. */
const ALWAYS: ReadonlySet<number> = new Set([403, 404, 413, 415, 429]);

/** What stands before the functions refuses in the general shape, also on routes with shapes of their own. */
const GATEWAY_ERROR: Schema = { $ref: '#/components/schemas/Error' };

/** Holds answers against the contract: is the status declared, does the body fit its schema. */
export class AnswerChecker {
  readonly routes: RouteTable;
  readonly #document: Record<string, unknown>;
  readonly #compiled = new Map<Schema, ValidateFunction>();
  #ajv: Ajv | undefined;

  constructor(document: Record<string, unknown>) {
    this.#document = document;
    this.routes = new RouteTable(operationsOf(document));
  }

  /** What is wrong with an answer; undefined when nothing is. Statuses that no operation declares are wrong. */
  fault(operation: Operation, reply: Reply): string | undefined {
    const { status } = reply;
    if (reply.error !== undefined) return `no answer: ${reply.error}`;
    if (!operation.answers.has(status) && !ALWAYS.has(status))
      return `${operation.route} answered ${status}, which it does not declare: ${reply.body.slice(0, 300)}`;
    return this.bodyFault(operation, reply);
  }

  /** As `fault`, for the body alone; an undeclared status has no schema to break. */
  bodyFault(operation: Operation, { status, body, headers }: Reply): string | undefined {
    const schema = operation.answers.get(status);
    if (!schema) return undefined;
    if (!/\bjson\b/.test(headers['content-type'] ?? ''))
      return `the ${status} answer of ${operation.route} is ${headers['content-type'] ?? 'untyped'}, not JSON`;
    const validate = this.#compile(schema);
    const value = parsed(body);
    if (validate(value) || (ALWAYS.has(status) && this.#compile(GATEWAY_ERROR)(value))) return undefined;
    const [first] = validate.errors ?? [];
    const where = first?.instancePath ? first.instancePath.slice(1).replaceAll('/', '.') : 'the body';
    return `the ${status} answer of ${operation.route} breaks its schema: ${where} ${first?.message ?? ''}`;
  }

  /** A validator of a schema of the document; of a request's, say. */
  validator(schema: Schema): (value: unknown) => boolean {
    const validate = this.#compile(schema);
    return (value) => validate(value) === true;
  }

  #compile(schema: Schema): ValidateFunction {
    let validate = this.#compiled.get(schema);
    if (!validate) {
      this.#ajv ??= makeAjv(this.#document);
      validate = this.#ajv.compile(absoluteRefs(schema) as object);
      this.#compiled.set(schema, validate);
    }
    return validate;
  }
}

/** Loaded with the first answer: a run without a contract does not wait for it. */
function makeAjv(document: Record<string, unknown>): Ajv {
  const require = createRequire(import.meta.url);
  const { default: Ajv04 } = require('ajv-draft-04') as typeof import('ajv-draft-04');
  const { default: addFormats } = require('ajv-formats') as typeof import('ajv-formats');
  const ajv = new Ajv04({ strict: false, allErrors: false, validateSchema: false });
  addFormats.default?.(ajv);
  ajv.addFormat('flight-time', true); // the platform's own: an instant with or without an offset
  ajv.addSchema({ components: absoluteRefs(document.components) as object }, 'contract');
  return ajv;
}

function absoluteRefs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(absoluteRefs);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) =>
      key === '$ref' && typeof child === 'string' && child.startsWith('#')
        ? [key, `contract${child}`]
        : [key, absoluteRefs(child)],
    ),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
