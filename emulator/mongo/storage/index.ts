export type { Catalogue, IndexChanges } from './catalogue.js';
export type { CappedLimits, Collection, CollectionOptions } from './collection.js';
export { WriteConflictError } from './conflicts.js';
export { CollectionScan, IndexScan, type KeyRange, type RecordCursor } from './cursors.js';
export { openStorage, type StorageOptions } from './open.js';
export type { RetryableWrites } from './retryable-writes.js';
export type { Storage } from './storage.js';
export type { Txn } from './txn.js';
export type { StoredDocument } from './version.js';
