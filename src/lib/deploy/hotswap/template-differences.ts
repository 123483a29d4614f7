import { asDict, type Dict } from '../plan/api-document.js';
import { renameResources } from '../synth/references.js';

/** Names of what differs between two templates beside the code of functions: `FeesFunction.MemorySize`, `Fees (new)`. */
export function differencesBesideCode(before: Dict, after: Dict, functions: readonly string[]): string[] {
  const [was, is] = [withoutCode(before, functions), withoutCode(after, functions)];
  const [old, now] = [asDict(was.Resources), asDict(is.Resources)];
  const found: string[] = [];
  for (const id of Object.keys(now)) if (!Object.hasOwn(old, id)) found.push(`${id} is new`);
  for (const id of Object.keys(old)) {
    if (!Object.hasOwn(now, id)) found.push(`${id} is gone`);
    else found.push(...resourceDifferences(id, asDict(old[id]), asDict(now[id])));
  }
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)]))
    if (name !== 'Resources' && !equal(was[name], is[name])) found.push(`${name} of the template`);
  return found;
}

function resourceDifferences(id: string, was: Dict, is: Dict): string[] {
  const [old, now] = [asDict(was.Properties), asDict(is.Properties)];
  const properties = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const others = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (name) => name !== 'Properties',
  );
  return [
    ...properties.filter((name) => !equal(old[name], now[name])).map((name) => `${id}.${name}`),
    ...others.filter((name) => !equal(was[name], is[name])).map((name) => `${id} (${name})`),
  ];
}

/** Versions have ids that change with the code: they are named by their function here. */
function withoutCode(template: Dict, functions: readonly string[]): Dict {
  const names = new Map<string, string>();
  for (const [id, resource] of Object.entries(asDict(template.Resources))) {
    const { Type, Properties } = asDict(resource);
    if (Type === 'AWS::Lambda::Version')
      names.set(id, `version of ${JSON.stringify(asDict(Properties).FunctionName)}`);
  }
  const renamed = renameResources(template, names);
  const resources = Object.entries(asDict(renamed.Resources)).map(([id, resource]) => {
    if (!functions.includes(id)) return [id, resource];
    const { Properties, ...rest } = asDict(resource);
    const { Code: _, ...properties } = asDict(Properties);
    return [id, { ...rest, Properties: properties }];
  });
  return { ...renamed, Resources: Object.fromEntries(resources) };
}

/** The order of a map's members says nothing. */
function equal(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [another]) => (one < another ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
