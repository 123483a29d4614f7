import { type Dict, isDict, own } from '../dict.js';
import { nearest, suggestion } from '../document/nearest.js';
import { DESCRIPTIONS } from './attributes.js';
import type { Context } from './context.js';
import type { At } from './report.js';

export const PSEUDO = [
  'AWS::AccountId',
  'AWS::NotificationARNs',
  'AWS::NoValue',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
] as const;

/** A variable of `Fn::Sub`: `${Name}`, `${Name.Attribute}`; `${!literal}` has `literal` set. */
export const SUB_VARIABLE = /\$\{(!?)([^}]*)\}/g;

/** Logical id → ids it refers to (by Ref, GetAtt, Sub or DependsOn). */
export type Graph = Map<string, Set<string>>;

interface Walk {
  context: Context;
  path: string;
  found: Set<string>;
}

/** Checks every reference in the template, in branches not taken too, and answers who refers to whom. */
export function checkReferences(context: Context, outputs: Dict): Graph {
  const graph: Graph = new Map();
  for (const [logicalId, resource] of Object.entries(context.resources)) {
    if (!isDict(resource)) continue;
    const walk = { context, path: `Resources.${logicalId}`, found: new Set<string>() };
    visit(resource.Properties, walk);
    visit(resource.UpdatePolicy, walk);
    checkDependsOn(resource, walk);
    graph.set(logicalId, walk.found);
  }
  visit(outputs, { context, path: 'Outputs', found: new Set() });
  reportCycles(graph, context);
  return graph;
}

function checkDependsOn(resource: Dict, walk: Walk): void {
  if (resource.DependsOn === undefined) return;
  for (const name of [resource.DependsOn].flat()) {
    if (typeof name === 'string' && Object.hasOwn(walk.context.resources, name)) walk.found.add(name);
    else
      unknownName(String(name), { holder: resource, key: 'DependsOn', path: walk.path }, walk, 'DependsOn');
  }
}

function visit(value: unknown, walk: Walk): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) visit(item, walk);
    return;
  }
  const dict = value as Dict;
  for (const key of Object.keys(dict)) {
    const child = dict[key];
    if (key === 'Ref' && Object.keys(dict).length === 1) visitRef(dict, walk);
    else if (key === 'Fn::GetAtt') visitGetAtt(dict, walk);
    else if (key === 'Fn::Sub') visitSub(dict, walk);
    else visit(child, walk);
  }
}

function visitRef(dict: Dict, walk: Walk): void {
  const name = dict.Ref;
  const at = { holder: dict, key: 'Ref', path: walk.path };
  if (typeof name === 'string') refer(name, at, walk, 'Ref');
  else wrongForm('Ref', 'a logical id', at, walk);
}

function visitGetAtt(dict: Dict, walk: Walk): void {
  const raw = dict['Fn::GetAtt'];
  const at = { holder: dict, key: 'Fn::GetAtt', path: walk.path };
  const target = splitGetAtt(raw);
  if (!target) {
    wrongForm('Fn::GetAtt', '`[LogicalId, Attribute]` or `LogicalId.Attribute`', at, walk);
    return;
  }
  referAttribute(target.name, target.attribute, at, walk);
  if (Array.isArray(raw)) visit(raw[1], walk);
}

/** Both forms of GetAtt. The attribute is undefined where it is itself computed. */
export function splitGetAtt(raw: unknown): { name: string; attribute: string | undefined } | undefined {
  if (Array.isArray(raw)) {
    const [name, ...rest] = raw as unknown[];
    if (typeof name !== 'string' || rest.length === 0) return undefined;
    if (rest.length === 1 && isDict(rest[0])) return { name, attribute: undefined };
    return rest.every((part) => typeof part === 'string') ? { name, attribute: rest.join('.') } : undefined;
  }
  if (typeof raw !== 'string') return undefined;
  const dot = raw.indexOf('.');
  return dot > 0 ? { name: raw.slice(0, dot), attribute: raw.slice(dot + 1) } : undefined;
}

