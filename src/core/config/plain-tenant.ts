import { readPlainYaml } from '../document/plain-yaml.js';
import { PartwiseSchema } from './partwise-schema.js';
import { Recurring } from './recurring.js';
import schema from './schemas/tenant.schema.json' with { type: 'json' };
import { completeTenant, type TenantConfig } from './tenant.js';

/** How an entry of the outermost map begins. */
const ENTRY = /[A-Za-z]\w*:(?![^ \n])/y;
const NOTHING = /^(?: *(?:#.*)?(?:\n|$))*$/;

const fits = new PartwiseSchema(schema);

/** An entry as it was read: its text ends where the next one begins. */
interface Entry {
  name: string;
  text: string;
  value: unknown;
}

/** The entries of one name. */
interface Seen {
  name: string;
  entries: Recurring<Entry>;
}

/**
 * Reads tenants' texts that are plain enough for a quick look. Airlines of one platform have much in common: an entry
 * (`categories`, `theme`) that was read and checked in one file is neither in the next, and both tenants share its value.
 * Make one for a reading of a folder, and let go of it: it keeps entries it has seen.
 */
export class PlainTenants {
  /** Entries that fit the schema, by their names and texts. */
  readonly #seen = new Map<string, Seen>();
  /** Those of the file before: the next often has the same, in the same order. */
  #before: readonly Entry[] = [];

  /** The tenant; undefined for a text that is not plain, and for any fault: the thorough reader knows what to say. */
  read(text: string): TenantConfig | undefined {
    const value = this.#entries(text.includes('\r') ? text.replaceAll('\r\n', '\n') : text);
    if (value === undefined || !fits.whole(value)) return undefined;
    const tenant = value as unknown as TenantConfig;
    return completeTenant(tenant).length === 0 ? tenant : undefined;
  }

  #entries(text: string): Record<string, unknown> | undefined {
    const entries: Entry[] = [];
    const value: Record<string, unknown> = {};
    let start = entryFrom(text, 0);
    if (!NOTHING.test(text.slice(0, start))) return undefined;
    while (start < text.length) {
      const entry = this.#asBefore(text, start, entries.length) ?? this.#entry(text, start);
      if (entry === undefined || Object.hasOwn(value, entry.name)) return undefined;
      value[entry.name] = entry.value;
      entries.push(entry);
      start += entry.text.length;
    }
    this.#before = entries;
    return value;
  }

  #asBefore(text: string, start: number, index: number): Entry | undefined {
    const before = this.#before[index];
    if (before === undefined || !text.startsWith(before.text, start)) return undefined;
    return isBoundary(text, start + before.text.length) ? before : undefined;
  }

  #entry(text: string, start: number): Entry | undefined {
    const end = entryFrom(text, text.indexOf('\n', start) + 1 || text.length);
    const seen = this.#seenOf(text.slice(start, text.indexOf(':', start)));
    const own = text.slice(start, end);
    const known = seen.entries.get(own);
    if (known !== undefined) return known;
    const value = readPlainYaml(own)?.[seen.name];
    if (value === undefined || !fits.property(seen.name, value)) return undefined;
    const entry = { name: seen.name, text: own, value };
    seen.entries.add(own, entry);
    return entry;
  }

  #seenOf(name: string): Seen {
    const known = this.#seen.get(name);
    if (known) return known;
    const made = { name, entries: new Recurring<Entry>() };
    this.#seen.set(name, made);
    return made;
  }
}

/** True where an entry may begin or the text is over. */
function isBoundary(text: string, at: number): boolean {
  return at === text.length || (text[at - 1] === '\n' && isEntry(text, at));
}

function isEntry(text: string, at: number): boolean {
  if (text.charCodeAt(at) < 65) return false; // most lines begin with a space
  ENTRY.lastIndex = at;
  return ENTRY.test(text);
}

/** Where the first entry of the outermost map begins, from the start of a line on; the end of the text when there is none. */
function entryFrom(text: string, line: number): number {
  for (let at = line; at < text.length; at = text.indexOf('\n', at) + 1 || text.length)
    if (isEntry(text, at)) return at;
  return text.length;
}
