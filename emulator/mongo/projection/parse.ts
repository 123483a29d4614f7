import { type Document, isDocument, isNumber, type Value } from '../bson/index.js';
import type { Collation } from '../collation/index.js';
import { ErrorCode, MongoError, mongoError } from '../error/index.js';
import { asNumber, compileElementMatcher } from '../query/index.js';
import { pathNames } from '../sort/index.js';
import { firstMatch, parseSlice, type Slice } from './find-features.js';
import { addPath, type Branch, branch } from './tree.js';

export interface ProjectionOptions {
  /** True for `find` (and findAndModify), which knows `$slice`, `$elemMatch` and `path.$`; false for `$project`. */
  find: boolean;
  collation?: Collation | undefined;
  /** Compiles an aggregation expression. */
  compileExpression?: ((expression: Value) => (document: Document) => Value | undefined) | undefined;
  /** The filter of the find, for `path.$`. */
  filter?: Document | undefined;
  /** Metadata of a document (`textScore`, `sortKey` …) for `$meta`. */
  meta?: ((document: Document, name: string) => Value | undefined) | undefined;
}

export interface ParsedProjection {
  inclusion: boolean;
  root: Branch;
  slices: { names: readonly string[]; slice: Slice }[];
  /** The path before `.$`. */
  positional: readonly string[] | undefined;
}

/** Reads a projection. Errors as mongod: 31249 … 31325, 31394, 51270 … and those of field paths. */
export function parseProjection(spec: Document, options: ProjectionOptions): ParsedProjection {
  return new Parser(options).parse(spec);
}

const META = new Set([
  'textScore',
  'randVal',
  'sortKey',
  'indexKey',
  'recordId',
  'geoNearDistance',
  'geoNearPoint',
  'searchScore',
  'searchHighlights',
  'vectorSearchScore',
  'score',
]);

class Parser {
  readonly #options: ProjectionOptions;
  readonly #root = branch();
  readonly #slices: ParsedProjection['slices'] = [];
  #positional: readonly string[] | undefined;
  #elemMatch = false;
  #inclusion: boolean | undefined;
  #id: boolean | undefined;

  constructor(options: ProjectionOptions) {
    this.#options = options;
  }

  parse(spec: Document): ParsedProjection {
    if (spec.size === 0 && !this.#options.find) {
      throw mongoError(
        51272,
        'Invalid $project :: caused by :: projection specification must have at least one field',
      );
    }
    for (const [name, value] of spec) this.#field(name, value);
    const inclusion = this.#inclusion ?? (this.#elemMatch || (this.#id ?? false));
    if (inclusion && !this.#root.children.has('_id')) this.#root.children.set('_id', { kind: 'keep' });
    return { inclusion, root: this.#root, slices: this.#slices, positional: this.#positional };
  }

  #field(path: string, value: Value): void {
    if (path === '$' || path.endsWith('.$')) {
      this.#addPositional(path, value);
      return;
    }
    if (path.split('.').includes('$')) {
      throw mongoError(
        31394,
        "As of 4.4, it's illegal to specify positional operator in the middle of a path.Positional projection may only be used at the end, for example: a.b.$. If the query previously used a form like a.b.$.d, remove the parts following the '$' and the results will be equivalent.",
      );
    }
    const names = pathNames(path);
    if (isDocument(value)) this.#object(names, value);
    else if (typeof value === 'boolean') this.#plain(names, value);
    else if (isNumber(value)) this.#plain(names, asNumber(value) !== 0);
    else this.#compute(names, value);
  }

  #plain(names: readonly string[], keep: boolean): void {
    if (names.length === 1 && names[0] === '_id') {
      this.#id = keep;
    } else {
      this.#setKind(names, keep);
    }
    addPath(this.#root, names, { kind: keep ? 'keep' : 'drop' });
  }

  #setKind(names: readonly string[], inclusion: boolean): void {
    this.#inclusion ??= inclusion;
    if (this.#inclusion === inclusion) return;
    const path = names.join('.');
    throw inclusion
      ? mongoError(31253, `Cannot do inclusion on field ${path} in exclusion projection`)
      : mongoError(31254, `Cannot do exclusion on field ${path} in inclusion projection`);
  }

  #object(names: readonly string[], value: Document): void {
    const [first] = value.keys();
    if (first === undefined) {
      throw mongoError(51270, 'An empty sub-projection is not a valid value. Found empty object at path');
    }
    if (value.size === 1 && first.startsWith('$')) this.#operator(names, first, value);
    else for (const [name, inner] of value) this.#nested(names, name, inner);
  }

