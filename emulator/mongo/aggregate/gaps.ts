import { BsonDate, Document, isNumber, type NumberValue, type Value } from '../bson/index.js';
import type { Collation } from '../collation/index.js';
import { compare, keyOf } from '../compare/index.js';
import { mongoError } from '../error/index.js';
import { addUnits, type Unit, unitOf } from '../expression/date-arithmetic.js';
import { parsePath } from '../expression/index.js';
import { addNumbers, toDouble, wholeInt32 } from '../expression/numbers.js';
import { nullish, typeName } from '../expression/operator.js';
import { UTC } from '../expression/time-zone.js';
import { compileAddFields } from './add-fields.js';
import { setAt, valueAt } from './paths.js';
import { setWindowFields } from './set-window-fields.js';
import { gather, mapping } from './simple-stages.js';
import { contextOn, type Flow, type Run, type StageCompiler } from './stage.js';

/** mongod stops `$densify` here (`internalQueryMaxAllowedDensifyDocs`). */
const MOST_GENERATED = 500_000;

interface Densify {
  field: string[];
  partition: string[][];
  step: NumberValue;
  unit: Unit | undefined;
  bounds: 'full' | 'partition' | [Value, Value];
}

function densifySpec(argument: Value): Densify {
  const wrong = (text: string, code = 14) => mongoError(code, text);
  if (!(argument instanceof Document))
    throw mongoError(
      5733401,
      `The $densify stage specification must be an object, found ${typeName(argument)}`,
    );
  for (const name of argument.keys())
    if (!['field', 'partitionByFields', 'range'].includes(name))
      throw mongoError(40415, `BSON field '$densify.${name}' is an unknown field.`);
  const [field, partition, range] = [
    argument.get('field'),
    argument.get('partitionByFields'),
    argument.get('range'),
  ];
  if (field === undefined || range === undefined)
    throw mongoError(
      40414,
      `BSON field '$densify.${field === undefined ? 'field' : 'range'}' is missing but a required field`,
    );
  if (typeof field !== 'string')
    throw wrong(`BSON field '$densify.field' is the wrong type '${typeName(field)}', expected type 'string'`);
  if (!(range instanceof Document))
    throw wrong(`BSON field '$densify.range' is the wrong type '${typeName(range)}', expected type 'object'`);
  if (
    partition !== undefined &&
    (!Array.isArray(partition) || partition.some((item) => typeof item !== 'string'))
  )
    throw wrong(`BSON field '$densify.partitionByFields' is the wrong type, expected an array of strings`);
  return {
    field: parsePath(field),
    partition: ((partition ?? []) as string[]).map(parsePath),
    ...rangeSpec(range),
  };
}

function rangeSpec(range: Document): Pick<Densify, 'step' | 'unit' | 'bounds'> {
  const [step, bounds] = [range.get('step'), range.get('bounds')];
  for (const name of range.keys())
    if (!['step', 'unit', 'bounds'].includes(name))
      throw mongoError(40415, `BSON field '$densify.range.${name}' is an unknown field.`);
  if (step === undefined || bounds === undefined)
    throw mongoError(
      40414,
      `BSON field '$densify.range.${step === undefined ? 'step' : 'bounds'}' is missing but a required field`,
    );
  if (!isNumber(step))
    throw mongoError(
      'TypeMismatch',
      `BSON field '$densify.range.step' is the wrong type '${typeName(step)}'`,
    );
  if (toDouble(step) <= 0)
    throw mongoError(
      5733401,
      'the step parameter in a range statement must be a strictly positive numeric value',
    );
  const unit = range.has('unit') ? unitOf(range.get('unit'), '$densify') : undefined;
  if (unit !== undefined && wholeInt32(step) === undefined)
    throw mongoError(
      6586400,
      'The step parameter in a range statement must be a whole number when densifying a date range',
    );
  return { step, unit, bounds: boundsOf(bounds, unit !== undefined) };
}

