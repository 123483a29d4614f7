import { covers, overlap } from './patterns.js';
import { type Condition, type Element, type Statement, statementsOf } from './statements.js';

/** The parts of a statement by which more is allowed than before. */
export type WidenedBy = 'statement' | 'principal' | 'action' | 'resource' | 'condition';

/** More than was allowed before. */
export interface Widening {
  /** `allow`: a grant that there was not; `deny`: a prohibition that is gone, or does not reach as far. */
  kind: 'allow' | 'deny';
  by: WidenedBy[];
  /** Those that are new, where they are; with `Not:` before them when all but these. */
  principals?: string[];
  actions: string[];
  resources: string[];
  /** Conditions that still hold. */
  conditions: string[];
}

type Atom = Omit<Statement, 'effect'>;

/**
 * What a policy allows that another did not: never silent when some request is allowed by `after` and not by `before`.
 * It may speak up for nothing where several old statements together cover a new one.
 */
export function widenings(before: readonly unknown[], after: readonly unknown[]): Widening[] {
  const [was, is] = [before.flatMap(statementsOf), after.flatMap(statementsOf)];
  const of = (list: readonly Statement[], effect: Statement['effect']) =>
    list.filter((one) => one.effect === effect);
  const [hadDenies, denies] = [of(was, 'Deny').flatMap(atomsOf), of(is, 'Deny').flatMap(atomsOf)];
  const allowed = of(was, 'Allow').flatMap(atomsOf);
  return [
    ...of(is, 'Allow').flatMap((one) => uncovered('allow', atomsOf(one), allowed)),
    ...(hadDenies.length > 0 ? uncovered('deny', hadDenies, denies) : []),
  ];
}

/** A statement for one principal, one action and one resource each; `Not…` stays whole. */
function atomsOf(statement: Statement): Atom[] {
  const { conditions, variables } = statement;
  return single(statement.actions).flatMap((actions) =>
    single(statement.resources).flatMap((resources) =>
      (statement.principals ? single(statement.principals) : [undefined]).map((principals) => ({
        actions,
        resources,
        principals,
        conditions,
        variables,
      })),
    ),
  );
}

function single(element: Element): Element[] {
  return element.negated ? [element] : element.values.map((value) => ({ ...element, values: [value] }));
}

/** The atoms that none of `covering` covers, put together where the same parts are new. */
function uncovered(kind: Widening['kind'], atoms: readonly Atom[], covering: readonly Atom[]): Widening[] {
  const groups = new Map<string, Widening>();
  for (const atom of atoms) {
    const by = newParts(atom, covering);
    if (by.length === 0) continue;
    const conditions = atom.conditions.map(conditionText);
    const key = JSON.stringify([by, conditions, atom.principals !== undefined]);
    const group = groups.get(key) ?? { kind, by, actions: [], resources: [], conditions };
    add(group.actions, atom.actions);
    add(group.resources, atom.resources);
    if (atom.principals) {
      group.principals ??= [];
      add(group.principals, atom.principals);
    }
    groups.set(key, group);
  }
  return [...groups.values()];
}

function add(list: string[], { values, negated, implied }: Element): void {
  if (implied) return;
  for (const value of values) {
    const text = negated ? `Not:${value}` : value;
    if (!list.includes(text)) list.push(text);
  }
}

/** How far a statement is from another in whose place it may have come: somebody else's is hardly ever the same one. */
const DISTANCE: Readonly<Record<WidenedBy, number>> = {
  action: 1,
  condition: 1.1,
  resource: 1.2,
  principal: 2.2,
  statement: 3,
};

/** What keeps the nearest of `covering` from covering; nothing when one covers. With as much as three parts new it is another statement. */
function newParts(atom: Atom, covering: readonly Atom[]): WidenedBy[] {
  let nearest: WidenedBy[] = ['statement'];
  let least = DISTANCE.statement;
  for (const outer of covering) {
    const parts = partsBeyond(outer, atom);
    const distance = parts.reduce((sum, part) => sum + DISTANCE[part], 0);
    if (distance < least) [nearest, least] = [parts, distance];
    if (parts.length === 0) break;
  }
  return nearest;
}

function partsBeyond(outer: Atom, inner: Atom): WidenedBy[] {
  const parts: WidenedBy[] = [];
  if (!principalsCover(outer.principals, inner.principals)) parts.push('principal');
  if (!elementCovers(folded(outer.actions), folded(inner.actions))) parts.push('action');
  const same = outer.variables === inner.variables || !`${inner.resources.values}`.includes('${');
  if (!same || !elementCovers(outer.resources, inner.resources)) parts.push('resource');
  if (!conditionsCover(outer, inner)) parts.push('condition');
  return parts;
}

/** Names of actions are not told apart by case. */
function folded({ values, negated }: Element): Element {
  return { values: values.map((value) => value.toLowerCase()), negated };
}

function principalsCover(outer: Element | undefined, inner: Element | undefined): boolean {
  if (!outer || !inner) return outer === inner;
  if (!outer.negated && outer.values.includes('*')) return true;
  if (outer.negated || inner.negated) return JSON.stringify(outer) === JSON.stringify(inner);
  return inner.values.every((value) => outer.values.includes(value));
}

function elementCovers(outer: Element, inner: Element): boolean {
  const some = (list: readonly string[], value: string) => list.some((one) => covers(one, value));
  if (!outer.negated) {
    if (inner.negated) return outer.values.some((one) => /^\*+$/.test(one));
    return inner.values.every((value) => some(outer.values, value));
  }
  if (inner.negated) return outer.values.every((value) => some(inner.values, value));
  return inner.values.every((value) => !outer.values.some((one) => overlap(one, value)));
}

/** Every condition of the outer statement must hold wherever the inner one's conditions do. */
function conditionsCover(outer: Atom, inner: Atom): boolean {
  return outer.conditions.every((wanted) =>
    inner.conditions.some((given) => implies(given, wanted, outer.variables === inner.variables)),
  );
}

function implies(given: Condition, wanted: Condition, sameVariables: boolean): boolean {
  if (given.operator !== wanted.operator || given.key !== wanted.key) return false;
  if (given.ifExists && !wanted.ifExists) return false;
  if (!sameVariables && `${given.values}${wanted.values}`.includes('${')) return false;
  const within = (list: string[], of: string[]) => list.every((value) => of.includes(value));
  if (given.operator === 'Null')
    return within(given.values, wanted.values) && within(wanted.values, given.values);
  // of several values one is enough, and of several forbidden ones none
  return /Not/.test(given.operator)
    ? within(wanted.values, given.values)
    : within(given.values, wanted.values);
}

function conditionText({ operator, ifExists, key, values }: Condition): string {
  return `${operator}${ifExists ? 'IfExists' : ''} ${key} ${values.join(', ')}`;
}
