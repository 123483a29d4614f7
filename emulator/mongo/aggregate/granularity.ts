import { mongoError } from '../error/index.js';

/** Rounds to the neighbouring number of a series of preferred numbers; strictly up or down. */
export interface Granularity {
  up(value: number): number;
  down(value: number): number;
}

/** Preferred numbers within one decade (IEC 60063, ISO 3 and the 1-2-5 series). */
const SERIES: Readonly<Record<string, readonly number[]>> = {
  R5: [1, 1.6, 2.5, 4, 6.3],
  R10: [1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8],
  R20: [1, 1.12, 1.25, 1.4, 1.6, 1.8, 2, 2.24, 2.5, 2.8, 3.15, 3.55, 4, 4.5, 5, 5.6, 6.3, 7.1, 8, 9],
  R40: [
    1, 1.06, 1.12, 1.18, 1.25, 1.32, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.12, 2.24, 2.36, 2.5, 2.65, 2.8, 3,
    3.15, 3.35, 3.55, 3.75, 4, 4.25, 4.5, 4.75, 5, 5.3, 5.6, 6, 6.3, 6.7, 7.1, 7.5, 8, 8.5, 9, 9.5,
  ],
  R80: [
    1.03, 1.06, 1.09, 1.12, 1.15, 1.18, 1.22, 1.25, 1.28, 1.32, 1.36, 1.4, 1.45, 1.5, 1.55, 1.6, 1.65, 1.7,
    1.75, 1.8, 1.85, 1.9, 1.95, 2, 2.06, 2.12, 2.18, 2.24, 2.3, 2.36, 2.43, 2.5, 2.58, 2.65, 2.72, 2.8, 2.9,
    3, 3.07, 3.15, 3.25, 3.35, 3.45, 3.55, 3.65, 3.75, 3.87, 4, 4.12, 4.25, 4.37, 4.5, 4.62, 4.75, 4.87, 5,
    5.15, 5.3, 5.45, 5.6, 5.8, 6, 6.15, 6.3, 6.5, 6.7, 6.9, 7.1, 7.3, 7.5, 7.75, 8, 8.25, 8.5, 8.75, 9, 9.25,
    9.5, 9.75,
  ],
  '1-2-5': [1, 2, 5],
  E6: [1, 1.5, 2.2, 3.3, 4.7, 6.8],
  E12: [1, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3, 3.9, 4.7, 5.6, 6.8, 8.2],
  E24: [
    1, 1.1, 1.2, 1.3, 1.5, 1.6, 1.8, 2, 2.2, 2.4, 2.7, 3, 3.3, 3.6, 3.9, 4.3, 4.7, 5.1, 5.6, 6.2, 6.8, 7.5,
    8.2, 9.1,
  ],
  E48: [
    1, 1.05, 1.1, 1.15, 1.21, 1.27, 1.33, 1.4, 1.47, 1.54, 1.62, 1.69, 1.78, 1.87, 1.96, 2.05, 2.15, 2.26,
    2.37, 2.49, 2.61, 2.74, 2.87, 3.01, 3.16, 3.32, 3.48, 3.65, 3.83, 4.02, 4.22, 4.42, 4.64, 4.87, 5.11,
    5.36, 5.62, 5.9, 6.19, 6.49, 6.81, 7.15, 7.5, 7.87, 8.25, 8.66, 9.09, 9.53,
  ],
  E96: eSeries(96),
  E192: eSeries(192),
};

/** E96 and E192 are the rounded geometric series, 9.20 of E192 aside (IEC 60063). */
function eSeries(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => {
    const value = Math.round(10 ** (at / count) * 100) / 100;
    return count === 192 && value === 9.19 ? 9.2 : value;
  });
}

/** The rounder of a series by name; 40257 for an unknown one. */
export function granularity(name: string): Granularity {
  if (name === 'POWERSOF2')
    return { up: (value) => powerOfTwo(value, 1), down: (value) => powerOfTwo(value, -1) };
  const series = Object.hasOwn(SERIES, name) ? SERIES[name] : undefined;
  if (series === undefined) throw mongoError(40257, `Unknown rounding granularity '${name}'`);
  return { up: (value) => neighbour(series, value, 1), down: (value) => neighbour(series, value, -1) };
}

function powerOfTwo(value: number, direction: 1 | -1): number {
  if (value === 0) return 0;
  const exponent = Math.log2(value);
  return 2 ** (direction === 1 ? Math.floor(exponent) + 1 : Math.ceil(exponent) - 1);
}

function neighbour(series: readonly number[], value: number, direction: 1 | -1): number {
  if (value === 0) return 0;
  const decade = 10 ** Math.floor(Math.log10(value));
  const around = [decade / 10, decade, decade * 10].flatMap((scale) => series.map((step) => step * scale));
  if (direction === 1) return around.find((step) => step > value) as number;
  return around.findLast((step) => step < value) as number;
}