function boundsOf(bounds: Value, withUnit: boolean): Densify['bounds'] {
  if (bounds === 'full' || bounds === 'partition') return bounds;
  if (typeof bounds === 'string')
    throw mongoError(5946802, "Bounds string must either be 'full' or 'partition'");
  if (!Array.isArray(bounds) || bounds.length !== 2)
    throw mongoError(5733403, 'a bounding array in a range statement must have exactly two elements');
  const [low, high] = bounds as [Value, Value];
  const dated = low instanceof BsonDate && high instanceof BsonDate;
  if (!dated && !(isNumber(low) && isNumber(high)))
    throw mongoError(5733402, 'a bounding array must contain either both dates or both numeric types');
  if (dated !== withUnit)
    throw mongoError(
      dated ? 5733501 : 5733409,
      'numeric bounds may not have unit parameter, date bounds need one',
    );
  if (compare(low, high) > 0)
    throw mongoError(
      5733402,
      "the bounds in a range statement must be the string 'full', 'partition', or an ascending array of two numbers or two dates",
    );
  return [low, high];
}

export const densify: StageCompiler = (argument, context) => {
  const spec = densifySpec(argument);
  const advance = (from: Value, times: number): Value =>
    from instanceof BsonDate
      ? new BsonDate(addUnits(from.ms, spec.unit as Unit, toDouble(spec.step) * times, UTC))
      : addNumbers(from as NumberValue, timesStep(spec.step, times));
  return function* densified(input): Flow {
    const all: Document[] = [];
    yield* gather(input, all);
    const present: Document[] = [];
    for (const document of all) {
      const value = valueAt(document, spec.field);
      if (nullish(value)) yield document;
      else {
        checkDense(value as Value, spec);
        present.push(document);
      }
    }
    present.sort((a, b) => compare(valueAt(a, spec.field), valueAt(b, spec.field)));
    const values = present.map((document) => valueAt(document, spec.field) as Value);
    const whole: [Value, Value] | undefined =
      values.length === 0 ? undefined : [values[0] as Value, values[values.length - 1] as Value];
    const groups = densifyGroups(present, spec, context.runtime.collation);
    if (groups.length === 0 && Array.isArray(spec.bounds) && spec.partition.length === 0) groups.push([]);
    const budget = { left: MOST_GENERATED };
    for (const group of groups) yield* densifyGroup(group, spec, whole, advance, budget);
  };
};

/** The documents by partition, in the order of the partitions. */
function densifyGroups(
  present: readonly Document[],
  { partition }: Densify,
  collation: Collation | undefined,
): Document[][] {
  const groups = new Map<string, { values: Value[]; documents: Document[] }>();
  for (const document of present) {
    const values = partition.map((path) => valueAt(document, path) ?? null);
    const key = values.map((value) => keyOf(value, collation?.stringKey)).join('');
    const found = groups.get(key);
    if (found === undefined) groups.set(key, { values, documents: [document] });
    else found.documents.push(document);
  }
  return [...groups.values()]
    .sort((a, b) => compare(a.values, b.values, collation?.compare))
    .map(({ documents }) => documents);
}

function timesStep(step: NumberValue, times: number): NumberValue {
  return typeof step === 'bigint' ? step * BigInt(times) : toDouble(step) * times;
}

function checkDense(value: Value, spec: Densify): void {
  const dated = value instanceof BsonDate;
  if (!dated && !isNumber(value)) throw mongoError(5733201, 'Densify field type must be numeric or a date');
  if (dated && spec.unit === undefined)
    throw mongoError(6053600, 'Encountered date densify field in collection when a unit is required');
  if (!dated && spec.unit !== undefined)
    throw mongoError(6053601, 'Encountered non-date densify field in collection when unit was specified');
}

function* densifyGroup(
  group: Document[],
  spec: Densify,
  whole: [Value, Value] | undefined,
  advance: (from: Value, times: number) => Value,
  budget: { left: number },
): Flow {
  const range = groupRange(group, spec, whole);
  if (range === undefined) return;
  const [low, high, inclusive] = range;
  let next = 0;
  let times = 0;
  for (let value = low; ; value = advance(low, ++times)) {
    while (next < group.length && compare(valueAt(group[next] as Document, spec.field), value) < 0)
      yield group[next++] as Document;
    const order = compare(value, high);
    if (inclusive ? order > 0 : order >= 0) break;
    let taken = false;
    while (next < group.length && compare(valueAt(group[next] as Document, spec.field), value) === 0) {
      taken = true;
      yield group[next++] as Document;
    }
    if (taken) continue;
    if (--budget.left < 0)
      throw mongoError(5897900, `Generated ${MOST_GENERATED} documents in $densify, which is over the limit`);
    yield setAt(partitionOf(group[next] ?? group.at(-1), spec), spec.field, value);
  }
  while (next < group.length) yield group[next++] as Document;
}

