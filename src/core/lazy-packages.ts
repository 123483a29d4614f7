import { createRequire } from 'node:module';

// Packages that few runs need are loaded with their first use. In a function, whose code is one file, they are there from
// the start: `lazy-packages.bundled.ts` takes this file's place in the engine of scenarios.

const load = createRequire(import.meta.url);

export function jsonPath(): typeof import('json-p3').jsonpath {
  return (load('json-p3') as typeof import('json-p3')).jsonpath;
}

export function re2(): typeof import('re2js').RE2JS {
  return (load('re2js') as typeof import('re2js')).RE2JS;
}
