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
  /** Shared with no bundler of another root. */
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
  how: ForAws,
): Promise<PromiseSettledResult<Bundle>[]> {
  const together = await bundleTogether(functions, how);
  return Promise.allSettled(
    functions.map(async (fn, index) => together?.[index] ?? bundleFunction({ ...fn, ...how })),
  );
}

/** Undefined when one is faulty or needs an ES module: `bundleFunction` tells which. */
async function bundleTogether(functions: FunctionSource[], how: ForAws): Promise<Bundle[] | undefined> {
  const files = functions.map(handlerFile).filter((file) => file !== undefined);
  if (files.length < functions.length || files.length < 2) return undefined;
  const { bundleEntries } = await import('./esbuild.js');
  const texts = await bundleEntries(files, how.root);
  if (texts === undefined) return undefined;
  const cache = new BundleCache(how.cacheDir);
  const bundles = texts.map((text, index) => {
    const { handler } = functions[index] as FunctionSource;
    return { handler, bundle: complete(text, files[index] as string, handler) };
  });
  await Promise.all(bundles.map(({ handler, bundle }) => cache.put(handler, false, bundle)));
  return bundles.map(({ bundle }) => bundle);
}

function handlerFile({ folder, handler }: FunctionSource): string | undefined {
  try {
    return findHandlerFile(folder, handler);
  } catch {
    return undefined;
  }
}
