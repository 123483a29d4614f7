import type { Dict } from '../../../src/core/dict.js';
import { AwsError } from './faults.js';

/** Limits of a text, as the service's API reference gives them. */
export interface TextLimits {
  min?: number;
  max?: number;
  pattern?: RegExp;
  oneOf?: readonly string[];
}

/** Limits of a number, both inclusive. */
export interface NumberLimits {
  min?: number;
  max?: number;
}

/**
 * The members of an operation's input, read with the checks that every AWS service makes before it looks at them.
 * Throws `AwsError`: `SerializationException` for a wrong type, and the service's own code for a broken constraint.
 */
export class Input {
  readonly raw: Dict;
  readonly #code: string;
  readonly #path: string;

  /**
   * @param code error code of broken constraints
   * @param path where this structure stands in the input, for messages
   */
  constructor(raw: Dict, code = 'ValidationException', path = '') {
    this.raw = raw;
    this.#code = code;
    this.#path = path;
  }

  has(name: string): boolean {
    return this.#value(name) !== undefined;
  }

  text(name: string, limits?: TextLimits): string {
    return this.#required(name, this.optionalText(name, limits));
  }

  optionalText(name: string, limits: TextLimits = {}): string | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw wrongType(value, 'String');
    this.#checkText(name, value, limits);
    return value;
  }

  integer(name: string, limits?: NumberLimits): number {
    return this.#required(name, this.optionalInteger(name, limits));
  }

  optionalInteger(name: string, limits?: NumberLimits): number | undefined {
    const value = this.optionalNumber(name, limits);
    if (value === undefined || Number.isSafeInteger(value)) return value;
    throw new AwsError('SerializationException', 'NUMBER_VALUE can not be converted to an Integer');
  }

  optionalNumber(name: string, { min, max }: NumberLimits = {}): number | undefined {
    const given = this.#value(name);
    if (given === undefined) return undefined;
    const value = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
    if (typeof value !== 'number' || Number.isNaN(value)) throw wrongType(given, 'Number');
    if (min !== undefined && value < min)
      throw this.invalid(name, value, `Member must have value greater than or equal to ${min}`);
    if (max !== undefined && value > max)
      throw this.invalid(name, value, `Member must have value less than or equal to ${max}`);
    return value;
  }

  flag(name: string, otherwise = false): boolean {
    const value = this.#value(name);
    if (value === undefined) return otherwise;
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
    throw wrongType(value, 'Boolean');
  }

  /** Bytes: base64 in JSON and forms. */
  bytes(name: string, limits?: NumberLimits): Buffer {
    return this.#required(name, this.optionalBytes(name, limits));
  }

  optionalBytes(name: string, { min, max }: NumberLimits = {}): Buffer | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'string' && !Buffer.isBuffer(value)) throw wrongType(value, 'ByteBuffer');
    const bytes = Buffer.isBuffer(value) ? value : Buffer.from(value, 'base64');
    const shown = 'java.nio.HeapByteBuffer';
    if (min !== undefined && bytes.length < min)
      throw this.invalid(name, shown, `Member must have length greater than or equal to ${min}`);
    if (max !== undefined && bytes.length > max)
      throw this.invalid(name, shown, `Member must have length less than or equal to ${max}`);
    return bytes;
  }

  /** A moment as epoch ms: seconds in JSON and CBOR, ISO 8601 in forms. */
  optionalTime(name: string): number | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    const time = typeof value === 'number' ? value * 1000 : Date.parse(String(value));
    if (Number.isNaN(time) || Math.abs(time) > 8.64e15) throw wrongType(value, 'Timestamp');
    return time;
  }

  texts(name: string): string[] {
    return this.#required(name, this.optionalTexts(name));
  }

  optionalTexts(name: string): string[] | undefined {
    const value = this.#list(name);
    if (value === undefined) return undefined;
    for (const one of value) if (typeof one !== 'string') throw wrongType(one, 'String');
    return value as string[];
  }

  inner(name: string): Input {
    return this.#required(name, this.optionalInner(name));
  }

  optionalInner(name: string): Input | undefined {
    const value = this.#value(name);
    return value === undefined ? undefined : this.#structure(value, name);
  }

  /** Structures of a list; none when it is left out. */
  list(name: string): Input[] {
    return (this.#list(name) ?? []).map((one, index) => this.#structure(one, `${name}.${index + 1}.member`));
  }

  /** A map of texts; undefined when it is left out. */
  optionalMap(name: string): Record<string, string> | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    const { raw } = this.#structure(value, name);
    for (const one of Object.values(raw)) if (typeof one !== 'string') throw wrongType(one, 'String');
    return raw as Record<string, string>;
  }

  /** The error for a member that breaks a constraint. */
  invalid(name: string, value: unknown, constraint: string): AwsError {
    const shown = value === null ? 'null' : `'${String(value)}'`;
    return new AwsError(
      this.#code,
      `1 validation error detected: Value ${shown} at '${this.#where(name)}' failed to satisfy constraint: ${constraint}`,
    );
  }

  #value(name: string): unknown {
    const value = Object.hasOwn(this.raw, name) ? this.raw[name] : undefined;
    return value === null ? undefined : value;
  }

  #required<T>(name: string, value: T | undefined): T {
    if (value === undefined) throw this.invalid(name, null, 'Member must not be null');
    return value;
  }

  #where(name: string): string {
    return `${this.#path}${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  }

  #list(name: string): unknown[] | undefined {
    const value = this.#value(name);
    if (value === undefined || value === '') return undefined;
    if (!Array.isArray(value)) throw new AwsError('SerializationException', 'Expected list or null');
    return value;
  }

  #structure(value: unknown, name: string): Input {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || Buffer.isBuffer(value))
      throw new AwsError('SerializationException', 'Expected structure or null');
    return new Input(value as Dict, this.#code, `${this.#where(name)}.`);
  }

  #checkText(name: string, value: string, { min, max, pattern, oneOf }: TextLimits): void {
    if (min !== undefined && value.length < min)
      throw this.invalid(name, value, `Member must have length greater than or equal to ${min}`);
    if (max !== undefined && value.length > max)
      throw this.invalid(name, value, `Member must have length less than or equal to ${max}`);
    if (pattern && !pattern.test(value))
      throw this.invalid(name, value, `Member must satisfy regular expression pattern: ${pattern.source}`);
    if (oneOf && !oneOf.includes(value))
      throw this.invalid(name, value, `Member must satisfy enum value set: [${oneOf.join(', ')}]`);
  }
}

function wrongType(value: unknown, wanted: string): AwsError {
  const found =
    typeof value === 'number'
      ? 'NUMBER_VALUE'
      : typeof value === 'boolean'
        ? `${String(value).toUpperCase()}_VALUE`
        : typeof value === 'string'
          ? 'STRING_VALUE'
          : Array.isArray(value)
            ? 'COLLECTION_VALUE'
            : 'STRUCTURE_VALUE';
  return new AwsError('SerializationException', `${found} can not be converted to a ${wanted}`);
}
