import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BundleCache, hashOf, prebuiltCache } from './cache.js';
import type { BundleText } from './esbuild.js';
import { findHandlerFile, parseHandler } from './handler-file.js';

/** A function's code in one file. */
export interface Bundle extends BundleText {
  /** The handler's source file. */
  file: string;
  /** Path of the export inside the module: `handler`. */
  exportPath: string;
  /** Content hash of `code`, 32 hexadecimal characters. */
  hash: string;
}

/** What to bundle, and how. */
export interface BundleRequest {
  /** Absolute folder that `Code` names, or one file. */
  folder: string;
  /** `file.export`. */
  handler: string;
  /** Folder of the cache; without it only the bundles shipped with the package are looked at. */
  cacheDir?: string;
  /** Add the hook through which the emulator watches MongoDB clients. Never for AWS. */
  observe?: boolean;
  /** Keep lines and spaces: a debugger's places are those of the source then. Such bundles are not cached. */
  debug?: boolean;
  /** Folder that module names in the code are relative to; the handler's own by default. A cache serves one root. */
  root?: string;
}

/**
 * Bundles a function into one file of CommonJS (an ES module when it awaits at top level), packages included. Equal
 * sources give equal text. Nothing is bundled (and esbuild not even loaded) when a cache has it. Throws a `BundleError`.
 */
export async function bundleFunction(request: BundleRequest): Promise<Bundle> {
  const { handler, observe = false, debug = false } = request;
  const file = findHandlerFile(request.folder, handler);
  for (const cache of debug ? [] : caches(request)) {
    const kept = await cache.get(file, handler, observe);
    if (kept) return kept;
  }
  const { bundleEntry } = await import('./esbuild.js');
  const root = request.root === undefined ? {} : { root: request.root };
  const bundle = complete(await bundleEntry({ entry: file, observe, debug, ...root }), file, handler);
  if (request.cacheDir && !debug) await new BundleCache(request.cacheDir).put(handler, observe, bundle);
  return bundle;
}

/** A bundler that follows one function's edits. */
export interface FunctionBundler {
  /** Bundles what lies on disk now. Throws a `BundleError`. */
  run(): Promise<Bundle>;
  dispose(): Promise<void>;
}

/** Bundles the same function again and again, keeping esbuild's parsed files between the runs. */
export async function createFunctionBundler(request: BundleRequest): Promise<FunctionBundler> {
  const { createRebuilder } = await import('./esbuild.js');
  const { handler, observe = false, debug = false } = request;
  const file = findHandlerFile(request.folder, handler);
  const rebuilder = createRebuilder({ entry: file, observe, debug });
  return {
    run: async () => complete(await rebuilder.run(), file, handler),
    dispose: () => rebuilder.dispose(),
  };
}

/** Inline code (`ZipFile`) needs no bundling: it is CommonJS text and may use Node's own modules only. */
export function inlineBundle(code: string, handler: string): Bundle {
  const { exportPath } = parseHandler(handler);
  return {
    format: 'cjs',
    code,
    sourceMap: Buffer.alloc(0),
    inputs: [],
    file: 'index.js',
    exportPath,
    hash: hashOf(code),
  };
}

/** The bundle, with what its text and its request say. */
export function complete(text: BundleText, file: string, handler: string): Bundle {
  const config = nearestTsconfig(dirname(file));
  const inputs = config ? [...text.inputs, config] : text.inputs;
  const { exportPath } = parseHandler(handler);
  return { ...text, inputs, file, exportPath, hash: hashOf(text.code) };
}

/** esbuild heeds a `tsconfig.json` (paths, JSX) without naming it among its inputs. */
function nearestTsconfig(folder: string): string | undefined {
  const path = join(folder, 'tsconfig.json');
  if (existsSync(path)) return path;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearestTsconfig(parent);
}

function caches({ cacheDir }: BundleRequest): BundleCache[] {
  return cacheDir ? [new BundleCache(cacheDir), prebuiltCache()] : [prebuiltCache()];
}
