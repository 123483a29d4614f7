import { type Dict, isDict } from '../dict.js';
import { copyMarks } from '../document/marks.js';
import type { Context } from './context.js';
import { pathFrom, readDocument } from './files.js';
import type { At } from './report.js';

const MOST_NESTED = 8;

/**
 * Puts local `Fn::Transform: AWS::Include` files in their place, wherever they stand. Copies only what changes, so
 * that a large body without includes costs one walk.
 */
export function expandIncludes(
  value: unknown,
  context: Context,
  resolve: (value: unknown) => unknown,
): unknown {
  return expand(value, context, resolve, 0);
}

type Resolve = (value: unknown) => unknown;

function expand(value: unknown, context: Context, resolve: Resolve, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return mapList(value, (item) => expand(item, context, resolve, depth));
  const dict = value as Dict;
  const expanded = mapDict(dict, (item) => expand(item, context, resolve, depth));
  if (!Object.hasOwn(dict, 'Fn::Transform')) return expanded;
  return applyTransforms(expanded, context, resolve, depth);
}

/** `list.map`, the list itself when nothing changed. */
export function mapList(list: unknown[], change: (item: unknown, index: number) => unknown): unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const changed = change(list[index], index);
    if (changed === list[index]) continue;
    copy ??= copyMarks(list, [...list]);
    copy[index] = changed;
  }
  return copy ?? list;
}

/** A copy of `dict` with changed values, the dict itself when nothing changed. */
export function mapDict(dict: Dict, change: (item: unknown, key: string) => unknown): Dict {
  let copy: Dict | undefined;
  for (const key of Object.keys(dict)) {
    const changed = change(dict[key], key);
    if (changed === dict[key]) continue;
    copy ??= copyMarks(dict, { ...dict });
    copy[key] = changed;
  }
  return copy ?? dict;
}

function applyTransforms(dict: Dict, context: Context, resolve: Resolve, depth: number): unknown {
  const { 'Fn::Transform': transforms, ...rest } = dict;
  copyMarks(dict, rest);
  const list = Array.isArray(transforms) ? transforms : [transforms];
  let merged: unknown = rest;
  for (const transform of list) {
    const at = { holder: dict, key: 'Fn::Transform' };
    const included = includeOne(transform, context, resolve, depth, at);
    if (!isDict(included)) return Object.keys(rest).length === 0 ? included : rest;
    merged = isDict(merged) && Object.keys(merged).length > 0 ? { ...included, ...merged } : included;
    if (merged !== included) copyMarks(dict, merged as Dict);
  }
  return merged;
}

function includeOne(transform: unknown, context: Context, resolve: Resolve, depth: number, at: At): unknown {
  const location = locationOf(transform, context, resolve, at);
  if (location === undefined) return undefined;
  if (depth >= MOST_NESTED) {
    context.report.error(
      {
        code: 'INCLUDE_TOO_DEEP',
        message: `${location} is included from within itself or too deep.`,
        remedy: 'AWS::Include does not nest: write the content into one file.',
      },
      at,
    );
    return undefined;
  }
  const path = pathFrom(at, context.file, location);
  context.sources.add(path);
  const content = readDocument(path, 'include', context.report, { ...at, part: 'key' });
  return expand(content, context, resolve, depth + 1);
}

function locationOf(transform: unknown, context: Context, resolve: Resolve, at: At): string | undefined {
  const name = isDict(transform) ? transform.Name : transform;
  if (name !== 'AWS::Include') {
    context.report.error(
      {
        code: 'NOT_EMULATED',
        message: `The transform \`${String(name)}\` is not emulated.`,
        remedy: 'Use AWS::Include, or write out what the transform would make.',
      },
      at,
    );
    return undefined;
  }
  const parameters = (transform as Dict).Parameters;
  const location = isDict(parameters) ? resolve(parameters.Location) : undefined;
  const isLocal = typeof location === 'string' && location !== '' && !/^(s3|https?):/.test(location);
  if (isLocal && !context.sent) return location;
  context.report.error(
    {
      code: 'INCLUDE_NOT_LOCAL',
      message: `AWS::Include needs a \`Location\`${location ? ` that is a local file, not ${String(location)}` : ''}.`,
      remedy: 'Name a local file; `arcube deploy` uploads it.',
    },
    at,
  );
  return undefined;
}
