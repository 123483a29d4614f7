import { Document, isNumber, type Value } from '../bson/index.js';
import { mongoError } from '../error/index.js';
import { parsePath } from '../expression/index.js';
import { toDouble } from '../expression/numbers.js';
import { typeName } from '../expression/operator.js';
import { checkVariableName } from '../expression/variable-name.js';

/** Where a pipeline that ends with `$out` writes: a collection that is replaced as a whole. */
export interface OutSink {
  kind: 'out';
  database: string;
  collection: string;
}

export type WhenMatched = 'replace' | 'keepExisting' | 'merge' | 'fail' | Value[];

/** Where a pipeline that ends with `$merge` writes. */
export interface MergeSink {
  kind: 'merge';
  database: string;
  collection: string;
  /** Paths that identify a document of the target; `['_id']` unless told otherwise. */
  on: string[];
  whenMatched: WhenMatched;
  whenNotMatched: 'insert' | 'discard' | 'fail';
  /** Variables of a `whenMatched` pipeline; `new` is the incoming document. */
  variables: [string, Value][];
}

export type Sink = OutSink | MergeSink;

function target(
  value: Value | undefined,
  database: string,
  stage: string,
  code: number,
): { database: string; collection: string } {
  if (typeof value === 'string') return { database, collection: checked(value, stage) };
  if (!(value instanceof Document))
    throw mongoError(
      code,
      `${stage} only supports a string or object argument, but found ${typeName(value)}`,
    );
  for (const field of value.keys()) {
    if (!['db', 'coll', 'timeseries'].includes(field))
      throw mongoError(40415, `BSON field '${stage}.${field}' is an unknown field.`);
  }
  const [db, coll] = [value.get('db') ?? undefined, value.get('coll') ?? undefined];
  const timeseries = value.get('timeseries') ?? undefined;
  if (stage === '$out') requireBoth(coll, db);
  if (coll === undefined)
    throw mongoError(
      5786801,
      `${stage} 'into' field must specify a 'coll' that is not empty, null or undefined`,
    );
  if (typeof coll !== 'string' || (db !== undefined && typeof db !== 'string')) {
    throw mongoError('TypeMismatch', `BSON field '${stage}' names must be of type 'string'`);
  }
  if (timeseries !== undefined) refuseTimeSeries(timeseries);
  return { database: typeof db === 'string' && db !== '' ? db : database, collection: checked(coll, stage) };
}

function requireBoth(coll: Value | undefined, db: Value | undefined): void {
  for (const [name, value] of Object.entries({ coll, db })) {
    if (value === undefined) throw mongoError(40414, `BSON field '${name}' is missing but a required field`);
  }
  if (db === '') throw mongoError('InvalidNamespace', 'Database names cannot be empty');
}

function checked(collection: string, stage: string): string {
  if (collection === '')
    throw mongoError(stage === '$merge' ? 5786800 : 'InvalidNamespace', `Invalid ${stage} target namespace`);
  if (
    collection.startsWith('.') ||
    collection.endsWith('.') ||
    collection.includes('\0') ||
    collection.includes('$')
  ) {
    throw mongoError('InvalidNamespace', `Invalid ${stage} target namespace: ${collection}`);
  }
  if (collection.startsWith('system.'))
    throw mongoError(stage === '$out' ? 17385 : 31319, `Can't ${stage} to special collection: ${collection}`);
  return collection;
}

const TIME_SERIES_TEXTS = ['timeField', 'metaField', 'granularity'];
const TIME_SERIES_NUMBERS = ['bucketMaxSpanSeconds', 'bucketRoundingSeconds'];

/** Checks the options of a time-series target, and then says that there are none here. */
function refuseTimeSeries(options: Value): void {
  const wrong = (field: string, value: Value) =>
    mongoError('TypeMismatch', `BSON field '$out.timeseries${field}' is the wrong type '${typeName(value)}'`);
  if (!(options instanceof Document)) throw wrong('', options);
  for (const [name, value] of options) {
    const isText = TIME_SERIES_TEXTS.includes(name);
    if (!isText && !TIME_SERIES_NUMBERS.includes(name))
      throw mongoError(40415, `BSON field '$out.timeseries.${name}' is an unknown field.`);
    if (value !== null && (isText ? typeof value !== 'string' : !isNumber(value)))
      throw wrong(`.${name}`, value);
  }
  if (!options.has('timeField'))
    throw mongoError(40414, "BSON field '$out.timeseries.timeField' is missing but a required field");
  checkTimeSeriesValues(options);
  throw mongoError('InvalidOptions', 'time-series collections are not supported by this server');
}

function checkTimeSeriesValues(options: Document): void {
  const granularity = options.get('granularity') ?? 'seconds';
  if (!['seconds', 'minutes', 'hours'].includes(granularity as string))
    throw mongoError(
      'BadValue',
      `Enumeration value '${String(granularity)}' for field 'granularity' is not a valid value.`,
    );
  for (const name of TIME_SERIES_NUMBERS) {
    const value = options.get(name);
    const seconds = isNumber(value) ? toDouble(value) : 1;
    if (!(seconds >= 1 && seconds <= 31_536_000))
      throw mongoError(
        'BadValue',
        `BSON field '${name}' value must be within [1, 31536000], actual value '${seconds}'`,
      );
  }
}

