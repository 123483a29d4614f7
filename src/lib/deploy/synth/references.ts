type Dict = Record<string, unknown>;

/** A reference in a text of `Fn::Sub`; `${!x}` is text. */
const VARIABLE = /\$\{([A-Za-z0-9]+)(\.[^}]*)?\}/g;

/** Resources under other logical ids, with everything that refers to them: `Ref`, `Fn::GetAtt`, `Fn::Sub`, `DependsOn`. */
export function renameResources(template: Dict, names: ReadonlyMap<string, string>): Dict {
  if (names.size === 0) return template;
  const renamed = renameIn(template, names) as Dict;
  const resources = Object.entries(renamed.Resources as Dict).map(([id, resource]) => [
    names.get(id) ?? id,
    renameDependencies(resource as Dict, names),
  ]);
  return { ...renamed, Resources: Object.fromEntries(resources) };
}

function renameDependencies(resource: Dict, names: ReadonlyMap<string, string>): Dict {
  const { DependsOn: wanted } = resource;
  const rename = (id: unknown) => names.get(String(id)) ?? id;
  if (typeof wanted === 'string') return { ...resource, DependsOn: rename(wanted) };
  return Array.isArray(wanted) ? { ...resource, DependsOn: wanted.map(rename) } : resource;
}

function renameIn(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => renameIn(item, names));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first) {
    const [key, argument] = first;
    if (key === 'Ref') return { Ref: names.get(String(argument)) ?? argument };
    if (key === 'Fn::GetAtt') return { [key]: renameAttribute(argument, names) };
    if (key === 'Fn::Sub') return { [key]: renameSub(argument, names) };
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, renameIn(item, names)]));
}

function renameAttribute(argument: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof argument === 'string') {
    const [id = '', ...rest] = argument.split('.');
    return [names.get(id) ?? id, ...rest].join('.');
  }
  if (!Array.isArray(argument)) return argument;
  const [id, ...rest] = argument;
  return [names.get(String(id)) ?? id, ...rest];
}

function renameSub(argument: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof argument === 'string') return renameText(argument, names, {});
  if (!Array.isArray(argument)) return argument;
  const [text, variables] = argument as [string, Dict];
  return [renameText(text, names, variables), renameIn(variables, names)];
}

function renameText(text: string, names: ReadonlyMap<string, string>, variables: Dict): string {
  return text.replace(VARIABLE, (whole, id: string, attribute = '') => {
    const name = Object.hasOwn(variables, id) ? undefined : names.get(id);
    return name === undefined ? whole : `\${${name}${attribute}}`;
  });
}
