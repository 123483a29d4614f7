import { createContext, Script } from 'node:vm';
import { globMatches } from '../../../src/core/policy/pattern.js';
import type { EdgeFunction } from '../../../src/core/stack/model.js';

/** A CloudFront function, ready to be called with an event; it returns a request or a response. */
export interface CompiledEdgeFunction {
  name: string;
  /** Path pattern of the cache behaviour; undefined for the default one. */
  pathPattern: string | undefined;
  call(event: unknown): unknown;
}

/** CloudFront stops a function that loads longer than this many ms here. */
const LONGEST_LOAD = 1000;

/** Loads a CloudFront function in a context of its own, without node's globals. It is called directly afterwards: a call costs no more than a function call. */
export function compileEdgeFunction({ name, code, pathPattern }: EdgeFunction): CompiledEdgeFunction {
  const context = createContext({ console: { log: () => undefined } }, { name: `cloudfront:${name}` });
  new Script(code, { filename: `${name}.js` }).runInContext(context, { timeout: LONGEST_LOAD });
  const handler: unknown = new Script('handler').runInContext(context);
  if (typeof handler !== 'function')
    throw new Error(`the CloudFront function ${name} has no function handler(event)`);
  return { name, pathPattern, call: (event) => handler(event) as unknown };
}

/** The functions of the cache behaviour a path falls under: one with a fitting pattern, else the default one. */
export function functionsFor(
  functions: readonly CompiledEdgeFunction[],
  path: string,
): readonly CompiledEdgeFunction[] {
  if (functions.length === 1 && functions[0]?.pathPattern === undefined) return functions;
  const specific = functions.find(
    ({ pathPattern }) => pathPattern !== undefined && fits(pathPattern, path),
  )?.pathPattern;
  return functions.filter(({ pathPattern }) => pathPattern === specific);
}

/** CloudFront's path patterns may leave out the leading slash. */
function fits(pattern: string, path: string): boolean {
  return globMatches(pattern.startsWith('/') || pattern.startsWith('*') ? pattern : `/${pattern}`, path);
}
