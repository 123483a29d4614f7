import { Document, isNumber, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { toDouble } from '../expression/numbers.js';
import { PAUSE } from '../session/budget.js';
import type { StageCompiler } from './stage.js';

export const sample: StageCompiler = (argument, context) => {
  const size = sampleSize(argument);
  return function* draw(input) {
    const kept: Document[] = [];
    let seen = 0;
    for (const document of input) {
      if (document === PAUSE) {
        yield PAUSE;
        continue;
      }
      seen++;
      if (kept.length < size) kept.push(document);
      else {
        const at = Math.floor(context.runtime.random() * seen);
        if (at < size) kept[at] = document;
      }
    }
    shuffle(kept, context.runtime.random);
    yield* kept;
  };
};

function sampleSize(argument: Value): number {
  if (!(argument instanceof Document))
    throw mongoError(28745, 'the $sample stage specification must be an object');
  for (const field of argument.keys()) {
    if (field !== 'size') throw mongoError(28748, `unrecognized option to $sample: ${field}`);
  }
  const size = argument.get('size');
  if (size === undefined) throw mongoError(28749, '$sample stage must specify a size');
  if (!isNumber(size)) throw mongoError(28746, 'size argument to $sample must be a number');
  const number = Math.trunc(toDouble(size));
  if (!(number > 0)) throw mongoError(28747, 'size argument to $sample must be a positive integer');
  return number;
}

function shuffle(items: Document[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] as Document, items[at] as Document];
  }
}
