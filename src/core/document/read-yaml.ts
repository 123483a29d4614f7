import { createRequire } from 'node:module';
import type { Alias, Document, YAMLMap, YAMLParseError } from 'yaml';
import type { Diagnostic } from '../diagnostics.js';
import { setMarks } from './marks.js';
import { readingCache, readingName } from './reading-cache.js';
import type { SourceFile } from './source.js';

let loaded: typeof import('yaml') | undefined;

/** The parser, loaded when a file is met that has not been read before: loading it takes longer than most readings. */
function yaml(): typeof import('yaml') {
  loaded ??= createRequire(import.meta.url)('yaml') as typeof import('yaml');
  return loaded;
}

/** What became of a YAML or JSON file. `value` is undefined after a syntax error. */
export interface ReadResult {
  value: unknown;
  diagnostics: Diagnostic[];
}

/** A YAML tag such as `!Sub` on a value → the value it stands for. Undefined: the tag is not known. */
export type TagResolver = (tag: string, value: unknown) => unknown;

interface Options {
  tags?: TagResolver;
  /** Told of every tag, with its offset. */
  onTag?: (tag: string, offset: number) => void;
  /** Keep the reading for the next time; true when left out. */
  keep?: boolean;
}

interface Walk {
  document: Document;
  source: SourceFile;
  diagnostics: Diagnostic[];
  options: Options;
  /** Anchors being expanded, and how many nodes were made: an alias may neither contain itself nor explode. */
  open: Set<unknown>;
  made: number;
}

/** More values than any honest file has; reached only by aliases that multiply each other. */
const MOST_VALUES = 5_000_000;

type Node = { range?: [number, number, number] | null; tag?: string } | null;

/**
 * Reads YAML (and so JSON) into plain values whose places `placeOf` knows. Every syntax fault and duplicate key is
 * reported; nothing is thrown.
 */
export function readYaml(source: SourceFile, options: Options = {}): ReadResult {
  const { tags, onTag } = options;
  const name = readingName('yaml', tags ? 'tags' : 'plain', onTag ? 'untagged' : '', source.text);
  const known = readingCache().get(name, source);
  if (known) return { value: known.value, diagnostics: [] };
  let met = 0;
  const counted =
    onTag &&
    ((tag: string, offset: number): void => {
      met++;
      onTag(tag, offset);
    });
  const result = parseYaml(source, { ...options, ...(counted && { onTag: counted }) });
  // whoever asks to be told of tags must be told again next time
  if (options.keep !== false && met === 0 && result.diagnostics.length === 0)
    readingCache().put(name, result.value);
  return result;
}

function parseYaml(source: SourceFile, options: Options): ReadResult {
  const document = yaml().parseDocument(source.text, { uniqueKeys: false, logLevel: 'silent', strict: true });
  const diagnostics: Diagnostic[] = [];
  for (const error of tellable(document.errors)) {
    diagnostics.push({
      severity: 'error',
      code: 'YAML_SYNTAX',
      message: `The file is not valid YAML: ${firstSentence(error.message)}.`,
      remedy: remedyFor(error.code),
      place: source.place(error.pos[0]),
    });
  }
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const walk: Walk = { document, source, diagnostics, options, open: new Set(), made: 0 };
  return { value: toValue(walk, document.contents as Node), diagnostics };
}

/** After the first fault the parser stumbles over every token that follows: those say nothing new. */
function tellable(errors: readonly YAMLParseError[]): YAMLParseError[] {
  return errors.filter(({ code }, index) => index === 0 || code !== 'UNEXPECTED_TOKEN').slice(0, 10);
}

function firstSentence(message: string): string {
  return (message.split(/ at line \d+|\n/, 1)[0] as string).replace(/[.:]$/, '');
}

function remedyFor(code: string): string {
  if (code === 'TAB_AS_INDENT') return 'Indent with spaces; YAML allows no tabs.';
  if (code === 'BAD_INDENT') return 'Align this line with its neighbours.';
  if (code === 'MISSING_CHAR') return 'Close the quote or bracket.';
  if (code === 'MULTIPLE_DOCS') return 'Keep one document per file: remove the `---`.';
  return 'Correct the line; a value with `: ` or ` #` in it needs quotes.';
}