  #nested(names: readonly string[], name: string, value: Value): void {
    this.#field([...names, ...pathNames(name)].join('.'), value);
  }

  #operator(names: readonly string[], operator: string, value: Document): void {
    const argument = value.get(operator) as Value;
    const slice = this.#options.find && operator === '$slice' ? parseSlice(argument) : undefined;
    if (operator === '$meta') this.#addMeta(names, argument);
    else if (this.#options.find && operator === '$elemMatch') this.#addElemMatch(names, argument);
    else if (slice !== undefined) this.#addSlice(names, slice);
    else this.#compute(names, value);
  }

  #addSlice(names: readonly string[], slice: Slice): void {
    if (this.#positional?.join('.') === names.join('.')) {
      throw mongoError(28667, 'Invalid $slice syntax. The given syntax did not match the find() syntax');
    }
    addPath(this.#root, names, { kind: 'cut' });
    this.#slices.push({ names, slice });
  }

  #addElemMatch(names: readonly string[], argument: Value): void {
    const path = names.join('.');
    if (!isDocument(argument)) {
      throw mongoError(31274, `elemMatch: Invalid argument, object required, but got ${typeof argument}`);
    }
    if (this.#positional !== undefined) {
      throw mongoError(31255, 'Cannot specify positional operator and $elemMatch.');
    }
    if (names.length > 1) throw mongoError(31275, 'Cannot use $elemMatch projection on a nested field.');
    this.#elemMatch = true;
    const matches = compileElementMatcher(argument, {
      collation: this.#options.collation,
      allowSchema: false,
    });
    addPath(this.#root, names, { kind: 'elemMatch', evaluate: firstMatch(path, matches) });
  }

  #addPositional(path: string, value: Value): void {
    if (path === '$') throw fieldPathDollar();
    if (!this.#options.find)
      throw mongoError(31324, 'Cannot use positional projection in aggregation projection');
    if (isDocument(value)) throw mongoError(31271, 'positional projection cannot be used with a literal');
    if (typeof value !== 'boolean' && !isNumber(value)) {
      throw mongoError(31308, 'positional projection cannot be used with a literal');
    }
    if (isNumber(value) ? asNumber(value) === 0 : !value)
      throw mongoError(31395, 'positional projection cannot be used with exclusion');
    if (this.#positional !== undefined) {
      throw mongoError(31276, 'Cannot specify more than one positional projection per query.');
    }
    if (this.#elemMatch) throw mongoError(31256, 'Cannot specify positional operator and $elemMatch.');
    const names = pathNames(path.slice(0, -2));
    this.#setKind(names, true);
    addPath(this.#root, names, { kind: 'keep' });
    this.#positional = names;
  }

  #addMeta(names: readonly string[], argument: Value): void {
    if (typeof argument !== 'string') throw mongoError(17307, '$meta only supports string arguments');
    if (!META.has(argument)) throw mongoError(17308, `Unsupported argument to $meta: ${argument}`);
    const { meta } = this.#options;
    if (argument === 'textScore' && meta === undefined) {
      throw mongoError(40218, 'query requires text score metadata, but it is not available');
    }
    addPath(this.#root, names, { kind: 'compute', evaluate: (document) => meta?.(document, argument) });
  }

  #compute(names: readonly string[], expression: Value): void {
    const path = names.join('.');
    if (this.#inclusion === false) {
      throw isDocument(expression)
        ? mongoError(31252, `Cannot use expression other than $meta in exclusion projection`)
        : mongoError(31310, `Cannot use an expression ${path} in an exclusion projection`);
    }
    const evaluate = this.#compile(expression, path);
    this.#inclusion = true;
    addPath(this.#root, names, { kind: 'compute', evaluate });
  }

  /** An operator that is no expression has another code here than inside an expression. */
  #compile(expression: Value, path: string): (document: Document) => Value | undefined {
    const operator = isDocument(expression) ? expression.keys()[0] : undefined;
    const unknown = () => mongoError(31325, `Unknown expression ${operator ?? path}`);
    if (this.#options.compileExpression === undefined) throw unknown();
    try {
      return this.#options.compileExpression(expression);
    } catch (error) {
      const isUnknown =
        error instanceof MongoError &&
        error.code === ErrorCode.InvalidPipelineOperator &&
        operator !== '$elemMatch';
      throw isUnknown && error.message === `Unrecognized expression '${operator}'` ? unknown() : error;
    }
  }
}

function fieldPathDollar() {
  return mongoError(
    16410,
    "FieldPath field names may not start with '$'. Consider using $getField or $setField.",
  );
}
