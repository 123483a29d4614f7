import type { SourcePlace } from '../diagnostics.js';
import { type Dict, isDict } from '../dict.js';
import { placeOf } from '../document/marks.js';
import { nearest } from '../document/nearest.js';
import type { Report } from './report.js';

/** Stands in a text for a reference that could not be resolved (and was reported): checks leave such a text alone. */
export const UNRESOLVED = '\u0000';

/** True for a value that contains an unresolved reference. */
export function isUnresolved(value: unknown): boolean {
  return typeof value === 'string' && value.includes(UNRESOLVED);
}

/**
 * Typed reading of a resource's properties. CloudFormation converts between scalars, so `"300"` is a number and
 * `5` a string; anything else of a wrong type is reported where it stands and read as absent.
 */
export class Props {
  readonly value: Dict;
  readonly report: Report;
  readonly path: string;

  constructor(value: Dict, report: Report, path: string) {
    this.value = value;
    this.report = report;
    this.path = path;
  }

  has(key: string): boolean {
    return this.value[key] !== undefined && this.value[key] !== null;
  }

  string(key: string): string | undefined {
    return this.#read(key, 'a string', (value) => (isScalar(value) ? String(value) : undefined));
  }

  number(key: string): number | undefined {
    return this.#read(key, 'a number', (value) => {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
      return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
    });
  }

  /** A number from `low` to `high`; outside it is reported, and the nearer bound is answered. */
  within(key: string, low: number, high: number, unit = ''): number | undefined {
    const value = this.number(key);
    if (value === undefined || (value >= low && value <= high)) return value;
    this.error(
      'OUT_OF_RANGE',
      `\`${key}\` is ${value}; it must be from ${low} to ${high}${unit}.`,
      `Choose a value from ${low} to ${high}.`,
      key,
    );
    return value < low ? low : high;
  }

  boolean(key: string): boolean | undefined {
    return this.#read(key, 'true or false', (value) => {
      if (typeof value === 'boolean') return value;
      if (typeof value !== 'string') return undefined;
      return { true: true, false: false }[value.toLowerCase()];
    });
  }

  dict(key: string): Dict | undefined {
    return this.#read(key, 'a map', (value) => (isDict(value) ? value : undefined));
  }

  list(key: string): unknown[] | undefined {
    return this.#read(key, 'a list', (value) => (Array.isArray(value) ? value : undefined));
  }

  /** A list of strings; a lone string counts as a list of one where CloudFormation allows it. */
  strings(key: string): string[] {
    const list = this.#read(key, 'a list of strings', (value) => {
      const items = Array.isArray(value) ? value : [value];
      return items.every(isScalar) ? items.map(String) : undefined;
    });
    return list ?? [];
  }

  /** A map of strings. */
  stringMap(key: string): Record<string, string> {
    const source = this.dict(key);
    if (!source) return {};
    const inner = new Props(source, this.report, `${this.path}.${key}`);
    return Object.fromEntries(
      Object.keys(source).flatMap((name) => {
        const text = inner.string(name);
        return text === undefined ? [] : [[name, text]];
      }),
    );
  }

  /** The map at `key` as properties of its own; empty when absent. */
  inner(key: string): Props {
    return new Props(this.dict(key) ?? {}, this.report, `${this.path}.${key}`);
  }

  /** The maps in the list at `key`, each as properties. */
  items(key: string): Props[] {
    const list = this.list(key) ?? [];
    return list.flatMap((item, index) => {
      if (isDict(item)) return [new Props(item, this.report, `${this.path}.${key}[${index}]`)];
      this.report.error(wrongType(`${key}[${index}]`, 'a map'), {
        holder: list,
        key: index,
        path: this.path,
      });
      return [];
    });
  }

  /** One of `allowed`, compared exactly. */
  oneOf<T extends string>(key: string, allowed: readonly T[]): T | undefined {
    const text = this.string(key);
    if (text === undefined || isUnresolved(text) || allowed.includes(text as T)) return text as T | undefined;
    const near = nearest(text, allowed);
    this.error(
      'NOT_ALLOWED',
      `\`${key}\` cannot be \`${text}\`.`,
      near ? `Did you mean \`${near}\`?` : `Use one of ${allowed.join(', ')}.`,
      key,
    );
    return undefined;
  }

  /** A string that must be there. */
  required(key: string): string | undefined {
    if (!this.has(key)) {
      this.error('MISSING_PROPERTY', `\`${key}\` is missing.`, `Add \`${key}\`.`);
      return undefined;
    }
    return this.string(key);
  }

  /** Reports keys that are none of `known`: an error where one is near (a typing error), else a warning. */
  knownKeys(known: readonly string[]): void {
    for (const key of Object.keys(this.value)) {
      if (known.includes(key)) continue;
      const near = nearest(key, known);
      const fault = {
        code: 'UNKNOWN_PROPERTY',
        message: `\`${key}\` is not a known property here.`,
        remedy: near ? `Did you mean \`${near}\`?` : 'Check its name in the resource type reference.',
      };
      const at = { holder: this.value, key, part: 'key' as const, path: this.path };
      if (near) this.report.error(fault, at);
      else this.report.warn(fault, at);
    }
  }

  error(code: string, message: string, remedy: string, key?: string): void {
    this.report.error(
      { code, message, remedy },
      { holder: this.value, path: this.path, ...(key && { key }) },
    );
  }

  warn(code: string, message: string, remedy: string, key?: string): void {
    this.report.warn({ code, message, remedy }, { holder: this.value, path: this.path, ...(key && { key }) });
  }

  place(key?: string): SourcePlace {
    return placeOf(this.value, key) ?? { file: '', line: 1, column: 1 };
  }

  #read<T>(key: string, wanted: string, convert: (value: unknown) => T | undefined): T | undefined {
    const value = Object.hasOwn(this.value, key) ? this.value[key] : undefined;
    if (value === undefined || value === null || value === UNRESOLVED) return undefined;
    const converted = convert(value);
    if (converted === undefined)
      this.report.error(wrongType(key, wanted), { holder: this.value, key, path: this.path });
    return converted;
  }
}

function wrongType(key: string, wanted: string): { code: string; message: string; remedy: string } {
  return { code: 'WRONG_TYPE', message: `\`${key}\` must be ${wanted}.`, remedy: `Write ${wanted} here.` };
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
