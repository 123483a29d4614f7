/** What can be written as XML: a `Map` becomes entries of key and value, a list members, a date ISO 8601. */
export type XmlValue =
  | string
  | number
  | boolean
  | Date
  | Uint8Array
  | undefined
  | null
  | readonly XmlValue[]
  | ReadonlyMap<string, XmlValue>
  | { readonly [name: string]: XmlValue };

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Text as XML character data. Characters that XML 1.0 cannot hold are replaced. */
export function escapeXml(text: string): string {
  const legal = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
  return legal.replace(/[&<>"\r]/g, (char) => ENTITIES[char] as string);
}

/** Members of a structure as elements, in order; what is undefined or null is left out. */
export function writeMembers(members: { readonly [name: string]: XmlValue }): string {
  return Object.entries(members)
    .map(([name, value]) => writeElement(name, value))
    .join('');
}

/** One element, its lists wrapped as the query protocol does: `<Name><member>…</member></Name>`. */
export function writeElement(name: string, value: XmlValue): string {
  if (value === undefined || value === null) return '';
  return `<${name}>${content(value)}</${name}>`;
}

function content(value: Exclude<XmlValue, undefined | null>): string {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map((one: XmlValue) => writeElement('member', one)).join('');
  if (value instanceof Map)
    return [...value]
      .map(
        ([key, one]) => `<entry>${writeElement('key', key)}${writeElement('value', one as XmlValue)}</entry>`,
      )
      .join('');
  if (typeof value === 'object') return writeMembers(value as { readonly [name: string]: XmlValue });
  return escapeXml(String(value));
}
