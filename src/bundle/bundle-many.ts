import { type Bundle, bundleFunction, complete } from './bundle.js';
import { BundleCache } from './cache.js';
import { findHandlerFile } from './handler-file.js';

/** A function to bundle for AWS. */
export interface FunctionSource {
  /** Absolute folder that `Code` names, or one file. */
  folder: string;
  /** `file.export`. */
  handler: string;
}

/** How functions are bundled for AWS. */
export interface ForAws {
  /** Folder that module names in the code are relative to. */
  root: string;
  /** Where it is noted what each was made of; shared with no bundler of another root. */
  cacheDir: string;
}

/** What the cache says of a function that did not change, without its code; undefined when it has to be bundled. */
export async function knownBundle(
  { folder, handler }: FunctionSource,
  { cacheDir }: ForAws,
): Promise<Pick<Bundle, 'hash' | 'inputs'> | undefined> {
  const file = handlerFile({ folder, handler });
  return file === undefined ? undefined : new BundleCache(cacheDir).peek(file, handler, false);
}

/**
 * Bundles functions as `bundleFunction` does, but in one go: what they share is parsed once. One result for each, in
 * their order: a bundle, or the error that it cannot be loaded with.
 */
export async function bundleFunctions(
  functions: FunctionSource[],
  { root }: Pick<ForAws, 'root'>,
): Promise<PromiseSettledResult<Bundle>[]> {
  const together = await bundleTogether(functions, root);
  return Promise.allSettled(
    functions.map(async (fn, index) => together?.[index] ?? bundleFunction({ ...fn, root })),
  );
}

/** Undefined when one is faulty or needs an ES module: `bundleFunction` tells which. */
async function bundleTogether(functions: FunctionSource[], root: string): Promise<Bundle[] | undefined> {
  const files = functions.map(handlerFile).filter((file) => file !== undefined);
  if (files.length < functions.length || files.length < 2) return undefined;
  const { bundleEntries } = await import('./esbuild.js');
  const texts = await bundleEntries(files, root);
  if (texts === undefined) return undefined;
  return texts.map((text, index) =>
    complete(text, files[index] as string, (functions[index] as FunctionSource).handler),
  );
}

/** Has `knownBundle` know a bundle. Its code is kept by the caller, by its hash. */
export function noteBundle({ handler }: FunctionSource, bundle: Bundle, { cacheDir }: ForAws): Promise<void> {
  return new BundleCache(cacheDir).note(handler, false, bundle);
}

function handlerFile({ folder, handler }: FunctionSource): string | undefined {
  try {
    return findHandlerFile(folder, handler);
  } catch {
    return undefined;
  }
}
