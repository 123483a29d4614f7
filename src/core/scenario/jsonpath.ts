import { jsonPath } from '../lazy-packages.js';

type Query = ReturnType<typeof import('json-p3')['jsonpath']['compile']>;

const compiled = new Map<string, Query>();
/** Scenarios have dozens of paths; a generator of them must not fill the memory. */
const MOST_KEPT = 1000;

/** Loaded with the first path: a run that has none does not wait for it. It has no `eval`, and follows RFC 9535. */
function compile(path: string): Query {
  let query = compiled.get(path);
  if (!query) {
    query = jsonPath().compile(path);
    if (compiled.size >= MOST_KEPT) compiled.clear();
    compiled.set(path, query);
  }
  return query;
}

/** What is wrong with a JSONPath; undefined when nothing is. */
export function pathFault(path: string): string | undefined {
  try {
    compile(path);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * What a JSONPath finds: for a path that can lead to one place only, its value, or undefined when there is none; for
 * any other the list of all values. Throws for a faulty path.
 */
export function valueAt(document: unknown, path: string): unknown {
  const query = compile(path);
  const values = query.query(document as never).values();
  return query.singularQuery() ? values[0] : values;
}
