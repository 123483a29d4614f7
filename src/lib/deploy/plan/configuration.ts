import type { FunctionFacts } from '../../aws/functions.js';
import type { StackFacts } from '../../aws/stacks.js';
import type { Synthesised } from '../synth/synthesise.js';
import type { Dict } from './api-document.js';
import type { Sides } from './sides.js';

/** A setting that is one thing here and another there. */
export interface ConfigurationDifference {
  /** `parameter`, `tag`, or the logical id of a function. */
  of: string;
  name: string;
  /** Left out where it is not there. */
  deployed?: string;
  local?: string;
}

/** The stack as it is deployed: its functions as they are now, by logical id. */
export interface Deployed {
  stack: StackFacts;
  functions: ReadonlyMap<string, FunctionFacts>;
}

/** Settings of functions that somebody may have changed past the stack. Defaults are Lambda's. */
const SETTINGS: readonly [property: string, fact: (fn: FunctionFacts) => unknown, fallback?: unknown][] = [
  ['MemorySize', (fn) => fn.memorySize, 128],
  ['Timeout', (fn) => fn.timeout, 3],
  ['Runtime', (fn) => fn.runtime],
  ['Handler', (fn) => fn.handler],
];

/** Parameters, tags and functions' settings in which the project and what runs differ. */
export function configurationDifferences(
  { stack, functions }: Deployed,
  made: Pick<Synthesised, 'parameters'>,
  tags: Readonly<Record<string, string>>,
  { after }: Pick<Sides, 'after'>,
): ConfigurationDifference[] {
  const local = Object.fromEntries(made.parameters.map((one) => [one.ParameterKey, one.ParameterValue]));
  const shown = Object.entries(stack.parameters).filter(([, value]) => value !== '****');
  return [
    ...differences('parameter', Object.fromEntries(shown), local),
    ...differences('tag', stack.tags, tags),
    ...[...functions].flatMap(([id, fn]) => {
      const settings = settingsOf(fn, after.get(id)?.properties ?? {});
      return settings.flatMap(([name, is, wanted]) => differences(id, { [name]: is }, { [name]: wanted }));
    }),
  ];
}

/** Settings that the template names, or that have a default: as they are, and as they should be. */
function settingsOf(fn: FunctionFacts, properties: Dict): [name: string, is: string, wanted: string][] {
  return SETTINGS.flatMap(([name, fact, fallback]) => {
    const wanted = properties[name] ?? (Object.keys(properties).length > 0 ? fallback : undefined);
    return wanted === undefined ? [] : [[name, String(fact(fn)), String(wanted)]];
  });
}

function differences(
  of: string,
  deployed: Readonly<Record<string, string>>,
  local: Readonly<Record<string, string>>,
): ConfigurationDifference[] {
  const names = [...new Set([...Object.keys(deployed), ...Object.keys(local)])].sort();
  return names
    .filter((name) => deployed[name] !== local[name])
    .map((name) => ({
      of,
      name,
      ...(deployed[name] !== undefined && { deployed: deployed[name] }),
      ...(local[name] !== undefined && { local: local[name] }),
    }));
}
