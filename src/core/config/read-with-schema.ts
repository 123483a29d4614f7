import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { ValidateFunction } from 'ajv';
import type { Diagnostic } from '../diagnostics.js';
import { readYaml } from '../document/read-yaml.js';
import { readingCache, readingName } from '../document/reading-cache.js';
import { SourceFile } from '../document/source.js';
import { explainSchemaErrors } from './explain-schema-error.js';

/** A checked file. `value` is there only when no error was found; defaults of the schema are filled in. */
export interface CheckedFile<T> {
  value?: T;
  diagnostics: Diagnostic[];
  /** Absolute path. */
  file: string;
}

const compiled = new WeakMap<object, ValidateFunction>();

function ajv(): typeof import('ajv/dist/2020.js').Ajv2020 {
  return (createRequire(import.meta.url)('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')).Ajv2020;
}

/** Ajv's compiled form of a schema, made once. */
function compile(schema: object): ValidateFunction {
  let validate = compiled.get(schema);
  if (!validate) {
    // Our own schemas are checked by a test, and run once or twice: neither checking nor optimising them pays at start.
    validate = new (ajv())({
      allErrors: true,
      verbose: true,
      useDefaults: true,
      strict: false,
      validateSchema: false,
      code: { optimize: false },
    }).compile(schema);
    compiled.set(schema, validate);
  }
  return validate;
}

/** A name for this very schema. */
export function fingerprintOf(schema: object): string {
  return readingName('schema', JSON.stringify(schema));
}

/**
 * Reads a YAML or JSON file of the user's and checks it against a JSON Schema (draft 2020-12). Every fault comes back
 * with its line, column and remedy; nothing is thrown for a fault of the file.
 */
export function readYamlWithSchema<T>(file: string, schema: object): CheckedFile<T> {
  const path = resolve(file);
  try {
    return checkYamlWithSchema<T>(path, readFileSync(path, 'utf8'), schema);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { file: path, diagnostics: [unreadable(path, code, message)] };
  }
}

function unreadable(path: string, code: string, message: string): Diagnostic {
  const missing = code === 'ENOENT';
  return {
    severity: 'error',
    code: missing ? 'FILE_MISSING' : 'FILE_UNREADABLE',
    message: missing ? `There is no file ${path}.` : `The file ${path} cannot be read: ${message}.`,
    remedy: missing ? 'Create it, or correct the path.' : 'Check that it is a file and that you may read it.',
    place: { file: path, line: 1, column: 1 },
  };
}

/** As `readYamlWithSchema`, for text that is already at hand (an editor's, say). */
export function checkYamlWithSchema<T>(file: string, text: string, schema: object): CheckedFile<T> {
  const source = new SourceFile(resolve(file), text);
  const name = readingName('schema', JSON.stringify(schema), text);
  const known = readingCache().get(name, source);
  if (known) return { file: source.path, value: known.value as T, diagnostics: [] };
  const checked = check<T>(source, schema);
  if (checked.diagnostics.length === 0) readingCache().put(name, checked.value);
  return checked;
}

/** As `checkYamlWithSchema`, and keeps no reading: one of very many files. */
export function checkYamlAnew<T>(file: string, text: string, schema: object): CheckedFile<T> {
  return check<T>(new SourceFile(resolve(file), text), schema, false);
}

function check<T>(source: SourceFile, schema: object, keep = true): CheckedFile<T> {
  const { value, diagnostics } = readYaml(source, { keep });
  if (value !== undefined) {
    const validate = compile(schema);
    const root = value ?? {};
    if (!validate(root)) diagnostics.push(...explainSchemaErrors(source, root, validate.errors ?? []));
    if (diagnostics.every(({ severity }) => severity !== 'error'))
      return { file: source.path, value: root as T, diagnostics };
  }
  return { file: source.path, diagnostics };
}
