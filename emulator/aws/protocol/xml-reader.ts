/** An element of an XML document; attributes and namespaces are not looked at. */
export interface XmlElement {
  name: string;
  children: XmlElement[];
  /** Character data directly in it. */
  text: string;
}

const DEEPEST = 64;
const TOKEN =
  /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|([^<]+)/y;

/**
 * Reads a small XML document, as AWS services take them: no document type, no entities but the five and character
 * references. Undefined for text that is none.
 */
export function readXml(text: string): XmlElement | undefined {
  const root: XmlElement = { name: '', children: [], text: '' };
  const open: XmlElement[] = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match || !take(match, open)) return undefined;
  }
  const [only] = root.children;
  return open.length === 1 && root.children.length === 1 && root.text.trim() === '' ? only : undefined;
}

/** The first child of this name. */
export function childOf({ children }: XmlElement, name: string): XmlElement | undefined {
  return children.find((child) => child.name === name);
}

/** The text of the first child of this name. */
export function textOf(element: XmlElement, name: string): string | undefined {
  return childOf(element, name)?.text;
}

/** Takes one token in; false when it does not fit. */
function take(match: RegExpExecArray, open: XmlElement[]): boolean {
  const [, closing, fullName, , empty, cdata, data] = match;
  const top = open.at(-1) as XmlElement;
  if (fullName === undefined) {
    top.text += cdata ?? (data === undefined ? '' : plainText(data));
    return true;
  }
  const name = fullName.slice(fullName.indexOf(':') + 1);
  if (closing) return open.pop()?.name === name && open.length > 0;
  const element = { name, children: [], text: '' };
  top.children.push(element);
  if (!empty) open.push(element);
  return open.length < DEEPEST;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plainText(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));/g, (all, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name as string] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
