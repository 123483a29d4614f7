import { readFileSync } from 'node:fs';
import Draft4, { type ValidateFunction } from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { isFlightTime } from '../../templates/ancillary/functions/shared/trip/moment.js';
import { type Reply, send } from './api-client.js';

interface Response {
  content?: Record<string, { schema: object }>;
}
interface Operation {
  operationId: string;
  responses: Record<string, Response & { $ref?: string }>;
}

const document = parse(readFileSync('templates/ancillary/openapi.yaml', 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, Response>; schemas: object };
};

const OPERATIONS = new Map(
  Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(
      ([verb, operation]) => [operation.operationId, { path, verb: verb.toUpperCase(), operation }] as const,
    ),
  ),
);

/** Ids of every operation but browsers' preflights. */
export const OPERATION_IDS = [...OPERATIONS]
  .filter(([, { verb }]) => verb !== 'OPTIONS')
  .map(([operationId]) => operationId);

export interface ContractCall {
  headers?: Record<string, string>;
  body?: unknown;
  path?: Record<string, string>;
  query?: Record<string, string>;
}

/**
 * Calls the API by operation id and holds every answer against `openapi.yaml`: its status is declared, its body fits the
 * schema, it has a request id, equal to the one inside an error.
 */
export class ContractClient {
  readonly #lab: { readonly url: string };
  /** `operationId status` of every answer. */
  readonly seen = new Set<string>();
  /** Every name and word that was on the wire, either way; names of headers in lower case. */
  readonly words = new Set<string>();
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #ajv = new Draft4.default({ strict: false, validateSchema: false, allErrors: true });

  /** @param lab where the API is; asked with each call, so it may start later */
  constructor(lab: { readonly url: string }) {
    this.#lab = lab;
    addFormats.default(this.#ajv);
    this.#ajv.addFormat('flight-time', isFlightTime);
    this.#ajv.addSchema({ components: { schemas: document.components.schemas } }, 'openapi');
  }

  async call(operationId: string, { headers, body, path = {}, query }: ContractCall = {}): Promise<Reply> {
    const found = OPERATIONS.get(operationId);
    if (!found) throw new Error(`no operation ${operationId}`);
    const place = found.path.replace(/\{(\w+)\}/g, (_all, name: string) =>
      encodeURIComponent(path[name] ?? ''),
    );
    const search = query ? `?${new URLSearchParams(query)}` : '';
    const reply = await send(`${this.#lab.url}${place}${search}`, found.verb, body, headers);
    this.seen.add(`${operationId} ${reply.status}`);
    this.hear(found.verb, place, search, headers, body, [...reply.headers], reply.text);
    const id = reply.headers.get('x-request-id');
    expect(id, operationId).toMatch(/^req_/);
    if (reply.body?.error?.requestId !== undefined) expect(reply.body.error.requestId).toBe(id);
    this.#check(operationId, found.operation, reply);
    return reply;
  }

  /** Takes down the words of something that was on the wire. */
  hear(...spoken: unknown[]): void {
    for (const word of wordsOf(JSON.stringify(spoken).replaceAll('\\"', '"'))) this.words.add(word);
  }

  #check(operationId: string, { responses }: Operation, { status, text, body }: Reply): void {
    const found = responses[status];
    expect(found, `${operationId} answers ${status}, which is not declared: ${text}`).toBeDefined();
    const name = found?.$ref?.split('/').pop();
    const declared = name === undefined ? found : document.components.responses[name];
    const schema = declared?.content?.['application/json']?.schema;
    if (!schema) return;
    const validate = this.#validator(`${operationId} ${status}`, schema);
    validate(body);
    expect(validate.errors ?? null, `${operationId} ${status}: ${text.slice(0, 2000)}`).toBeNull();
  }

  #validator(name: string, schema: object): ValidateFunction {
    const known = this.#validators.get(name);
    if (known) return known;
    const absolute = JSON.stringify(schema).replaceAll('"#/', '"openapi#/');
    const made = this.#ajv.compile(JSON.parse(absolute) as object);
    this.#validators.set(name, made);
    return made;
  }
}

/** Names in a text: of fields, headers, paths, codes. */
export function wordsOf(text: string): string[] {
  return text.match(/[A-Za-z_][A-Za-z0-9_-]*/g) ?? [];
}
