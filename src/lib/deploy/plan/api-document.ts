/** A map of an OpenAPI document. */
export type Dict = Record<string, unknown>;

const ANY = 'x-amazon-apigateway-any-method';
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', ANY];

/** An operation with what its path says for all of them put in. */
export interface Operation {
  /** `POST /orders/{id}`. */
  name: string;
  /** `${in}:${name}` → parameter; path parameters by their position, because callers never see their names. */
  parameters: Map<string, Dict>;
  body: Dict | undefined;
  /** Status code or `default` → response. */
  responses: Map<string, Dict>;
  /** Security requirements as text; empty when anybody may call. */
  security: string[];
  integration: unknown;
}

/** An OpenAPI 3 document whose local references can be followed. */
export class ApiDocument {
  readonly #root: Dict;

  constructor(root: unknown) {
    this.#root = asDict(root);
  }

  /** What a value stands for, references followed; an empty map for a reference that leads nowhere. */
  follow(value: unknown): Dict {
    let current = asDict(value);
    for (let hops = 0; typeof current.$ref === 'string'; hops++) {
      if (hops > 50) return {};
      current = asDict(this.#at(current.$ref));
    }
    return current;
  }

  /** Operations by method and path, whatever the path's parameters are called. */
  operations(): Map<string, Operation> {
    const found = new Map<string, Operation>();
    for (const [path, written] of Object.entries(asDict(this.#root.paths))) {
      const item = this.follow(written);
      for (const method of METHODS.filter((name) => Object.hasOwn(item, name)))
        found.set(
          `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`,
          this.#operation(
            `${method === ANY ? 'ANY' : method.toUpperCase()} ${path}`,
            item,
            asDict(item[method]),
          ),
        );
    }
    return found;
  }

  #operation(name: string, item: Dict, operation: Dict): Operation {
    const placeholders = [...name.matchAll(/\{([^}+]*)\+?\}/g)].map(([, inner]) => inner);
    const parameters = new Map<string, Dict>();
    for (const written of [...asList(item.parameters), ...asList(operation.parameters)]) {
      const parameter = this.follow(written);
      const key = parameter.in === 'path' ? placeholders.indexOf(String(parameter.name)) : parameter.name;
      const exact = parameter.in === 'header' ? String(key).toLowerCase() : String(key);
      parameters.set(`${String(parameter.in)}:${exact}`, parameter);
    }
    const { requestBody, responses } = operation;
    return {
      name,
      parameters,
      body: requestBody === undefined ? undefined : this.follow(requestBody),
      responses: new Map(
        Object.entries(asDict(responses)).map(([status, response]) => [status, this.follow(response)]),
      ),
      security: asList(operation.security ?? this.#root.security).map((one) => JSON.stringify(one)),
      integration: operation['x-amazon-apigateway-integration'],
    };
  }

  #at(reference: string): unknown {
    if (!reference.startsWith('#/')) return undefined;
    const parts = reference.slice(2).split('/');
    return parts.reduce<unknown>(
      (value, part) => asDict(value)[decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')],
      this.#root,
    );
  }
}

/** The value when it is a map, else an empty one. */
export function asDict(value: unknown): Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Dict) : {};
}

/** The value when it is a list, else an empty one. */
export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