/** The fields of a partition as the document behind a gap has them: they may differ where a collation equals them. */
function partitionOf(document: Document | undefined, { partition }: Densify): Document {
  return partition.reduce((made, path) => {
    const value = document === undefined ? undefined : valueAt(document, path);
    return value === undefined ? made : setAt(made, path, value);
  }, new Document());
}

function groupRange(
  group: Document[],
  spec: Densify,
  whole: [Value, Value] | undefined,
): [Value, Value, boolean] | undefined {
  if (Array.isArray(spec.bounds)) return [...spec.bounds, false];
  if (spec.bounds === 'full') return whole === undefined ? undefined : [...whole, true];
  const [first, last] = [group[0], group[group.length - 1]];
  if (first === undefined || last === undefined) return undefined;
  return [valueAt(first, spec.field) as Value, valueAt(last, spec.field) as Value, true];
}

const FILL = ['partitionBy', 'partitionByFields', 'sortBy', 'output'];

/** `$fill` is `$setWindowFields` for methods and `$addFields` with `$ifNull` for values. */
export const fill: StageCompiler = (argument, context) => {
  if (!(argument instanceof Document))
    throw mongoError(6050200, `$fill must be an object, found ${typeName(argument)}`);
  for (const field of argument.keys())
    if (!FILL.includes(field)) throw mongoError(40415, `BSON field '$fill.${field}' is an unknown field.`);
  const [by, byFields, sortBy, output] = FILL.map((field) => argument.get(field));
  if (by !== undefined && byFields !== undefined)
    throw mongoError(
      6050204,
      "Maximum one of 'partitionBy' and 'partitionByFields can be specified in '$fill'",
    );
  if (output === undefined)
    throw mongoError(40414, "BSON field '$fill.output' is missing but a required field");
  if (!(output instanceof Document))
    throw mongoError(
      'TypeMismatch',
      `BSON field '$fill.output' is the wrong type '${typeName(output)}', expected type 'object'`,
    );
  if (output.size === 0) throw mongoError(6050203, "$fill must have at least one field in 'output'");
  const windows = new Document();
  const constants = new Document();
  for (const [field, spec] of output) readFill(field, spec, windows, constants, sortBy);
  const partition = by ?? partitionDocument(byFields);
  const runs: Run[] = [];
  if (windows.size > 0) {
    const spec = Document.of([
      ['partitionBy', partition],
      ['sortBy', sortBy],
      ['output', windows],
    ]);
    runs.push(setWindowFields(spec, context, '$setWindowFields'));
  }
  if (constants.size > 0)
    runs.push(mapping(compileAddFields(constants, contextOn(context, context.collection))));
  return (input) => runs.reduce((flow, run) => run(flow), input);
};

function partitionDocument(fields: Value | undefined): Value | undefined {
  if (fields === undefined) return undefined;
  if (!Array.isArray(fields) || fields.some((field) => typeof field !== 'string'))
    throw mongoError(
      'TypeMismatch',
      "BSON field '$fill.partitionByFields' is the wrong type, expected an array of strings",
    );
  for (const field of fields as string[])
    if (field.startsWith('$'))
      throw mongoError(16410, `FieldPath field names may not start with '$'. Found: '${field}'`);
  return Document.of((fields as string[]).map((field) => [field, `$${field}`] as const));
}

function readFill(
  field: string,
  spec: Value,
  windows: Document,
  constants: Document,
  sortBy: Value | undefined,
): void {
  if (!(spec instanceof Document))
    throw mongoError(6050201, `each 'output' field of $fill must be an object, found ${typeName(spec)}`);
  const [method, value] = [spec.get('method'), spec.get('value')];
  if ((method === undefined) === (value === undefined) || spec.size !== 1)
    throw mongoError(6050202, "Each 'output' field of $fill must have exactly one of 'method' and 'value'");
  if (value !== undefined) constants.set(field, Document.of([['$ifNull', [`$${field}`, value]]]));
  else if (method === 'locf') windows.set(field, Document.of([['$locf', `$${field}`]]));
  else if (method === 'linear') {
    if (sortBy === undefined)
      throw mongoError(
        605001,
        '$linearFill must be specified with a top level sortBy expression with exactly one element',
      );
    windows.set(field, Document.of([['$linearFill', `$${field}`]]));
  } else throw mongoError(6050202, "Method must be either 'locf' or 'linear'");
}
