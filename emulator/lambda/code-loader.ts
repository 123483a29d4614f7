import {
  type Bundle,
  BundleError,
  bundleFunction,
  inlineBundle,
  readyBundle,
} from '../../src/bundle/index.js';
import type { LambdaFunction } from '../../src/core/stack/model.js';
import type { CodeSpec } from './protocol.js';
import { wrapBundle } from './wrapper.js';

/** Code ready for a thread, or why there is none: the init phase will report it. */
export type LoadedCode =
  | { code: CodeSpec; inputs: string[] }
  | { failure: { errorType: string; errorMessage: string }; error: BundleError };

/** How code is loaded. */
export interface LoadOptions {
  cacheDir: string | undefined;
  debug: boolean;
  /** It was uploaded: what is one finished file already is not bundled again. */
  uploaded: boolean;
}

/** Bundles a function's code (or takes it from a cache). A function that cannot be loaded is an outcome, not a rejection. */
export async function loadCode(
  definition: LambdaFunction,
  { cacheDir, debug, uploaded }: LoadOptions,
): Promise<LoadedCode> {
  const { code, handler } = definition;
  try {
    if ('inline' in code) return toLoaded(inlineBundle(code.inline, handler));
    if (!('folder' in code))
      throw new Error(`${definition.name}: code in S3 is unpacked before it is loaded`);
    const ready = uploaded ? await readyBundle(code.folder, handler) : undefined;
    if (ready) return toLoaded(ready);
    const cache = cacheDir ? { cacheDir } : {};
    return toLoaded(await bundleFunction({ folder: code.folder, handler, observe: true, debug, ...cache }));
  } catch (error) {
    return toFailure(error);
  }
}

/** A bundle in the shape that threads take. */
export function toLoaded(bundle: Bundle, transient = false): LoadedCode {
  const { hash, format, code, sourceMap, file, exportPath, inputs } = bundle;
  return {
    code: {
      hash,
      format,
      code: wrapBundle(code, format),
      sourceMap: shared(sourceMap),
      file,
      exportPath,
      transient,
    },
    inputs,
  };
}

/** The failure the init phase will report. Throws what is not about the user's code. */
export function toFailure(error: unknown): LoadedCode {
  if (!(error instanceof BundleError)) throw error;
  return { failure: { errorType: error.fault, errorMessage: error.message }, error };
}

/** The same bytes in memory that all threads see, so that a message does not copy them. */
export function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
