import type { Reader } from '../tables/plans.js';
import { contextVariable } from './context-variables.js';

/**
 * Compiles a mapping expression to a reader: `'static text'`, `method.request.header.X`, `method.request.querystring.X`,
 * `method.request.multivalueheader.X`, `method.request.path.X`, `method.request.body`, `context.X`, `stageVariables.X`.
 * @returns undefined for an expression that is none of these.
 */
export function compileMapping(expression: string): Reader | undefined {
  const text = expression.trim();
  if (text.length >= 2 && text.startsWith("'") && text.endsWith("'")) {
    const constant = text.slice(1, -1);
    return () => constant;
  }
  if (text.startsWith('context.')) {
    const name = text.slice('context.'.length);
    return (exchange) => contextVariable(exchange, name);
  }
  if (text.startsWith('stageVariables.')) {
    const name = text.slice('stageVariables.'.length);
    return (exchange) => own(exchange.stage?.stage.variables, name);
  }
  return text.startsWith('method.request.')
    ? requestParameter(text.slice('method.request.'.length))
    : undefined;
}

function requestParameter(parameter: string): Reader | undefined {
  if (parameter === 'body') return (exchange) => exchange.body?.toString();
  const dot = parameter.indexOf('.');
  const name = parameter.slice(dot + 1);
  switch (parameter.slice(0, dot)) {
    case 'header':
    case 'multivalueheader': {
      const lower = name.toLowerCase();
      return (exchange) => exchange.headers.get(lower);
    }
    case 'querystring':
    case 'multivaluequerystring':
      return (exchange) => exchange.queryValue(name);
    case 'path':
      return (exchange) => exchange.pathValue(name);
    default:
      return undefined;
  }
}

/** A property that the object has itself: names come from outside, `__proto__` included. */
export function own(record: Readonly<Record<string, string>> | undefined, name: string): string | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
