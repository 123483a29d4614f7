import { parseDuration } from '../duration.js';
import { filter } from './template-filters.js';

/** Where `${…}` finds its values. */
export interface Scope {
  /** The value of a name; undefined when it has none. */
  value(name: string): unknown;
  /** Epoch ms of the system under test. */
  now(): number;
}

/** Names that every scenario has. `newPnr` and `uuid` are new at each use. */
export const BUILT_IN: readonly string[] = [
  'uuid',
  'newPnr',
  'now',
  'today',
  'epoch',
  'tenant',
  'tenants',
  'region',
  'index',
  'data',
  'seed',
  'sampleTrip',
];

/** A `${…}` taken apart. */
export interface Expression {
  name: string;
  /** After the name: `.price`, `[0]`. */
  path: (string | number)[];
  /** Of `now+30d`: ms. */
  offset: number;
  filters: { name: string; argument?: string }[];
}

const EXPRESSION = /\$\{([^{}]*)\}/g;
const HEAD =
  /^([A-Za-z_]\w*)((?:\.[A-Za-z_$][\w$-]*|\[\d+\]|\['[^']*'\])*)\s*([+-](?:\d+(?:\.\d+)?(?:ms|s|m|h|d|w))+)?$/;
const FILTER = /^([a-z][A-Za-z0-9]*)(?:\s+(\S+))?$/;

/** Takes the inside of a `${…}` apart. Throws a `SyntaxError` that says what is wrong. */
export function parseExpression(text: string): Expression {
  const [head = '', ...pipes] = text.split('|').map((part) => part.trim());
  const match = HEAD.exec(head);
  if (!match) throw new SyntaxError(`\`\${${text}}\` is not a name with a path, such as \${offer.price}`);
  const [, name = '', path = '', offset] = match;
  if (offset !== undefined && name !== 'now' && name !== 'today')
    throw new SyntaxError(
      `only \`now\` and \`today\` can be moved by a length of time, not \`${name}\`; numbers have the filter \`plus\``,
    );
  return {
    name,
    path: [...path.matchAll(/\.([\w$-]+)|\[(\d+)\]|\['([^']*)'\]/g)].map(
      ([, key, index, quoted]) => key ?? quoted ?? Number(index),
    ),
    offset: offset === undefined ? 0 : parseDuration(offset),
    filters: pipes.map(parseFilter),
  };
}

function parseFilter(text: string): { name: string; argument?: string } {
  const [, name, argument] = FILTER.exec(text) ?? [];
  if (name === undefined) throw new SyntaxError(`\`${text}\` is no filter`);
  filter(name); // throws for one that does not exist
  return { name, ...(argument !== undefined && { argument }) };
}

/** Every `${…}` inside a value, however deep, with the error of those that cannot be read. */
export function expressionsIn(value: unknown): { text: string; expression?: Expression; fault?: string }[] {
  if (typeof value === 'string')
    return [...value.matchAll(EXPRESSION)].map(([, text = '']) => {
      try {
        return { text, expression: parseExpression(text) };
      } catch (error) {
        return { text, fault: error instanceof Error ? error.message : String(error) };
      }
    });
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [...expressionsIn(key), ...expressionsIn(child)]);
}

/** A `${…}` whose name has no value, or whose path leads nowhere. */
export class UnsetValueError extends Error {
  override readonly name = 'UnsetValueError';
}

/**
 * Fills in every `${…}` inside a value, however deep. A text that is one `${…}` and nothing else becomes the value
 * itself, of whatever type. Throws UnsetValueError.
 */
export function fill<T>(value: T, scope: Scope): T {
  return fillAny(value, scope) as T;
}

function fillAny(value: unknown, scope: Scope): unknown {
  if (typeof value === 'string') return fillText(value, scope);
  if (Array.isArray(value)) return value.map((child) => fillAny(child, scope));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, child]) => [
    String(fillText(key, scope)),
    fillAny(child, scope),
  ]);
  return Object.fromEntries(entries);
}

function fillText(text: string, scope: Scope): unknown {
  if (!text.includes('${')) return text;
  const [whole] = text.matchAll(EXPRESSION);
  if (whole && whole[0] === text) return evaluate(parseExpression(whole[1] as string), scope);
  return text.replace(EXPRESSION, (_match, inside: string) => {
    const value = evaluate(parseExpression(inside), scope);
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  });
}

function evaluate({ name, path, offset, filters }: Expression, scope: Scope): unknown {
  let value: unknown = timeOf(name, offset, scope) ?? scope.value(name);
  let way = name;
  for (const step of path) {
    if (value === undefined || value === null) break;
    value = (value as Record<string | number, unknown>)[step];
    way += typeof step === 'number' ? `[${step}]` : `.${step}`;
  }
  if (value === undefined) throw new UnsetValueError(`\`\${${way}}\` has no value here`);
  return filters.reduce<unknown>((input, { name: known, argument }) => filter(known)(input, argument), value);
}

function timeOf(name: string, offset: number, scope: Scope): string | number | undefined {
  if (name !== 'now' && name !== 'today' && name !== 'epoch') return undefined;
  const time = scope.now() + offset;
  if (name === 'epoch') return Math.floor(time / 1000);
  const text = new Date(time).toISOString();
  return name === 'now' ? text : text.slice(0, 10);
}
