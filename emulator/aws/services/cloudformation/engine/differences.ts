import { isDeepStrictEqual } from 'node:util';
import type { ResourceHandler, ResourceProperties } from '../../../../kernel/cloudformation.js';

/** Names of the properties that differ, in the order of what is wanted. */
export function changedProperties(before: ResourceProperties, after: ResourceProperties): string[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...names].filter((name) => !isDeepStrictEqual(before[name], after[name]));
}

/** What a change of a property does to a resource of this type. */
export function recreation(
  handler: ResourceHandler | undefined,
  name: string,
  values?: { before: ResourceProperties; after: ResourceProperties },
): 'Never' | 'Conditionally' | 'Always' {
  if (!handler?.update || handler.replacedBy.includes(name)) return 'Always';
  if (!handler.mayBeReplacedBy?.includes(name)) return 'Never';
  if (!values || !handler.willReplace) return 'Conditionally';
  return handler.willReplace(values.before, values.after) ? 'Always' : 'Never';
}

/** True when the change needs a new resource in the old one's place. */
export function needsReplacement(
  handler: ResourceHandler | undefined,
  before: ResourceProperties,
  after: ResourceProperties,
): boolean {
  return changedProperties(before, after).some(
    (name) => recreation(handler, name, { before, after }) === 'Always',
  );
}
