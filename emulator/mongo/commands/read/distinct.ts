import { Document, MAX_DOCUMENT_SIZE, type Value } from '../../bson/index.js';
import { keyOf, utf8Key } from '../../compare/index.js';
import { mongoError } from '../../error/index.js';
import { PAUSE } from '../../session/budget.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import { checkFilter } from './matcher.js';
import { eachPathValue } from './path-values.js';
import { readCollation } from './query.js';
import { readMatches } from './read-matches.js';
import { timelessVariables } from './variables.js';

const EMPTY = new Document();

/** The different values of a field. */
export const distinct = defineCommand({
  name: 'distinct',
  access: 'read',
  inTransaction: true,
  fields: {
    distinct: as.required(as.collectionName),
    key: as.required(as.text),
    query: as.object,
    collation: as.object,
    hint: as.parsed(as.objectOrText),
    rawData: as.bool,
  },
  async run(context, { distinct: name, key, query: filter = EMPTY, hint, ...args }) {
    context.namespace(name);
    checkKey(key);
    const collection = context.collection(name);
    const variables = timelessVariables(context);
    if (collection === undefined) {
      checkFilter({ filter, variables });
      return Document.of({ values: [] });
    }
    const collation = readCollation(args.collation, collection);
    const spec = { filter, hint, collation, variables };
    const matches = readMatches(context, collection, spec);
    const values = new DistinctValues(collation?.stringKey ?? utf8Key);
    const names = key.split('.');
    for (let next = matches.next(); next !== undefined; next = matches.next()) {
      if (next === PAUSE) await context.budget.pause();
      else eachPathValue(next.document(), names, values.add);
    }
    return Document.of({ values: values.sorted(), atClusterTime: context.atClusterTime });
  },
});

function checkKey(key: string): void {
  if (key === '') throw mongoError(40352, 'FieldPath cannot be constructed with empty string');
  if (key.includes('\0')) throw mongoError(31032, 'Key field cannot contain an embedded null byte');
}

class DistinctValues {
  readonly #seen = new Map<string, Value>();
  readonly #stringKey: (text: string) => string;
  #size = 0;

  constructor(stringKey: (text: string) => string) {
    this.#stringKey = stringKey;
  }

  readonly add = (value: Value): void => {
    const key = keyOf(value, this.#stringKey);
    if (this.#seen.has(key)) return;
    this.#seen.set(key, value);
    this.#size += key.length;
    if (this.#size > MAX_DOCUMENT_SIZE) throw mongoError(17217, 'distinct too big, 16mb cap');
  };

  /** In the order of the values, as MongoDB 8 answers. */
  sorted(): Value[] {
    const keyed = [...this.#seen].sort(([a], [b]) => (a < b ? -1 : 1));
    return keyed.map(([, value]) => value);
  }
}
