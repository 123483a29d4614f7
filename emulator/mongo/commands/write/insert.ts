import { Document, decode, Timestamp } from '../../bson/index.js';
import type { Txn } from '../../storage/index.js';
import { checkNewId, withTimestamps } from '../../update/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import type { CommandContext } from '../context.js';
import { addOutcome, assertBatchSize, runStatements } from './statements.js';
import { targetCollection } from './target-collection.js';
import { updateContext } from './update-context.js';
import { assertValid } from './validation.js';

const INSERTED = Document.of({ n: 1 });

/** Adds documents. */
export const insert = defineCommand({
  name: 'insert',
  access: 'write',
  inTransaction: true,
  retryable: true,
  writes: true,
  rawSequence: 'documents',
  fields: {
    insert: as.required(as.collectionName),
    documents: as.required(as.objects),
    ordered: as.flag,
    bypassDocumentValidation: as.bool,
    stmtId: as.integer,
    stmtIds: as.array,
    bypassEmptyTsReplacement: as.bool,
    rawData: as.bool,
  },
  async run(context, args) {
    context.namespace(args.insert);
    const sources = context.request.sequences.get('documents') ?? args.documents;
    assertBatchSize(sources.length);
    targetCollection(context, args.insert);
    const txn = context.txn();
    let n = 0;
    const run = (index: number): Document => {
      insertOne(context, txn, args.insert, sources[index]!, args.bypassDocumentValidation === true);
      return INSERTED;
    };
    const ids = (args.stmtIds ?? []) as number[];
    const outcome = await runStatements(context, sources.length, args.ordered !== false, ids, run, () => {
      n++;
    });
    if (!context.inTransaction) await txn.commit(context.durability);
    return addOutcome(Document.of({ n }), outcome);
  },
});

/** Adds one document, given decoded or as its bytes. */
export function insertOne(
  context: CommandContext,
  txn: Txn,
  name: string,
  source: Document | Uint8Array,
  bypassValidation: boolean,
): void {
  const collection = targetCollection(context, name);
  const document = source instanceof Document ? source : decode(source);
  const fit = prepareInsert(context, document);
  if (!bypassValidation) assertValid(context, collection, fit);
  if (fit === document) txn.insert(collection, source, document);
  else txn.insert(collection, fit);
  context.server.counters.insert++;
}

/** A document fit to be stored: `_id` there and in front, empty timestamps filled. The same one when it is already. */
export function prepareInsert(context: CommandContext, source: Document): Document {
  let document = source;
  const id = document.get('_id');
  if (id === undefined) document = document.clone().insertFirst('_id', context.server.newObjectId());
  else {
    checkNewId(id);
    if (document.keys()[0] !== '_id') document = document.clone().insertFirst('_id', id);
  }
  if (document.values.some((value) => value instanceof Timestamp && value.t === 0 && value.i === 0)) {
    document = withTimestamps(document === source ? document.clone() : document, updateContext(context));
  }
  return document;
}
