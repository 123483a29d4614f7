import { isAccumulator } from '../../accumulate/accumulators.js';
import { mongoError } from '../../error/index.js';
import { covariance } from './covariance.js';
import { accumulating, deviating } from './gathering.js';
import { expMovingAverage } from './moving-average.js';
import { linearFill, locf, shift } from './neighbours.js';
import type { WindowArguments, WindowFunction } from './partition.js';
import { ranking } from './ranking.js';
import { derivative, integral } from './rates.js';

const RANKINGS: Readonly<Record<string, (args: WindowArguments) => WindowFunction>> = {
  $denseRank: ranking((tied, rank) => (tied ? rank : rank + 1)),
  $documentNumber: ranking((_tied, _rank, at) => at + 1),
  $rank: ranking((tied, rank, at) => (tied ? rank : at + 1)),
};

const FUNCTIONS: Readonly<Record<string, (args: WindowArguments) => WindowFunction>> = {
  ...RANKINGS,
  $covariancePop: covariance(false),
  $covarianceSamp: covariance(true),
  $derivative: derivative,
  $expMovingAvg: expMovingAverage,
  $integral: integral,
  $linearFill: linearFill,
  $locf: locf,
  $shift: shift,
  $stdDevPop: deviating(false),
  $stdDevSamp: deviating(true),
};

/** True for a function that allows nothing beside it, no window either. */
export function takesNothingElse(name: string): boolean {
  return Object.hasOwn(RANKINGS, name);
}

/** Compiles one window function; FailedToParse for an unknown one. */
export function compileWindowFunction(args: WindowArguments): WindowFunction {
  const special = Object.hasOwn(FUNCTIONS, args.name) ? FUNCTIONS[args.name] : undefined;
  if (special !== undefined) return special(args);
  if (!isAccumulator(args.name) || args.name === '$mergeObjects') {
    throw mongoError('FailedToParse', `Unrecognized window function, ${args.name}`);
  }
  return accumulating(args);
}
