import { createRequire } from 'node:module';
import { fitsSchema } from './read-with-schema.js';
import schema from './schemas/tenant.schema.json' with { type: 'json' };
import { completeTenant, type TenantConfig } from './tenant.js';

/**
 * What readers of YAML may take for different things: anchors, tags, block texts, directives, several documents, tabs,
 * merges, line breaks that only some take for such, and words and numbers that versions of YAML read differently. A text
 * without any of it needs no second look.
 */
const EQUIVOCAL =
  /[\t\u0085\u2028\u2029]|\r(?!\n)|<<|^ *(?:---|\.\.\.|\? )|(?:^|[:[,{-]) *(?:[&*!|>@`%]|[+-]?0[0-9xob]|[0-9][0-9,]*_|\d+:\d|[+-]?\.|(?:yes|no|on|off|y|n)\b|\d{4}-\d)/im;

/** How an entry of the outermost map begins. */
const ENTRY = /[A-Za-z]\w*:(?![^ \r\n])/y;
const NOTHING = /^(?: *(?:#.*)?(?:\r?\n|$))*$/;

/**
 * Reads tenants' texts that are plain enough for a quick look. Airlines of one platform have much in common: an entry
 * (`categories`, `theme`) that was read in one file is not read in the next, and both tenants share its value. Make one for
 * a reading of a folder, and let go of it: it keeps every entry it has seen.
 */
export class PlainTenants {
  readonly #seen = new Map<string, unknown>();
  #yaml: typeof import('js-yaml') | undefined;

  /** The tenant; undefined for a text that is not plain, and for any fault: the thorough reader knows what to say. */
  read(text: string): TenantConfig | undefined {
    try {
      const value = this.#entries(text) as unknown as TenantConfig | undefined;
      if (value === undefined || !fitsSchema(schema, value)) return undefined;
      return completeTenant(value).length === 0 ? value : undefined;
    } catch {
      return undefined;
    }
  }

  #entries(text: string): Record<string, unknown> | undefined {
    const starts = startsOf(text);
    if (!NOTHING.test(text.slice(0, starts[0]))) return undefined;
    const names: string[] = [];
    const entries = starts.map((start, at) => text.slice(start, starts[at + 1]));
    const fresh: [string, string][] = [];
    for (const entry of entries) {
      const name = entry.slice(0, entry.indexOf(':'));
      names.push(name);
      if (!this.#seen.has(entry)) fresh.push([name, entry]);
    }
    if (new Set(names).size < names.length) return undefined;
    this.#see(fresh);
    const value: Record<string, unknown> = {};
    for (const [at, name] of names.entries()) value[name] = this.#seen.get(entries[at] as string);
    return value;
  }

  /** Reads entries, by name. Throws for what is no plain map of just these. */
  #see(entries: readonly (readonly [name: string, entry: string])[]): void {
    if (entries.length === 0) return;
    const text = entries.map(([, entry]) => entry).join('');
    if (EQUIVOCAL.test(text)) throw new Error('an equivocal text');
    this.#yaml ??= createRequire(import.meta.url)('js-yaml') as typeof import('js-yaml');
    const read = this.#yaml.load(text, { schema: this.#yaml.CORE_SCHEMA }) as Record<string, unknown>;
    const names = entries.map(([name]) => name);
    if (Object.keys(read).join() !== names.join()) throw new Error('not these entries');
    for (const [name, entry] of entries) this.#seen.set(entry, read[name]);
  }
}

/** Where the entries of the outermost map begin. */
function startsOf(text: string): number[] {
  const starts: number[] = [];
  for (let line = 0; line >= 0 && line < text.length; line = text.indexOf('\n', line) + 1 || -1) {
    if (text.charCodeAt(line) < 65) continue; // most lines begin with a space
    ENTRY.lastIndex = line;
    if (ENTRY.test(text)) starts.push(line);
  }
  return starts;
}
