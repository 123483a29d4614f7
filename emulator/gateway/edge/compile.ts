import { createContext, Script } from 'node:vm';
import { globMatches } from '../../../src/core/policy/pattern.js';
import type { EdgeFunction } from '../../../src/core/stack/model.js';

/** A CloudFront function, ready to be called with an event; it returns a request or a response. */
export interface CompiledEdgeFunction {
  name: string;
  /** Path pattern of the cache behaviour; undefined for the default one. */
  pathPattern: string | undefined;
  /** @throws what the function throws, or an error that says it was stopped. */
  call(event: unknown): unknown;
}

/** CloudFront stops a function that loads longer than this many ms here. */
const LONGEST_LOAD = 1000;
/**
 * And one that runs longer than this many ms. CloudFront allows about 1 ms of its own machines; a busy laptop is given
 * more, as only a function that never ends is to be told from others.
 */
const LONGEST_RUN = 100;

/** Loads a CloudFront function in a context of its own, without node's globals. @throws when it has no `handler`. */
export function compileEdgeFunction({ name, code, pathPattern }: EdgeFunction): CompiledEdgeFunction {
  const sandbox: Record<string, unknown> = { console: { log: () => undefined } };
  const context = createContext(sandbox, { name: `cloudfront:${name}` });
  new Script(code, { filename: `${name}.js` }).runInContext(context, { timeout: LONGEST_LOAD });
  const handler: unknown = new Script('handler').runInContext(context);
  if (typeof handler !== 'function')
    throw new Error(`the CloudFront function ${name} has no function handler(event)`);
  if (alwaysEnds(code)) return { name, pathPattern, call: (event) => handler(event) as unknown };
  const script = new Script('handler(__event)');
  return {
    name,
    pathPattern,
    call: (event) => {
      sandbox.__event = event;
      return stopped(() => script.runInContext(context, { timeout: LONGEST_RUN }) as unknown);
    },
  };
}

function stopped<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new Error(`it was stopped after ${LONGEST_RUN} ms`);
  }
}

const LITERALS = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
/** What a program needs to go on without end: a loop, a second function, a call of itself, a pattern, code made of text. */
const MAY_GO_ON =
  /\b(?:for|while|do|eval|Function|constructor|RegExp|match\w*|search|repeat|pad\w*|fill|from|async|await|import|get|set)\b|=>|[/`\\]/;

/**
 * Whether a function ends by its very text: one straight run through one function. Stopping others takes a watchdog, which
 * costs more than most of them (15 to 40 µs a call); the usual few lines about headers are spared it.
 */
function alwaysEnds(code: string): boolean {
  const bare = code.replace(LITERALS, "''");
  const handlers = bare.match(/\bhandler\b/g) ?? [];
  const functions = bare.match(/\bfunction\b/g) ?? [];
  return handlers.length === 1 && functions.length === 1 && !MAY_GO_ON.test(bare);
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
