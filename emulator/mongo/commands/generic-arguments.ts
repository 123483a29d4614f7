import { BsonType, type Document, isDocument, isNumber, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { sessionKey } from '../session/sessions.js';
import { readApi } from './api-version.js';
import { toExactInteger, wrongType } from './arguments.js';
import { type ReadConcern, readReadConcern, readWriteConcern, type WriteConcern } from './concerns.js';

/** Arguments that any command may carry (`generic_argument.idl` of MongoDB). */
const GENERIC = new Set([
  '$db',
  '$clusterTime',
  '$readPreference',
  '$audit',
  '$client',
  '$configServerState',
  '$oplogQueryData',
  '$queryOptions',
  '$replData',
  'allowImplicitCollectionCreation',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'autocommit',
  'clientOperationKey',
  'comment',
  'coordinator',
  'databaseVersion',
  'help',
  'lsid',
  'maxTimeMS',
  'maxTimeMSOpOnly',
  'mayBypassWriteBlocking',
  'readConcern',
  'shardVersion',
  'startTransaction',
  'tracking_info',
  'txnNumber',
  'txnRetryCounter',
  'writeConcern',
]);

export function isGeneric(name: string): boolean {
  return GENERIC.has(name);
}

export interface GenericArguments {
  /** Key of the session that `lsid` names. */
  session: string | undefined;
  txnNumber: bigint | undefined;
  /** False in a transaction. */
  autocommit: boolean | undefined;
  startTransaction: boolean;
  /** Milliseconds; 0 without a limit. */
  maxTimeMS: number;
  readConcern: ReadConcern | undefined;
  writeConcern: WriteConcern | undefined;
  /** Only what is in the Stable API may run. */
  apiStrict: boolean;
}

/** Reads and checks the arguments that are the same for all commands. */
export function readGeneric(body: Document): GenericArguments {
  const generic: GenericArguments = {
    session: undefined,
    txnNumber: undefined,
    autocommit: undefined,
    startTransaction: false,
    maxTimeMS: 0,
    readConcern: undefined,
    writeConcern: undefined,
    apiStrict: false,
  };
  const { keys } = body.shape;
  for (let slot = 1; slot < keys.length; slot++) {
    const read = READERS[keys[slot] as string];
    if (read !== undefined) read(generic, body.values[slot] as Value, keys[0] as string);
  }
  checkTransactionArguments(generic);
  generic.apiStrict = readApi(body);
  return generic;
}

type Reader = (generic: GenericArguments, value: Value, command: string) => void;

const READERS: Record<string, Reader | undefined> = Object.assign(Object.create(null), {
  lsid: (generic, value) => {
    if (!isDocument(value)) throw wrongType('OperationSessionInfo.lsid', value, [BsonType.Document]);
    generic.session = sessionKey(value);
  },
  txnNumber: (generic, value) => {
    if (value === null) return;
    if (typeof value !== 'bigint') throw wrongType('OperationSessionInfo.txnNumber', value, [BsonType.Int64]);
    if (value < 0n) throw mongoError('InvalidOptions', 'Transaction number cannot be negative.');
    generic.txnNumber = value;
  },
  autocommit: (generic, value) => {
    if (value === null) return;
    if (typeof value !== 'boolean')
      throw wrongType('OperationSessionInfo.autocommit', value, [BsonType.Boolean]);
    if (value) throw mongoError('InvalidOptions', 'Specifying autocommit=true is not allowed.');
    generic.autocommit = value;
  },
  startTransaction: (generic, value) => {
    if (typeof value !== 'boolean') {
      throw wrongType('OperationSessionInfo.startTransaction', value, [BsonType.Boolean]);
    }
    if (!value) throw mongoError('InvalidOptions', 'Specifying startTransaction=false is not allowed.');
    generic.startTransaction = true;
  },
  maxTimeMS: (generic, value, command) => {
    generic.maxTimeMS = readMaxTime(value, command);
  },
  readConcern: (generic, value) => {
    if (value !== null) generic.readConcern = readReadConcern(value);
  },
  writeConcern: (generic, value) => {
    if (value !== null) generic.writeConcern = readWriteConcern(value);
  },
} satisfies Record<string, Reader>);

function readMaxTime(value: Value, command: string): number {
  if (value === null) return 0;
  if (!isNumber(value)) {
    const { Int64, Int32, Decimal128, Double } = BsonType;
    throw wrongType(`${command}.maxTimeMS`, value, [Int64, Int32, Decimal128, Double]);
  }
  const ms = toExactInteger(value);
  if (ms === undefined) {
    throw mongoError(
      'FailedToParse',
      'Expected an integer: maxTimeMS is no whole number that int64 can hold',
    );
  }
  if (ms < 0n || ms > 2n ** 31n - 1n)
    throw mongoError('BadValue', `${ms} value for maxTimeMS is out of range [0, 2147483647]`);
  return Number(ms);
}

function checkTransactionArguments(generic: GenericArguments): void {
  const { session, txnNumber, autocommit, startTransaction } = generic;
  if (txnNumber !== undefined && session === undefined) {
    throw mongoError('InvalidOptions', 'Transaction number requires a session ID to also be specified');
  }
  if (autocommit !== undefined && txnNumber === undefined) {
    throw mongoError(
      'InvalidOptions',
      "'autocommit' field requires a transaction number to also be specified",
    );
  }
  if (startTransaction && autocommit === undefined) {
    throw mongoError(
      'InvalidOptions',
      "'startTransaction' field requires 'autocommit' field to also be specified",
    );
  }
}
