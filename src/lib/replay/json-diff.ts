import { type Dict, isDict } from '../../core/dict.js';

/** One place where two values differ; `before` or `after` is left out where it is on one side only. */
export interface ValueDifference {
  /** `result[0].price`, `result[id=airalo-1].name`; empty for the whole value. */
  path: string;
  before?: unknown;
  after?: unknown;
}

/** Where two JSON values differ. Lists of objects with an `id` each are compared by it, others by place. */
export function diffValues(before: unknown, after: unknown, path = ''): ValueDifference[] {
  if (Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after, path);
  if (isDict(before) && isDict(after)) return diffObjects(before, after, path);
  return [{ path, before, after }];
}

function diffObjects(before: Dict, after: Dict, path: string): ValueDifference[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => {
    const inner = path === '' ? name : `${path}.${name}`;
    return diffMember(
      Object.hasOwn(before, name),
      before[name],
      Object.hasOwn(after, name),
      after[name],
      inner,
    );
  });
}

function diffLists(before: unknown[], after: unknown[], path: string): ValueDifference[] {
  const [old, young] = [byId(before), byId(after)];
  if (old && young) return diffById(old, young, path);
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, at) =>
    diffMember(at < before.length, before[at], at < after.length, after[at], `${path}[${at}]`),
  ).flat();
}

function diffById(before: Map<string, Dict>, after: Map<string, Dict>, path: string): ValueDifference[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  const found = ids.flatMap((id) =>
    diffMember(before.has(id), before.get(id), after.has(id), after.get(id), `${path}[id=${id}]`),
  );
  const order = [before, after].map((list) =>
    [...list.keys()].filter((id) => before.has(id) && after.has(id)),
  );
  if (order[0]?.join('\n') !== order[1]?.join('\n'))
    found.push({ path: `${path} (order)`, before: order[0], after: order[1] });
  return found;
}

function diffMember(hasOld: boolean, old: unknown, hasNew: boolean, young: unknown, path: string) {
  if (hasOld && hasNew) return diffValues(old, young, path);
  return [hasOld ? { path, before: old } : { path, after: young }];
}

/** The members by their ids; undefined unless each is an object with an id of its own. */
function byId(list: unknown[]): Map<string, Dict> | undefined {
  const found = new Map<string, Dict>();
  for (const one of list) if (isDict(one) && typeof one.id === 'string') found.set(one.id, one);
  return found.size === list.length && list.length > 0 ? found : undefined;
}
