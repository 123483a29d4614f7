import { createRequire } from 'node:module';
import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js';

/** A JSON Schema of an object, which refers to nothing outside `$defs`. */
interface ObjectSchema {
  $defs: object;
  properties: Record<string, object>;
}

/**
 * Checks very many values of one schema whose properties are often the same: a property's value once, then each object
 * without a look into its properties. It says only whether a value fits, and fills in the schema's defaults.
 */
export class PartwiseSchema {
  readonly #schema: ObjectSchema;
  readonly #properties = new Map<string, ValidateFunction | undefined>();
  #whole: ValidateFunction | undefined;
  #ajv: Ajv2020 | undefined;

  constructor(schema: ObjectSchema) {
    this.#schema = schema;
  }

  /** True when the schema has a property of this name, and the value fits it. */
  property(name: string, value: unknown): boolean {
    if (!this.#properties.has(name)) this.#properties.set(name, this.#compileProperty(name));
    return this.#properties.get(name)?.(value) === true;
  }

  /** True when an object fits whose properties all do. */
  whole(value: unknown): boolean {
    this.#whole ??= this.#compileWhole();
    return this.#whole(value);
  }

  #compileProperty(name: string): ValidateFunction | undefined {
    const { $defs, properties } = this.#schema;
    return Object.hasOwn(properties, name) ? this.#compile({ ...properties[name], $defs }) : undefined;
  }

  #compileWhole(): ValidateFunction {
    const { properties, ...rest } = this.#schema;
    const any = Object.entries(properties).map(([name, one]) => [
      name,
      'default' in one ? { default: one.default } : {},
    ]);
    return this.#compile({ ...rest, properties: Object.fromEntries(any) });
  }

  #compile(schema: object): ValidateFunction {
    this.#ajv ??= new (ajv())({
      useDefaults: true,
      strict: false,
      meta: false,
      validateSchema: false,
      code: { optimize: false },
    });
    return this.#ajv.compile(schema);
  }
}

/** Loaded when it is needed: it takes longer than most files. */
function ajv(): typeof Ajv2020 {
  return (createRequire(import.meta.url)('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')).Ajv2020;
}