function visitSub(dict: Dict, walk: Walk): void {
  const raw = dict['Fn::Sub'];
  const [text, variables] = Array.isArray(raw) ? (raw as unknown[]) : [raw, undefined];
  const at = { holder: dict, key: 'Fn::Sub', path: walk.path };
  if (typeof text !== 'string') {
    wrongForm('Fn::Sub', 'a text, or a list of a text and a map', at, walk);
    return;
  }
  const own = isDict(variables) ? variables : {};
  visit(own, walk);
  for (const [, literal, name = ''] of text.matchAll(SUB_VARIABLE)) {
    if (literal || Object.hasOwn(own, name)) continue;
    if (!/^[A-Za-z0-9_.:]+$/.test(name)) badVariable(name, at, walk);
    else if (name.includes('.') && !name.startsWith('AWS::')) {
      const dot = name.indexOf('.');
      referAttribute(name.slice(0, dot), name.slice(dot + 1), at, walk);
    } else refer(name, at, walk, 'Fn::Sub');
  }
}

function badVariable(name: string, at: At, walk: Walk): void {
  walk.context.report.error(
    {
      code: 'BAD_SUB_VARIABLE',
      message: `\`\${${name}}\` is no variable name for Fn::Sub.`,
      remedy: `Use letters, digits, \`_\`, \`.\` and \`:\`, or write \`\${!${name}}\` to keep the text.`,
    },
    at,
  );
}

function wrongForm(fn: string, wanted: string, at: At, walk: Walk): void {
  walk.context.report.error(
    { code: 'BAD_INTRINSIC', message: `\`${fn}\` takes ${wanted}.`, remedy: `Write ${wanted}.` },
    at,
  );
}

function refer(name: string, at: At, walk: Walk, fn: string): void {
  const { context } = walk;
  if (Object.hasOwn(context.resources, name)) walk.found.add(name);
  else if (!context.parameters.has(name) && !PSEUDO.includes(name as (typeof PSEUDO)[number]))
    unknownName(name, at, walk, fn);
}

function referAttribute(name: string, attribute: string | undefined, at: At, walk: Walk): void {
  const resource = walk.context.resources[name];
  if (!Object.hasOwn(walk.context.resources, name) || !isDict(resource)) {
    unknownName(name, at, walk, 'Fn::GetAtt');
    return;
  }
  walk.found.add(name);
  if (attribute !== undefined && own(walk.context.identities?.get(name)?.attributes, attribute) !== undefined)
    return;
  const describe = DESCRIPTIONS[String(resource.Type)];
  if (!describe || attribute === undefined) return;
  const known = Object.keys(
    describe({ logicalId: name, context: walk.context, text: () => undefined, ordinal: () => 1 }).attributes,
  );
  if (known.includes(attribute)) return;
  walk.context.report.error(
    {
      code: 'UNKNOWN_ATTRIBUTE',
      message: `${String(resource.Type)} has no attribute \`${attribute}\` that is emulated.`,
      remedy: known.length === 0 ? 'Use Ref.' : suggestion(attribute, known),
    },
    at,
  );
}

function unknownName(name: string, at: At, walk: Walk, fn: string): void {
  const { context } = walk;
  const names = [...Object.keys(context.resources), ...context.parameters.keys(), ...PSEUDO];
  const near = nearest(name, names);
  const literal = fn === 'Fn::Sub' ? ` To keep the text, write \`\${!${name}}\`.` : '';
  context.report.error(
    {
      code: 'UNKNOWN_REFERENCE',
      message: `\`${fn}\` names \`${name}\`, which is neither a resource nor a parameter of this template.`,
      remedy: (near ? `Did you mean \`${near}\`?` : 'Declare it, or correct the name.') + literal,
    },
    at,
  );
}

/** Finds each cycle once (CloudFormation: "Circular dependency between resources"). */
function reportCycles(graph: Graph, context: Context): void {
  const done = new Set<string>();
  for (const start of graph.keys()) {
    const stack: string[] = [];
    const open = new Set<string>();
    const walk = (id: string): void => {
      if (open.has(id)) {
        reportCycle([...stack.slice(stack.indexOf(id)), id], context);
        return;
      }
      if (done.has(id)) return;
      open.add(id);
      stack.push(id);
      for (const next of graph.get(id) ?? []) walk(next);
      stack.pop();
      open.delete(id);
      done.add(id);
    };
    walk(start);
  }
}

function reportCycle(cycle: string[], context: Context): void {
  const [first] = cycle as [string];
  context.report.error(
    {
      code: 'CYCLIC_REFERENCE',
      message: `These resources wait for each other: ${cycle.join(' → ')}.`,
      remedy: 'Break the circle: name one of them yourself and use that name instead of a reference.',
    },
    { holder: context.resources, key: first, part: 'key', path: `Resources.${first}` },
  );
}
