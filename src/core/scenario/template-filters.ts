import { suggestion } from '../document/nearest.js';

type Filter = (input: unknown, argument?: string) => unknown;

/** Sums and products of money must not show what binary fractions cannot hold: 0.1 + 0.2. */
const DECIMALS = 6;

const FILTERS: Record<string, Filter> = {
  times: (input, argument) => rounded(number(input) * number(argument), DECIMALS),
  plus: (input, argument) => rounded(number(input) + number(argument), DECIMALS),
  round: (input, argument = '0') => rounded(number(input), number(argument)),
  upper: (input) => String(input).toUpperCase(),
  lower: (input) => String(input).toLowerCase(),
  string: String,
  number,
  json: (input) => JSON.stringify(input),
  base64: (input) => Buffer.from(String(input)).toString('base64'),
  length: (input) => (Array.isArray(input) ? input.length : String(input).length),
};

/** The filter of a name. Throws a `SyntaxError` for one that does not exist. */
export function filter(name: string): Filter {
  const found = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
  if (found) return found;
  throw new SyntaxError(`there is no filter \`${name}\`. ${suggestion(name, Object.keys(FILTERS))}`);
}

/** Half away from zero, as the platform rounds money, on the decimal digits rather than on the binary fraction. */
function rounded(value: number, decimals: number): number {
  const shifted = Number(`${Math.abs(value).toFixed(12)}e${decimals}`);
  return (Math.sign(value) * Math.round(shifted)) / 10 ** decimals;
}

function number(value: unknown): number {
  const result = Number(value);
  if (value === undefined || value === '' || Number.isNaN(result))
    throw new TypeError(`\`${String(value)}\` is no number`);
  return result;
}
