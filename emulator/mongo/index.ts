export { OWN_DATABASES } from './cluster.js';
export { mongoErrorCode } from './commands/injected-faults.js';
export { createMongo, type Mongo, type MongoOptions } from './service.js';
export { type RestorePoint, restoreFolder, snapshotFolder } from './storage/journal/data-folder.js';
