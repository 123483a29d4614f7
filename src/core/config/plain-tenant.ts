import { readPlainYaml } from '../document/plain-yaml.js';
import { PartwiseSchema } from './partwise-schema.js';
import schema from './schemas/tenant.schema.json' with { type: 'json' };
import { completeTenant, type TenantConfig } from './tenant.js';

/** How an entry of the outermost map begins. */
const ENTRY = /[A-Za-z]\w*:(?![^ \n])/y;
const NOTHING = /^(?: *(?:#.*)?(?:\n|$))*$/;

const fits = new PartwiseSchema(schema);

/**
 * Reads tenants' texts that are plain enough for a quick look. Airlines of one platform have much in common: an entry
 * (`categories`, `theme`) that was read and checked in one file is neither in the next, and both tenants share its value.
 * Make one for a reading of a folder, and let go of it: it keeps every entry it has seen.
 */
export class PlainTenants {
  /** Values that fit the schema, by their entries' texts. */
  readonly #seen = new Map<string, unknown>();

  /** The tenant; undefined for a text that is not plain, and for any fault: the thorough reader knows what to say. */
  read(text: string): TenantConfig | undefined {
    const value = this.#entries(text.includes('\r') ? text.replaceAll('\r\n', '\n') : text);
    if (value === undefined || !fits.whole(value)) return undefined;
    const tenant = value as unknown as TenantConfig;
    return completeTenant(tenant).length === 0 ? tenant : undefined;
  }

  #entries(text: string): Record<string, unknown> | undefined {
    const value: Record<string, unknown> = {};
    let start = entryFrom(text, 0);
    if (!NOTHING.test(text.slice(0, start))) return undefined;
    while (start < text.length) {
      const end = entryFrom(text, text.indexOf('\n', start) + 1 || text.length);
      const name = text.slice(start, text.indexOf(':', start));
      const found = this.#entry(name, text.slice(start, end));
      if (found === undefined || Object.hasOwn(value, name)) return undefined;
      value[name] = found;
      start = end;
    }
    return value;
  }

  #entry(name: string, entry: string): unknown {
    const known = this.#seen.get(entry);
    if (known !== undefined) return known;
    const value = readPlainYaml(entry)?.[name];
    if (value === undefined || !fits.property(name, value)) return undefined;
    this.#seen.set(entry, value);
    return value;
  }
}

/** Where the first entry of the outermost map begins, from the start of a line on; the end of the text when there is none. */
function entryFrom(text: string, line: number): number {
  for (let at = line; at < text.length; at = text.indexOf('\n', at) + 1 || text.length) {
    if (text.charCodeAt(at) < 65) continue; // most lines begin with a space
    ENTRY.lastIndex = at;
    if (ENTRY.test(text)) return at;
  }
  return text.length;
}
