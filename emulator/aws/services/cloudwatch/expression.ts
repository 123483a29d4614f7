import { AwsError } from '../../protocol/faults.js';

/** A time series: start of the period (epoch ms) → value. */
export type Values = Map<number, number>;

type Value = number | Values | Values[];

const TOKENS = /\s*([A-Za-z_]\w*|\d+(?:\.\d+)?|[-+*/(),[\]])/y;

/**
 * Metric math as far as alarms on rates need it: numbers, ids, `+ - * /`, parentheses, lists, and the functions below.
 * A moment that one side lacks is lacking in the result. Throws `ValidationError`.
 */
export function evaluateExpression(text: string, series: ReadonlyMap<string, Values>): Values {
  const parser = new Parser(tokenize(text), series);
  const value = parser.sum();
  if (!parser.ended || !(value instanceof Map)) throw unsupported(text);
  return value;
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKENS.lastIndex = 0;
  while (TOKENS.lastIndex < text.trimEnd().length) {
    const found = TOKENS.exec(text);
    if (!found) throw unsupported(text);
    tokens.push(found[1] as string);
  }
  return tokens;
}

class Parser {
  readonly #tokens: string[];
  readonly #series: ReadonlyMap<string, Values>;
  #at = 0;
  #depth = 0;

  constructor(tokens: string[], series: ReadonlyMap<string, Values>) {
    this.#tokens = tokens;
    this.#series = series;
  }

  get ended(): boolean {
    return this.#at === this.#tokens.length;
  }

  sum(): Value {
    if (++this.#depth > 100) throw unsupported(this.#tokens.join(' '));
    let left = this.#product();
    while (this.#peek('+') || this.#peek('-')) {
      const sign = this.#tokens[this.#at++] === '+' ? 1 : -1;
      left = combine(left, this.#product(), (a, b) => a + sign * b);
    }
    this.#depth--;
    return left;
  }

  #product(): Value {
    let left = this.#factor();
    while (this.#peek('*') || this.#peek('/')) {
      const isTimes = this.#tokens[this.#at++] === '*';
      left = combine(left, this.#factor(), (a, b) => (isTimes ? a * b : a / b));
    }
    return left;
  }

  #factor(): Value {
    const token = this.#tokens[this.#at++] ?? '';
    if (token === '-') return combine(0, this.#factor(), (a, b) => a - b);
    if (/^\d/.test(token)) return Number(token);
    if (token === '(') return this.#closed(this.sum(), ')');
    if (token === '[') return this.#closed(this.#list(']'), ']') as Values[];
    if (this.#peek('(')) return this.#call(token);
    const found = this.#series.get(token);
    if (!found) throw new AwsError('ValidationError', `Error in expression: the id ${token} is not defined.`);
    return found;
  }

  #call(name: string): Value {
    this.#at++;
    const given = this.#closed(this.#list(')'), ')') as Value[];
    if (name === 'METRICS') return [...this.#series.values()];
    const run = FUNCTIONS[name];
    if (!run) throw unsupported(`${name}()`);
    return run(given);
  }

  #list(end: string): Value[] {
    const items: Value[] = [];
    while (!this.#peek(end) && !this.ended) {
      items.push(this.sum());
      if (this.#peek(',')) this.#at++;
    }
    return items;
  }

  #closed<T>(value: T, end: string): T {
    if (this.#tokens[this.#at++] !== end) throw unsupported(this.#tokens.join(' '));
    return value;
  }

  #peek(token: string): boolean {
    return this.#tokens[this.#at] === token;
  }
}

/** Over several series: moment by moment; over one: all its values, at each of its moments. */
function fold(reduce: (values: number[]) => number): (given: Value[]) => Value {
  return ([first]) => {
    if (first instanceof Map) {
      const whole = reduce([...first.values()]);
      return new Map([...first.keys()].map((time) => [time, whole]));
    }
    if (!Array.isArray(first)) throw unsupported('a function of a number');
    const times = new Set(first.flatMap((one) => [...one.keys()]));
    return new Map(
      [...times]
        .sort((a, b) => a - b)
        .map((time) => [time, reduce(first.flatMap((one) => one.get(time) ?? []))]),
    );
  };
}

const FUNCTIONS: Readonly<Record<string, (given: Value[]) => Value>> = {
  SUM: fold((values) => values.reduce((sum, value) => sum + value, 0)),
  AVG: fold((values) => values.reduce((sum, value) => sum + value, 0) / values.length),
  MAX: fold((values) => Math.max(...values)),
  MIN: fold((values) => Math.min(...values)),
  ABS: ([value]) => combine(value as Value, 0, (a) => Math.abs(a)),
};

function combine(left: Value, right: Value, operate: (a: number, b: number) => number): Value {
  if (Array.isArray(left) || Array.isArray(right)) throw unsupported('arithmetic with lists');
  if (typeof left === 'number' && typeof right === 'number') return operate(left, right);
  const times = left instanceof Map ? left.keys() : (right as Values).keys();
  const result: Values = new Map();
  for (const time of times) {
    const [a, b] = [at(left, time), at(right, time)];
    const value = a === undefined || b === undefined ? Number.NaN : operate(a, b);
    if (Number.isFinite(value)) result.set(time, value);
  }
  return result;
}

function at(value: number | Values, time: number): number | undefined {
  return typeof value === 'number' ? value : value.get(time);
}

function unsupported(what: string): AwsError {
  return new AwsError('ValidationError', `Error in expression: Unsupported operation: ${what}`);
}
