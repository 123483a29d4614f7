import { Document } from '../../bson/index.js';
import { mongoError } from '../../error/index.js';
import type { DocumentIndex } from '../../index/index.js';
import type { Collection, StoredDocument, Txn } from '../../storage/index.js';
import * as as from '../arguments.js';
import { defineCommand } from '../command.js';
import type { CommandContext } from '../context.js';
import { existingTarget } from '../write/target-collection.js';

/** Checks that every index holds exactly the keys of the documents that are there. */
export const validate = defineCommand({
  name: 'validate',
  access: 'admin',
  fields: {
    validate: as.required(as.text),
    full: as.bool,
    background: as.bool,
    repair: as.bool,
    metadata: as.bool,
    checkBSONConformance: as.bool,
  },
  async run(context, { validate: name }) {
    const ns = context.namespace(name);
    const collection = existingTarget(context, name);
    if (collection === undefined) {
      throw mongoError('NamespaceNotFound', `Collection '${ns}' does not exist to validate.`);
    }
    const txn = context.server.storage.begin();
    const errors: string[] = [];
    const nrecords = await checkRecords(context, txn, collection, errors);
    const keys = collection.indexes.map(({ spec, tree }) => [spec.name, tree.size] as const);
    return Document.of({
      ns,
      uuid: collection.uuid,
      nInvalidDocuments: 0,
      nNonCompliantDocuments: 0,
      nrecords,
      nIndexes: collection.indexes.length,
      keysPerIndex: Document.of(keys),
      indexDetails: Document.of(keys.map(([index]) => [index, { valid: errors.length === 0 }])),
      valid: errors.length === 0,
      repaired: false,
      warnings: [],
      errors,
      extraIndexEntries: [],
      missingIndexEntries: [],
      corruptRecords: [],
    });
  },
});

async function checkRecords(
  { budget }: CommandContext,
  txn: Txn,
  collection: Collection,
  errors: string[],
): Promise<number> {
  const cursor = txn.scan(collection);
  let records = 0;
  for (let stored = cursor.next(); stored !== undefined; stored = cursor.next()) {
    records++;
    for (const index of collection.indexes) {
      if (hasAllKeys(index, stored)) continue;
      errors.push(`index ${index.spec.name} lacks a key of record ${stored.id}`);
    }
    if (budget.step()) await budget.pause();
  }
  return records;
}

function hasAllKeys(index: DocumentIndex, stored: StoredDocument): boolean {
  return index.keysOf(stored.document()).every((key) => [...index.tree.idsOf(key)].includes(stored.id));
}
