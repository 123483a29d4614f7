import { type Context, createContext, Script } from 'node:vm';
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
  var obj, run;
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

/**
 * Compiles `$where` code: an expression, statements with `return`, or a function, over `this` and `obj`. Only text
 * goes in and only a primitive comes out, both made inside the context and within its time limit: code cannot leave
 * a getter or setter behind that would run outside.
 */
export function compileWhere(code: string): DocumentMatch {
  const context = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  const define = compileText(code);
  new Script(PRELUDE).runInContext(context);
  run(define, context);
  return (document) => {
    const input = JSON.stringify(JSON.stringify(transfer(document)));
    return run(guarded(`!!run.call(obj = JSON.parse(${input}, revive))`), context) === true;
  };
}

/** A script whose value is the expression's, or the text of what it throws. */
function guarded(expression: string): Script {
  return new Script(
    `(() => { try { return ${expression}; } catch (error) { return '' + (error && error.message || error); } })()`,
  );
}

function run(script: Script, context: Context): unknown {
  const answer = runLimited(script, context);
  if (typeof answer !== 'string') return answer;
  throw mongoError(139, answer);
}

function runLimited(script: Script, context: Context): unknown {
  try {
    return script.runInContext(context, { timeout: LONGEST_CALL_MS });
  } catch (error) {
    // Nothing of the code's own gets here: what it throws is caught inside.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      throw mongoError('Interrupted', 'operation was interrupted');
    }
    throw mongoError(139, 'the code of $where failed');
  }
}

function compileText(code: string): Script {
  const text = code.trim().replace(/;+$/, '');
  const forms = /^(async\s+)?function\b/.test(text)
    ? [`(run = (${text}), true)`]
    : [`(run = function () { return (${text}\n) }, true)`, `(run = function () { ${code} }, true)`];
  let last = '';
  for (const form of forms) {
    try {
      return guarded(form);
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
  }
  throw mongoError(139, last);
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
