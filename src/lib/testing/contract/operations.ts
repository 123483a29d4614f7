type Dict = Record<string, unknown>;

/** An OpenAPI schema, as far as it is looked into here. */
export interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: boolean;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  anyOf?: Schema[];
  allOf?: Schema[];
  oneOf?: Schema[];
  not?: Schema;
}

export interface Parameter {
  name: string;
  in: string;
  required: boolean;
  schema: Schema;
}

/** One operation of the contract. */
export interface Operation {
  id: string;
  /** Upper case. */
  method: string;
  /** `/webhooks/{webhookId}` */
  path: string;
  /** `POST /oauth/token`, as reports and SLOs name it. */
  route: string;
  /** A bearer token is asked for. */
  secured: boolean;
  parameters: Parameter[];
  /** Of the JSON body; undefined when the operation takes none. */
  body: Schema | undefined;
  /** Schemas of JSON answers by status; undefined for an answer without one. */
  answers: Map<number, Schema | undefined>;
}

const VERBS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];

/** The operations of an OpenAPI 3.0 document. */
export function operationsOf(document: Dict): Operation[] {
  return Object.entries(dictOf(document.paths)).flatMap(([path, item]) =>
    Object.entries(dictOf(item)).flatMap(([verb, found]) =>
      VERBS.includes(verb) ? [operation(document, path, verb.toUpperCase(), dictOf(found))] : [],
    ),
  );
}

function operation(document: Dict, path: string, method: string, found: Dict): Operation {
  const json = dictOf(dictOf(dictOf(resolveRef(document, found.requestBody)).content)['application/json']);
  const parameters = ((found.parameters ?? []) as unknown[]).map((one) => dictOf(resolveRef(document, one)));
  return {
    id: String(found.operationId ?? `${method} ${path}`),
    method,
    path,
    route: `${method} ${path}`,
    secured: ((found.security ?? []) as unknown[]).length > 0 || found['x-arcube-security'] !== undefined,
    parameters: parameters.map(({ name, in: where, required = false, schema = {} }) => ({
      name: String(name),
      in: String(where),
      required: Boolean(required),
      schema: schema as Schema,
    })),
    body: json.schema as Schema | undefined,
    answers: new Map(
      Object.entries(dictOf(found.responses)).map(([status, answer]) => {
        const content = dictOf(dictOf(resolveRef(document, answer)).content);
        return [Number(status), dictOf(content['application/json']).schema as Schema | undefined];
      }),
    ),
  };
}

/** Follows a `$ref` inside the document. */
export function resolveRef(document: Dict, value: unknown): unknown {
  const ref = dictOf(value).$ref;
  if (typeof ref !== 'string' || !ref.startsWith('#/')) return value;
  let found: unknown = document;
  for (const step of ref.slice(2).split('/'))
    found = dictOf(found)[step.replace(/~1/g, '/').replace(/~0/g, '~')];
  return resolveRef(document, found);
}

function dictOf(value: unknown): Dict {
  return typeof value === 'object' && value !== null ? (value as Dict) : {};
}

/** Finds the operation that answers a call. */
export class RouteTable {
  readonly operations: readonly Operation[];
  readonly #exact = new Map<string, Operation>();
  readonly #patterns: { pattern: RegExp; method: string; operation: Operation }[] = [];

  constructor(operations: readonly Operation[]) {
    this.operations = operations;
    for (const one of operations) {
      if (!one.path.includes('{')) this.#exact.set(one.route, one);
      else {
        const source = one.path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+');
        this.#patterns.push({ pattern: new RegExp(`^${source}$`), method: one.method, operation: one });
      }
    }
  }

  /** @param path with or without a query */
  find(method: string, path: string): Operation | undefined {
    const [bare = ''] = path.split('?', 1);
    return (
      this.#exact.get(`${method} ${bare}`) ??
      this.#patterns.find((one) => one.method === method && one.pattern.test(bare))?.operation
    );
  }
}
