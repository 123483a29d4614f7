import { HIDDEN } from '../../core/redact.js';

/** Gives the value of a hidden header, parameter or member by its name; undefined when nobody knows it. */
export type Secrets = (name: string) => string | undefined;

/** Text with its hidden values filled in, and the names of those nobody knows. */
export interface Filled {
  text: string;
  missing: string[];
}

/** Fills a body: members of JSON, fields of a form. */
export function fillBody(text: string, contentType: string, secrets: Secrets): Filled {
  if (/^application\/x-www-form-urlencoded/i.test(contentType)) return fillPairs(text, secrets);
  if (!text.includes(HIDDEN)) return { text, missing: [] };
  const missing: string[] = [];
  const filled = parse(text, (name, value) => {
    if (value !== HIDDEN) return value;
    const known = secrets(name);
    if (known === undefined) missing.push(name);
    return known ?? value;
  });
  return { text: filled, missing };
}

/** Fills the query of a path. */
export function fillPath(path: string, secrets: Secrets): Filled {
  const at = path.indexOf('?');
  if (at < 0) return { text: path, missing: [] };
  const query = fillPairs(path.slice(at + 1), secrets);
  return { ...query, text: `${path.slice(0, at)}?${query.text}` };
}

function fillPairs(query: string, secrets: Secrets): Filled {
  const missing: string[] = [];
  const fill = (pair: string) => {
    const [name = '', value] = pair.split('=', 2);
    if (value !== encodeURIComponent(HIDDEN)) return pair;
    const known = secrets(decodeURIComponent(name));
    if (known === undefined) missing.push(name);
    return known === undefined ? pair : `${name}=${encodeURIComponent(known)}`;
  };
  return { text: query.split('&').map(fill).join('&'), missing };
}

function parse(text: string, visit: (name: string, value: unknown) => unknown): string {
  try {
    return JSON.stringify(JSON.parse(text, visit));
  } catch {
    visit('body', HIDDEN); // a body that could not be read was hidden whole
    return text;
  }
}
