import { createHash } from 'node:crypto';

/** A WAF text transformation on a byte string (one character, one byte). */
export type Transform = (text: string) => string;

/** WAFv2's text transformations by name (§12.5). */
export const TRANSFORMS: Readonly<Record<string, Transform>> = {
  NONE: (text) => text,
  LOWERCASE: (text) => text.toLowerCase(),
  URL_DECODE: urlDecode,
  URL_DECODE_UNI: (text) => urlDecode(text.replace(/%u([0-9a-f]{4})/gi, (_, hex: string) => bytesOf(hex))),
  HTML_ENTITY_DECODE: htmlDecode,
  COMPRESS_WHITE_SPACE: (text) => text.replace(/[\f\t\n\r\v\xa0 ]+/g, ' '),
  CMD_LINE: cmdLine,
  BASE64_DECODE: (text) => Buffer.from(/^[A-Za-z0-9+/]*/.exec(text)?.[0] ?? '', 'base64').toString('latin1'),
  BASE64_DECODE_EXT: (text) => Buffer.from(text.replace(/[^A-Za-z0-9+/]/g, ''), 'base64').toString('latin1'),
  HEX_DECODE: (text) => Buffer.from(text.replace(/[^0-9a-f]/gi, ''), 'hex').toString('latin1'),
  SQL_HEX_DECODE: (text) =>
    text.replace(/0x((?:[0-9a-f]{2})+)/gi, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1')),
  CSS_DECODE: (text) =>
    text.replace(/\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi, (_, hex?: string, char?: string) =>
      hex === undefined ? (char as string) : String.fromCharCode(Number.parseInt(hex, 16) & 0xff),
    ),
  JS_DECODE: jsDecode,
  ESCAPE_SEQ_DECODE: jsDecode,
  MD5: (text) => createHash('md5').update(text, 'latin1').digest().toString('latin1'),
  NORMALIZE_PATH: normalisePath,
  NORMALIZE_PATH_WIN: (text) => normalisePath(text.replaceAll('\\', '/')),
  REMOVE_NULLS: (text) => text.replaceAll('\0', ''),
  REPLACE_NULLS: (text) => text.replaceAll('\0', ' '),
  REPLACE_COMMENTS: (text) => text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' '),
  UTF8_TO_UNICODE: (text) =>
    Buffer.from(text, 'latin1')
      .toString('utf8')
      .replace(/[^\x20-\x7e]/g, (char) => `%u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
};

/** Decodes percent escapes and plus signs; what is no escape stays. */
export function urlDecode(text: string): string {
  if (!/[%+]/.test(text)) return text;
  return text
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The byte of a `%uXXXX` escape: full-width forms count as their ASCII letters. */
function bytesOf(hex: string): string {
  const code = Number.parseInt(hex, 16);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return String.fromCharCode(code & 0xff);
}

const ENTITIES: Record<string, string> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\xa0',
  colon: ':',
  tab: '\t',
  newline: '\n',
  lpar: '(',
  rpar: ')',
  sol: '/',
  equals: '=',
};

/** Decodes HTML entities, with or without their semicolon. */
export function htmlDecode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,7})|#(\d{1,7})|([a-z]{2,8}));?/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[(name as string).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex as string, 16);
    return String.fromCharCode(code & 0xff);
  });
}

function cmdLine(text: string): string {
  return text
    .replace(/[\\"'^]/g, '')
    .replace(/[,;]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ +([/(])/g, '$1')
    .toLowerCase();
}

const ESCAPES: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  0: '\0',
};

function jsDecode(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([0-7]{1,3})|([\s\S]))/gi,
    (_, unicode?: string, hex?: string, octal?: string, char?: string) => {
      if (unicode !== undefined) return bytesOf(unicode);
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      return ESCAPES[char as string] ?? (char as string);
    },
  );
}

function normalisePath(text: string): string {
  const kept: string[] = [];
  for (const segment of text.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') kept.pop();
    else kept.push(segment);
  }
  return `${text.startsWith('/') ? '/' : ''}${kept.join('/')}${text.endsWith('/') && kept.length > 0 ? '/' : ''}`;
}
