import { jsonpath } from 'json-p3';
import { RE2JS } from 're2js';
import type * as lazy from './lazy-packages.js';

// What `lazy-packages.ts` is where a bundler has to find the packages by their imports.

export const jsonPath: typeof lazy.jsonPath = () => jsonpath;

export const re2: typeof lazy.re2 = () => RE2JS;
