import { plannedCalls, type Scenario } from 'arcube/scenario';
import { paths } from '../../openapi.yaml';

/** What is asked of an operation of the stack's own document. */
interface Operation {
  operationId?: string;
  requestBody?: { content?: Record<string, Example> };
  'x-amazon-apigateway-integration'?: { uri?: { 'Fn::Sub'?: string } };
}
interface Example {
  example?: object;
  examples?: Record<string, { value?: object }>;
}

/** Where a call leads. */
export interface Route {
  /** By its deployment group: `widget-orders`. */
  function: string;
  /** Path template; undefined for Lambda's own `Invoke`, whose body is the event itself. */
  resource?: string;
  /** Of the path. */
  parameters: Record<string, string>;
}

/** Path of `Invoke` in Lambda's API (2015-03-31): how scenarios reach functions that no route of the gateway leads to. */
const INVOKE = /^\/2015-03-31\/functions\/([\w-]+)\/invocations$/;

/** Where the gateway, or Lambda, would send a call; undefined where it would go nowhere. */
export function routeOf(method: string, path: string): Route | undefined {
  const [bare = ''] = path.split('?');
  const invoked = INVOKE.exec(bare)?.[1];
  if (invoked !== undefined) return method === 'POST' ? { function: invoked, parameters: {} } : undefined;
  // a path without parameters comes before one with, as the gateway has it
  const resources = Object.keys(paths).sort((one, other) => braces(one) - braces(other));
  for (const resource of resources) {
    const parameters = match(resource, bare);
    const operation = (paths[resource] as Record<string, Operation>)[method.toLowerCase()];
    const name = operation && functionOf(operation);
    if (parameters && name !== undefined) return { function: name, resource, parameters };
  }
  return undefined;
}

/** Whether one version of a function can answer all of a scenario. */
export function isAnsweredBy(name: string, scenario: Scenario): boolean {
  if (scenario.needsEmulator || scenario.skip !== undefined) return false;
  const calls = plannedCalls(scenario);
  return calls.length > 0 && calls.every(({ method, path }) => routeOf(method, path)?.function === name);
}

/** The document's example of each operation's body, by operation id. */
export function examples(): Record<string, object> {
  const all = Object.values(paths).flatMap((item) => Object.values(item as Record<string, Operation>));
  return Object.fromEntries(
    all.flatMap(({ operationId, requestBody }) => {
      const content = requestBody?.content?.['application/json'];
      const example = content?.example ?? Object.values(content?.examples ?? {})[0]?.value;
      return operationId !== undefined && example ? [[operationId, example]] : [];
    }),
  );
}

/** `widget-orders` of `…/functions/${WidgetOrdersAlias}/invocations`. */
function functionOf(operation: Operation): string | undefined {
  const uri = operation['x-amazon-apigateway-integration']?.uri?.['Fn::Sub'] ?? '';
  const [, name] = /\$\{(\w+)Alias\}/.exec(uri) ?? [];
  return name?.replace(/\B[A-Z]/g, '-$&').toLowerCase();
}

function match(resource: string, path: string): Record<string, string> | undefined {
  const wanted = resource.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [at, segment] of wanted.entries()) {
    const [, name] = /^\{(.+)\}$/.exec(segment) ?? [];
    if (name !== undefined) parameters[name] = decodeURIComponent(given[at] ?? '');
    else if (segment !== given[at]) return undefined;
  }
  return parameters;
}

function braces(resource: string): number {
  return resource.split('{').length;
}
