export {
  type Bundle,
  type BundleRequest,
  bundleFunction,
  createFunctionBundler,
  type FunctionBundler,
  inlineBundle,
} from './bundle.js';
export { type BundleDiagnostic, BundleError } from './bundle-error.js';
export { bundleFunctions, type FunctionSource, knownBundle, noteBundle } from './bundle-many.js';
export { packageFile } from './cache.js';
export { prebuildFunctions } from './prebuild.js';
export { readyBundle } from './ready-bundle.js';