function checkDatabase(database: string, code: number, stage: string): void {
  if (/[/\\. "$\0]/.test(database))
    throw mongoError('InvalidNamespace', `Invalid ${stage} target database: ${database}`);
  if (database === 'admin' || database === 'local' || database === 'config') {
    throw mongoError(code, `Can't ${stage} to internal database: ${database}`);
  }
}

/** Reads `$out`. */
export function outSink(argument: Value, database: string): OutSink {
  const to = target(argument, database, '$out', 16990);
  checkDatabase(to.database, 31321, '$out');
  return { kind: 'out', ...to };
}

const MERGE = ['into', 'on', 'let', 'whenMatched', 'whenNotMatched'];
const MATCHED = ['replace', 'keepExisting', 'merge', 'fail', 'pipeline'];
const NOT_MATCHED = ['insert', 'discard', 'fail'];

/** Reads `$merge`. */
export function mergeSink(argument: Value, database: string): MergeSink {
  if (typeof argument === 'string') return mergeSink(Document.of({ into: argument }), database);
  if (argument === null)
    throw mongoError('TypeMismatch', '$merge requires a string or object argument, but found null');
  if (!(argument instanceof Document))
    throw mongoError(
      'TypeMismatch',
      `$merge requires a string or object argument, but found ${typeName(argument)}`,
    );
  for (const field of argument.keys())
    if (!MERGE.includes(field)) throw mongoError(40415, `BSON field '$merge.${field}' is an unknown field.`);
  const [into, on, variables, matched, notMatched] = MERGE.map((field) => argument.get(field) ?? undefined);
  if (into === undefined) throw mongoError(40414, "BSON field '$merge.into' is missing but a required field");
  const to = target(into, database, '$merge', 51178);
  checkDatabase(to.database, 31320, '$merge');
  const whenMatched = readMatched(matched);
  const whenNotMatched = readNotMatched(notMatched);
  checkCombination(whenMatched, whenNotMatched);
  return {
    kind: 'merge',
    ...to,
    on: readOn(on),
    whenMatched,
    whenNotMatched,
    variables: readVariables(variables, whenMatched),
  };
}

function readMatched(value: Value | undefined): WhenMatched {
  if (value === undefined) return 'merge';
  if (Array.isArray(value)) return value;
  if (typeof value !== 'string')
    throw mongoError(
      51191,
      `$merge 'whenMatched' field must be either a string or an array, but found ${typeName(value)}`,
    );
  if (!MATCHED.includes(value) || value === 'pipeline')
    throw mongoError(
      'BadValue',
      `Enumeration value '${value}' for field 'whenMatched' is not a valid value.`,
    );
  return value as WhenMatched;
}

function readNotMatched(value: Value | undefined): MergeSink['whenNotMatched'] {
  if (value === undefined) return 'insert';
  if (typeof value !== 'string')
    throw mongoError(
      'TypeMismatch',
      `BSON field '$merge.whenNotMatched' is the wrong type '${typeName(value)}', expected type 'string'`,
    );
  if (!NOT_MATCHED.includes(value))
    throw mongoError(
      'BadValue',
      `Enumeration value '${value}' for field '$merge.whenNotMatched' is not a valid value.`,
    );
  return value as MergeSink['whenNotMatched'];
}

function checkCombination(matched: WhenMatched, notMatched: string): void {
  const impossible = (matched === 'keepExisting' || matched === 'fail') && notMatched === 'discard';
  const never = matched === 'keepExisting' && notMatched === 'fail';
  const failing = matched === 'fail' && notMatched === 'fail';
  if (impossible || never || failing) {
    throw mongoError(
      51181,
      `Combination of $merge modes 'whenMatched: ${matched}' and 'whenNotMatched: ${notMatched}' is not supported`,
    );
  }
}

function readOn(on: Value | undefined): string[] {
  if (on === undefined) return ['_id'];
  if (typeof on === 'string') return checkedOn([on]);
  if (!Array.isArray(on))
    throw mongoError(
      51186,
      `$merge 'on' field  must be either a string or an array of strings, but found ${typeName(on)}`,
    );
  if (on.length === 0)
    throw mongoError(51187, "If explicitly specifying $merge 'on', must include at least one field");
  for (const field of on)
    if (typeof field !== 'string')
      throw mongoError(51134, `$merge 'on' array elements must be strings, but found ${typeName(field)}`);
  if (new Set(on).size !== on.length) throw mongoError(31465, "Found a duplicate field in $merge 'on'");
  return checkedOn(on as string[]);
}

function checkedOn(paths: string[]): string[] {
  for (const path of paths) parsePath(path);
  return paths;
}

function readVariables(variables: Value | undefined, matched: WhenMatched): [string, Value][] {
  if (variables === undefined) return Array.isArray(matched) ? [['new', '$$ROOT']] : [];
  if (!(variables instanceof Document))
    throw mongoError(
      'TypeMismatch',
      `BSON field '$merge.let' is the wrong type '${typeName(variables)}', expected type 'object'`,
    );
  if (!Array.isArray(matched))
    throw mongoError(51199, `Cannot use 'let' variables with 'whenMatched: ${matched}' mode`);
  for (const name of variables.keys()) checkVariableName(name, 'bind');
  const own = variables.get('new');
  if (own !== undefined && own !== '$$ROOT')
    throw mongoError(
      51273,
      "'let' may not define a value for the reserved 'new' variable other than '$$ROOT'",
    );
  const list: [string, Value][] = [...variables];
  return own === undefined ? [...list, ['new', '$$ROOT']] : list;
}
