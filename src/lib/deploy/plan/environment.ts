import { asDict, type Dict } from './api-document.js';
import type { SideResource, Sides } from './sides.js';

/** A variable of a function's environment that comes, goes or changes. */
export interface VariableChange {
  function: string;
  variable: string;
  /** As the template has it: references stay references. */
  before?: string;
  after?: string;
}

/** Secrets and parameters outside the template that a resource newly refers to, or no longer. */
export interface SecretReferenceChange {
  resource: string;
  added: string[];
  removed: string[];
}

/** Changes of functions' environments; a parameter's new value counts, although the template says the same. */
export function environmentChanges({ before, after }: Sides): VariableChange[] {
  const functions = [...after.values()].filter(({ type }) => type === 'AWS::Lambda::Function');
  return functions.flatMap((now) => {
    const old = before.get(now.logicalId);
    if (!old) return []; // all of a new function is new
    const [was, is] = [variablesOf(old.properties), variablesOf(now.properties)];
    const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
    return names
      .filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
      .map((variable) => ({
        function: now.logicalId,
        variable,
        ...shown('before', old, variable),
        ...shown('after', now, variable),
      }));
  });
}

function variablesOf(properties: Dict): Dict {
  return asDict(asDict(properties.Environment).Variables);
}

/** Names whose values are not for a terminal, where somebody wrote them down after all. */
const SECRETIVE = /secret|password|passwd|token|credential|private/i;

function shown(
  side: 'before' | 'after',
  { written }: SideResource,
  variable: string,
): Record<string, string> {
  const value = variablesOf(written)[variable];
  if (value === undefined) return {};
  const isLiteral = typeof value !== 'object' && !String(value).includes('{{resolve:');
  return { [side]: isLiteral && SECRETIVE.test(variable) ? '(not shown)' : expressionText(value) };
}

/** An expression of a template, in its short form where there is one. */
function expressionText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[name, argument] = ['', undefined]] = Object.entries(value);
  if (name === 'Ref') return `!Ref ${String(argument)}`;
  if (name === 'Fn::GetAtt')
    return `!GetAtt ${Array.isArray(argument) ? argument.join('.') : String(argument)}`;
  if (name === 'Fn::Sub' && typeof argument === 'string') return `!Sub ${argument}`;
  return JSON.stringify(value);
}

/** Changes of what resources refer to in Secrets Manager and in the Parameter Store. */
export function secretReferenceChanges(sides: Sides): SecretReferenceChange[] {
  const ids = [...new Set([...sides.before.keys(), ...sides.after.keys()])].sort();
  return ids.flatMap((resource) => {
    const was = secretReferences(sides.before.get(resource), sides.before);
    const is = secretReferences(sides.after.get(resource), sides.after);
    const added = is.filter((one) => !was.includes(one));
    const removed = was.filter((one) => !is.includes(one));
    return added.length + removed.length > 0 ? [{ resource, added, removed }] : [];
  });
}

const DYNAMIC = /\{\{resolve:(?:secretsmanager|ssm-secure|ssm):[^}]+\}\}/g;
const HOLDS = /^AWS::(SecretsManager::Secret|SSM::Parameter)$/;

function secretReferences(
  resource: SideResource | undefined,
  side: ReadonlyMap<string, SideResource>,
): string[] {
  if (!resource) return [];
  const found = new Set<string>();
  const text = JSON.stringify(resource.written);
  for (const [reference] of text.matchAll(DYNAMIC)) found.add(reference);
  for (const id of referencedIds(resource.written))
    if (HOLDS.test(side.get(id)?.type ?? '') && id !== resource.logicalId) found.add(id);
  return [...found].sort();
}

/** Logical ids in `Ref`, `Fn::GetAtt` and `Fn::Sub`. */
function referencedIds(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencedIds);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, argument]) => {
    if (key === 'Ref') return [String(argument)];
    if (key === 'Fn::GetAtt')
      return [Array.isArray(argument) ? String(argument[0]) : (String(argument).split('.')[0] as string)];
    if (key !== 'Fn::Sub') return referencedIds(argument);
    const text = Array.isArray(argument) ? String(argument[0]) : String(argument);
    const names = [...text.matchAll(/\$\{([A-Za-z0-9]+)[.}]/g)].map(([, name]) => name as string);
    return [...names, ...(Array.isArray(argument) ? referencedIds(argument[1]) : [])];
  });
}
