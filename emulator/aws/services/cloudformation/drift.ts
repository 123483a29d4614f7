import { isDeepStrictEqual } from 'node:util';
import type { Dict } from '../../../../src/core/dict.js';
import { isDict } from '../../../../src/core/dict.js';
import type { ResourceProperties } from '../../../kernel/cloudformation.js';
import { StackRun } from './engine/stack-run.js';
import { hiddenValues, masked } from './parameters.js';
import type { Stacks } from './stacks.js';
import type { StoredDrift, StoredResource, StoredStack } from './stored.js';
import { readTemplate } from './template.js';

/** Compares a resource with what its template says of it: properties that the template does not name may be anything. */
export async function detectDrift(
  stacks: Stacks,
  stack: StoredStack,
  resource: StoredResource,
): Promise<void> {
  const run = new StackRun(stacks, stack, new AbortController().signal);
  const { logicalId, type, physicalId, properties } = resource;
  const handler = run.handler(type);
  if (!handler?.read || physicalId === undefined) {
    resource.drift = { status: 'NOT_CHECKED', checkedAt: stacks.now, differences: [] };
    return;
  }
  const actual = await handler.read({
    stack: run.handlerStack,
    logicalId,
    type,
    physicalId,
    properties,
    model: () => run.model(),
    signal: run.halted,
    tell: () => undefined,
  });
  const hidden = hiddenValues(readTemplate(stack.template), stack.parameters);
  resource.drift = { checkedAt: stacks.now, ...compared(properties, actual, hidden) };
}

function compared(
  expected: Dict,
  actual: ResourceProperties | undefined,
  hidden: readonly string[],
): Omit<StoredDrift, 'checkedAt'> {
  const shown = (value: unknown) => masked(value, hidden) as Dict;
  if (!actual) return { status: 'DELETED', expected: shown(expected), differences: [] };
  const told = Object.fromEntries(
    Object.keys(expected).flatMap((name) => (name in actual ? [[name, actual[name]]] : [])),
  );
  const known = Object.fromEntries(Object.entries(expected).filter(([name]) => name in actual));
  const differences = differencesOf('', shown(known), shown(told));
  return {
    status: differences.length > 0 ? 'MODIFIED' : 'IN_SYNC',
    expected: shown(expected),
    actual: shown({ ...expected, ...told }),
    differences,
  };
}

function differencesOf(path: string, expected: unknown, actual: unknown): StoredDrift['differences'] {
  // defaults within a map are no drift either: ADD is for lists alone (`PropertyDifference` in the API reference)
  if (isDict(expected) && isDict(actual)) {
    return Object.keys(expected).flatMap((name) =>
      differencesOf(`${path}/${name}`, expected[name], actual[name]),
    );
  }
  const isScalar = typeof expected !== 'object' && typeof actual !== 'object';
  if (isDeepStrictEqual(expected, actual) || (isScalar && String(expected) === String(actual))) return [];
  return [
    {
      path,
      ...(expected !== undefined && { expected: textOf(expected) }),
      ...(actual !== undefined && { actual: textOf(actual) }),
      type: actual === undefined ? 'REMOVE' : 'NOT_EQUAL',
    },
  ];
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
