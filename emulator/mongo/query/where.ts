import { createContext, Script } from 'node:vm';
import {
  Binary,
  BsonDate,
  Decimal128,
  Document,
  Double,
  ObjectId,
  Regex,
  Timestamp,
  type Value,
} from '../bson/index.js';
import { mongoError } from '../error/index.js';
import type { DocumentMatch } from './path.js';

/** How long one call of a `$where` function may take. */
const LONGEST_CALL_MS = 1000;

/** What `$where` code finds around it, beside JavaScript itself. Documents come in as text: no object of ours is within reach. */
const PRELUDE = `
  class ObjectId { constructor(hex) { this.str = hex; } toString() { return 'ObjectId("' + this.str + '")'; }
    valueOf() { return this.str; } getTimestamp() { return new Date(parseInt(this.str.slice(0, 8), 16) * 1000); } }
  class NumberLong { constructor(text) { this.text = String(text); } valueOf() { return Number(this.text); }
    toNumber() { return Number(this.text); } toString() { return 'NumberLong(' + this.text + ')'; } }
  class NumberDecimal { constructor(text) { this.text = String(text); } toString() { return 'NumberDecimal("' + this.text + '")'; } }
  class Timestamp { constructor(t, i) { this.t = t; this.i = i; } }
  class BinData { constructor(type, base64) { this.type = type; this.text = base64; } base64() { return this.text; } }
  var isObject = (value) => typeof value === 'object' && value !== null;
  var revive = (key, value) => {
    if (!isObject(value) || !('$' in value)) return value;
    const [kind, a, b] = value.$;
    switch (kind) {
      case 'number': return Number(a);
      case 'long': return new NumberLong(a);
      case 'decimal': return new NumberDecimal(a);
      case 'id': return new ObjectId(a);
      case 'date': return new Date(a);
      case 'timestamp': return new Timestamp(a, b);
      case 'regex': return new RegExp(a, b);
      case 'binary': return new BinData(a, b);
      case 'object': return Object.fromEntries(a);
      default: return undefined;
    }
  };
`;

/** Compiles `$where` code: an expression, statements with `return`, or a function, over `this` and `obj`. */
export function compileWhere(code: string): DocumentMatch {
  const call = new Script('globalThis.result = Boolean(run.call(obj = JSON.parse(input, revive)))');
  const context = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  const define = compileText(code);
  try {
    new Script(PRELUDE).runInContext(context);
    define.runInContext(context, { timeout: LONGEST_CALL_MS });
  } catch (error) {
    throw failure(error);
  }
  return (document) => {
    context.input = JSON.stringify(transfer(document));
    try {
      call.runInContext(context, { timeout: LONGEST_CALL_MS });
    } catch (error) {
      throw failure(error);
    }
    return context.result === true;
  };
}

function compileText(code: string): Script {
  const text = code.trim().replace(/;+$/, '');
  const forms = /^(async\s+)?function\b/.test(text)
    ? [`var run = (${text})`]
    : [`var run = function () { return (${text}\n) }`, `var run = function () { ${code} }`];
  let last: unknown;
  for (const form of forms) {
    try {
      return new Script(form);
    } catch (error) {
      last = error;
    }
  }
  throw failure(last);
}

function failure(error: unknown) {
  const text = error instanceof Object && 'message' in error ? String(error.message) : String(error);
  if (text.includes('Script execution timed out'))
    return mongoError('Interrupted', 'operation was interrupted');
  return mongoError(139, text);
}

/** JSON in which every value that JSON lacks is `{$: [kind, …]}`. */
function transfer(value: Value): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $: ['number', String(value)] };
  if (typeof value === 'bigint') return { $: ['long', String(value)] };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(transfer);
  if (value instanceof Document)
    return { $: ['object', [...value].map(([name, item]) => [name, transfer(item)])] };
  if (value instanceof Double) return value.value;
  if (value instanceof ObjectId) return { $: ['id', value.toHex()] };
  if (value instanceof BsonDate) return { $: ['date', value.ms] };
  return transferRare(value);
}

function transferRare(value: Value): unknown {
  if (value instanceof Decimal128) return { $: ['decimal', value.toString()] };
  if (value instanceof Timestamp) return { $: ['timestamp', value.t, value.i] };
  if (value instanceof Regex) return { $: ['regex', value.pattern, value.options.replace(/[^ims]/g, '')] };
  if (value instanceof Binary)
    return { $: ['binary', value.subtype, Buffer.from(value.bytes).toString('base64')] };
  return { $: ['undefined'] };
}