function toValue(walk: Walk, node: Node): unknown {
  if (node === null || node === undefined || ++walk.made > MOST_VALUES) return null;
  const { isAlias, isMap, isScalar, isSeq } = yaml();
  if (isAlias(node)) return resolveAlias(walk, node);
  let value: unknown;
  if (isMap(node)) value = toObject(walk, node);
  else if (isSeq(node)) value = toList(walk, node.items as Node[], node);
  else if (isScalar(node)) value = node.value;
  return node.tag?.startsWith('!') ? applyTag(walk, node, value) : value;
}

function startOf(node: Node): number {
  return node?.range?.[0] ?? 0;
}

function resolveAlias(walk: Walk, alias: Alias): unknown {
  const target = alias.resolve(walk.document);
  if (!target || walk.open.has(target) || walk.made > MOST_VALUES) {
    walk.diagnostics.push({
      severity: 'error',
      code: 'BAD_ALIAS',
      message: `The alias \`*${alias.source}\` ${target ? 'contains itself or grows without end' : 'names no anchor'}.`,
      remedy: 'Write the value out.',
      place: walk.source.place(startOf(alias)),
    });
    return null;
  }
  walk.open.add(target);
  const value = toValue(walk, target as Node);
  walk.open.delete(target);
  return value;
}

function toList(walk: Walk, items: Node[], list: Node): unknown[] {
  const value: unknown[] = [];
  const valueAt: number[] = [];
  for (const item of items) {
    value.push(toValue(walk, item));
    valueAt.push(startOf(item));
  }
  setMarks(value, { source: walk.source, at: startOf(list), keyAt: valueAt, valueAt });
  return value;
}

function toObject(walk: Walk, map: YAMLMap): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  const names: string[] = [];
  const met = new Set<string>();
  const keyAt: number[] = [];
  const valueAt: number[] = [];
  for (const pair of map.items) {
    const key = pair.key as Node;
    const name = yaml().isScalar(key) ? String(key.source ?? key.value) : String(toValue(walk, key));
    const child = toValue(walk, pair.value as Node);
    if (name === '<<' && typeof child === 'object') {
      mergeInto(value, child);
      continue;
    }
    if (met.has(name)) reportDuplicate(walk, name, startOf(key));
    met.add(name);
    define(value, name, child);
    names.push(name);
    keyAt.push(startOf(key));
    valueAt.push(pair.value ? startOf(pair.value as Node) : startOf(key));
  }
  setMarks(value, { source: walk.source, at: startOf(map as Node), names, keyAt, valueAt });
  return value;
}

function mergeInto(value: Record<string, unknown>, merged: unknown): void {
  const parts = Array.isArray(merged) ? merged : [merged];
  for (const part of parts as Record<string, unknown>[]) {
    for (const [name, child] of Object.entries(part ?? {}))
      if (!Object.hasOwn(value, name)) define(value, name, child);
  }
}

/** Sets an own property even where the name is `__proto__`. */
function define(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') target[name] = value;
  else Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

function reportDuplicate(walk: Walk, name: string, offset: number): void {
  walk.diagnostics.push({
    severity: 'error',
    code: 'DUPLICATE_KEY',
    message: `\`${name}\` is written twice in the same place.`,
    remedy: 'Keep one of the two; the later one would silently win.',
    place: walk.source.place(offset),
  });
}

function applyTag(walk: Walk, node: Node, value: unknown): unknown {
  const tag = node?.tag as string;
  walk.options.onTag?.(tag, startOf(node));
  const resolved = walk.options.tags?.(tag, value);
  if (resolved === undefined) {
    walk.diagnostics.push({
      severity: 'error',
      code: 'UNKNOWN_TAG',
      message: `The tag \`${tag}\` is not known here.`,
      remedy: 'Remove the tag, or correct its name.',
      place: walk.source.place(startOf(node)),
    });
    return value;
  }
  if (typeof resolved === 'object' && resolved !== null) {
    const at = startOf(node);
    const names = Object.keys(resolved);
    setMarks(resolved, { source: walk.source, at, names, keyAt: [at], valueAt: [at] });
  }
  return resolved;
}
