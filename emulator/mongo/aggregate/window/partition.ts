import type { Document, Value } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import type { Sorter } from '../../sort/index.js';
import type { StageContext } from '../stage.js';

/** One partition in order, as window functions see it. */
export interface Partition {
  readonly documents: readonly Document[];
  /** Value of the (single) sort field per document, for ranges and derivatives. */
  readonly order: readonly (Value | undefined)[];
  readonly sorter: Sorter | undefined;
}

/** The windows of the documents of a partition. */
export interface Bounds {
  /** True when every window begins with the partition: nothing ever leaves it. */
  readonly growsOnly: boolean;
  /** First and last position (inclusive) of the window of the document at `at`; empty when they cross. */
  of(partition: Partition, at: number): [number, number];
}

/** Computes one output field for every document of a partition. */
export type WindowFunction = (partition: Partition) => (Value | undefined)[];

export interface WindowArguments {
  name: string;
  argument: Value;
  bounds: Bounds | undefined;
  sortBy: Document | undefined;
  context: StageContext;
}

/** The window that is the whole partition. */
export const WHOLE: Bounds = { growsOnly: true, of: ({ documents }) => [0, documents.length - 1] };

/** The sort specification of a function that needs exactly one sort field. */
export function needsSort({ name, sortBy }: WindowArguments, code = 5371602): Document {
  if (sortBy === undefined || sortBy.size !== 1)
    throw mongoError(
      code,
      `${name} must be specified with a top level sortBy expression with exactly one element`,
    );
  return sortBy;
}
