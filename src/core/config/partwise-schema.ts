import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Ajv2020, Options, ValidateFunction } from 'ajv/dist/2020.js';
import { shippedReadings } from '../document/reading-cache.js';
import { fingerprintOf } from './read-with-schema.js';

/** A JSON Schema of an object, which refers to nothing outside `$defs`. */
interface ObjectSchema {
  $defs: object;
  properties: Record<string, object>;
}

/** A check of a value; the schema's defaults are filled in. */
type Check = (value: unknown) => boolean;

/** What the object as a whole is checked by goes by this name. */
const WHOLE = '';
const OPTIONS: Options = { useDefaults: true, strict: false, meta: false, validateSchema: false };

/**
 * Checks very many values of one schema whose properties are often the same: a property's value once, then each object
 * without a look into its properties. It says only whether a value fits, and fills in the schema's defaults.
 */
export class PartwiseSchema {
  readonly #schema: ObjectSchema;
  readonly #checks = new Map<string, Check | undefined>();
  #shipped: Record<string, Check> | undefined;
  #ajv: Ajv2020 | undefined;

  constructor(schema: ObjectSchema) {
    this.#schema = schema;
  }

  /** True when the schema has a property of this name, and the value fits it. */
  property(name: string, value: unknown): boolean {
    return name !== WHOLE && this.#check(name)?.(value) === true;
  }

  /** True when an object fits whose properties all do. */
  whole(value: unknown): boolean {
    return this.#check(WHOLE)?.(value) === true;
  }

  #check(name: string): Check | undefined {
    if (!this.#checks.has(name)) this.#checks.set(name, this.#make(name));
    return this.#checks.get(name);
  }

  /** Taken from the package, where it lies compiled; compiled here where it does not. */
  #make(name: string): Check | undefined {
    this.#shipped ??= shippedChecks(this.#schema);
    const shipped = this.#shipped[name];
    if (shipped) return shipped;
    const part = partsOf(this.#schema).get(name);
    this.#ajv ??= new (ajv())({ ...OPTIONS, code: { optimize: false } });
    return part && this.#ajv.compile(part);
  }
}

/** The checks of a schema as the text of a CommonJS module, and the name of its file. Made when the package is built. */
export function partsAsModule(schema: ObjectSchema): { name: string; text: string } {
  const compiler = new (ajv())({ ...OPTIONS, code: { source: true } });
  const parts = [...partsOf(schema)].map(([name, part], index) => {
    compiler.addSchema(part, `part-${index}`);
    return [name, `part-${index}`];
  });
  const { default: standalone } = createRequire(import.meta.url)(
    'ajv/dist/standalone/index.js',
  ) as typeof import('ajv/dist/standalone/index.js');
  return { name: moduleName(schema), text: standalone(compiler, Object.fromEntries(parts)) };
}

function moduleName(schema: ObjectSchema): string {
  return `${fingerprintOf(schema)}.cjs`;
}

function shippedChecks(schema: ObjectSchema): Record<string, ValidateFunction> {
  const folder = shippedReadings();
  try {
    return folder === undefined ? {} : createRequire(import.meta.url)(join(folder, moduleName(schema)));
  } catch {
    return {}; // it is only faster with it
  }
}

/** The schema of each property by its name, and of the whole object without a look into them. */
function partsOf({ properties, ...whole }: ObjectSchema): Map<string, object> {
  const parts = new Map<string, object>();
  const any: Record<string, object> = {};
  for (const [name, property] of Object.entries(properties)) {
    parts.set(name, { ...property, $defs: whole.$defs });
    any[name] = 'default' in property ? { default: property.default } : {};
  }
  return parts.set(WHOLE, { ...whole, properties: any });
}

/** Loaded when it is needed: it takes longer than most files. */
function ajv(): typeof Ajv2020 {
  return (createRequire(import.meta.url)('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')).Ajv2020;
}
