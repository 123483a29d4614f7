import type { Exchange } from '../exchange.js';
import type { Reader } from '../tables/plans.js';
import { compileMapping } from './mapping.js';

/** A compiled template: plain substitution, no VTL (gateway responses, access logs, MOCK). */
export type Template = (exchange: Exchange) => string;

const REFERENCE =
  /\$\{?(context\.[\w.:-]*\w|stageVariables\.\w+)\}?|\$?(method\.request\.(?:header|querystring|path)\.[\w-]+)/g;

/** Compiles a template; a reference without a value becomes `empty`. */
export function compileTemplate(text: string, empty = ''): Template {
  const parts: (string | Reader)[] = [];
  let end = 0;
  for (const match of text.matchAll(REFERENCE)) {
    parts.push(text.slice(end, match.index));
    parts.push(compileMapping((match[1] ?? match[2]) as string) ?? (() => undefined));
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  if (parts.length === 1) return () => text;
  return (exchange) =>
    parts.map((part) => (typeof part === 'string' ? part : (part(exchange) ?? empty))).join('');
}

/** Tells whether a text asks for more of VTL than substitution. */
export function needsVelocity(text: string): boolean {
  return (
    /(^|[^\\])#(set|if|else|elseif|end|foreach|break|stop|macro|define|evaluate|\*|#)/.test(text) ||
    /\$!?\{?(input|util)\b/.test(text)
  );
}
