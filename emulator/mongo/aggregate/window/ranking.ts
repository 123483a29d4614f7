import { Document } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import type { Sorter } from '../../sort/index.js';
import { needsSort, type WindowArguments, type WindowFunction } from './partition.js';

/** `$rank` and its relatives: `next` makes a rank of the one before, and of whether the two documents are tied. */
export function ranking(next: (tied: boolean, rank: number, at: number) => number) {
  return (args: WindowArguments): WindowFunction => {
    if (args.bounds !== undefined)
      throw mongoError(5371601, `Rank style window functions take no other arguments`);
    if (!(args.argument instanceof Document) || args.argument.size > 0)
      throw mongoError(5371603, `${args.name} must be specified with '{}' as the value`);
    needsSort(args);
    return ({ documents, sorter }) => {
      let rank = 0;
      let before: Document | undefined;
      return documents.map((document, at) => {
        const tied = before !== undefined && (sorter as Sorter).compare(before, document) === 0;
        rank = next(tied, rank, at);
        before = document;
        return rank;
      });
    };
  };
}
