import type { Problem } from '../problem.js';

/** Rows of the error table that have to do with the databases. */
export const MONGO_PROBLEMS = {
  MONGO_MODE_UNKNOWN: (facts: { mode: string }): Problem => ({
    what: `There is no MongoDB mode called ${facts.mode}.`,
    todo: 'Use --mongo embedded, --mongo mongod, or a mongodb:// connection string.',
    exitCode: 2,
  }),
  MONGO_UNREACHABLE: (facts: { uri: string; cause: string }): Problem => ({
    what: `MongoDB at ${facts.uri} does not answer.`,
    why: facts.cause,
    todo: 'Check the address, the credentials and the network, or use --mongo embedded, which needs none.',
    exitCode: 3,
  }),
  MONGOD_UNAVAILABLE: (facts: { version: string; cause: string }): Problem => ({
    what: `mongod ${facts.version} could not be downloaded or started.`,
    why: facts.cause,
    todo: 'Offline, set MONGOMS_SYSTEM_BINARY to the path of a mongod on this machine, or use --mongo embedded.',
    exitCode: 3,
  }),
  MONGOD_BINARY_UNUSABLE: (facts: { file: string; cause: string }): Problem => ({
    what: `MONGOMS_SYSTEM_BINARY names ${facts.file}, which cannot be used.`,
    why: facts.cause,
    todo: 'Name a mongod of this machine, unset it to have one downloaded, or use --mongo embedded.',
    exitCode: 3,
  }),
  MONGO_FOLDER_LOCKED: (facts: { folder: string; pid: number; host: string }): Problem => ({
    what: `The database folder ${facts.folder} is in use.`,
    why: `Process ${facts.pid} on ${facts.host} has it open.`,
    todo: 'Stop that process, or choose another folder.',
    exitCode: 3,
  }),
  MONGO_FOLDER_UNUSABLE: (facts: { folder: string; cause: string }): Problem => ({
    what: `The database folder ${facts.folder} cannot be used.`,
    why: facts.cause,
    todo: 'Make it readable and writable, or keep nothing with --ephemeral.',
    exitCode: 3,
  }),
  MONGO_DATA_DAMAGED: (facts: { file: string; cause: string }): Problem => ({
    what: `The database file ${facts.file} is damaged.`,
    why: facts.cause,
    todo: 'Restore a snapshot with `arcube db restore`, or start afresh with --fresh.',
    exitCode: 3,
  }),
  MONGO_DATA_VERSION: (facts: { file: string; found: number; known: number }): Problem => ({
    what: `The database file ${facts.file} has format ${facts.found}; this version knows format ${facts.known}.`,
    todo: 'Open it with the version that wrote it, or start afresh with --fresh.',
    exitCode: 3,
  }),
  MONGO_RESTORE_RANGE: (facts: { time: string; from: string }): Problem => ({
    what: `The database cannot be restored to ${facts.time}.`,
    why: `Its history goes back to ${facts.from}.`,
    todo: 'Choose a later moment.',
  }),
  MONGO_NO_DATA: (facts: { folder: string }): Problem => ({
    what: `There is no kept database in ${facts.folder}.`,
    why: 'The embedded MongoDB of the project has not run there yet, or keeps nothing.',
    todo: 'Start `arcube dev` in the project once, or name another with --project.',
  }),
  DB_EVAL_FAILED: (facts: { cause: string }): Problem => ({
    what: 'What was to be run failed.',
    why: facts.cause,
    todo: 'Mend the code given with --eval.',
  }),
  MONGO_SNAPSHOT_UNREADABLE: (facts: { file: string; cause: string }): Problem => ({
    what: `The snapshot ${facts.file} cannot be read.`,
    why: facts.cause,
    todo: 'Name a file that `arcube db snapshot` wrote.',
  }),
  MONGO_FOLDER_NOT_EMPTY: (facts: { folder: string }): Problem => ({
    what: `The folder ${facts.folder} is not empty.`,
    todo: 'Restore into an empty or a new folder.',
  }),
} as const;
