import { isDeepStrictEqual } from 'node:util';
import { type Dict, own } from '../../../../src/core/dict.js';
import type { Evaluation } from '../../../../src/core/stack/evaluation.js';
import type { ResourceHandler } from '../../../kernel/cloudformation.js';
import { changedProperties, recreation } from './engine/differences.js';
import { evaluationOf } from './engine/stack-run.js';
import { refused } from './faults.js';
import { hiddenValues, masked } from './parameters.js';
import { differencesOf, type ResourceChange } from './plan-details.js';
import type { Stacks } from './stacks.js';
import type { PlannedChange, StackSource, StoredResource, StoredStack } from './stored.js';
import { readTemplate, type Template, type TemplateResource, templateError } from './template.js';

/** Stands where a value is known only when the change is carried out. */
export const LATER = '{{changeSet:KNOWN_AFTER_APPLY}}';

/** What an update would come to. */
export interface Plan {
  changes: PlannedChange[];
  /** True when nothing at all would be different, outputs among it. */
  isEmpty: boolean;
}

/** What the changes of one source are worked out with. */
interface Planning {
  stacks: Stacks;
  stack: StoredStack;
  next: StackSource;
  template: Template;
  before: Template | undefined;
  evaluation: Evaluation;
  /** Changes that were found so far; resources come after those they need. */
  found: Map<string, ResourceChange>;
  hidden: string[];
}

/** Compares a stack with what it is to be. Throws `ValidationError` for what CloudFormation would refuse outright. */
export function planChanges(stacks: Stacks, stack: StoredStack, next: StackSource): Plan {
  const planning = open(stacks, stack, next);
  try {
    return compare(planning);
  } catch (error) {
    throw templateError(error);
  }
}

function open(stacks: Stacks, stack: StoredStack, next: StackSource): Planning {
  const template = readTemplate(next.template);
  const before = Object.keys(stack.resources).length > 0 ? readTemplate(stack.template) : undefined;
  const found = new Map<string, ResourceChange>();
  const isLater = (id: string) =>
    own(stack.resources, id) === undefined || found.get(id)?.replacement === 'True';
  const evaluation = evaluationOf(
    stacks,
    { ...next, id: stack.id, name: stack.name },
    {
      ref: (id) => (isLater(id) ? LATER : own(stack.resources, id)?.physicalId),
      attribute: (id, name) => (isLater(id) ? LATER : own(own(stack.resources, id)?.attributes, name)),
    },
  );
  const hidden = hiddenValues(template, next.parameters);
  return { stacks, stack, next, template, before, evaluation, found, hidden };
}

function compare(planning: Planning): Plan {
  const { stack, template, evaluation, found } = planning;
  const wanted = inOrder(evaluation.existing(), template.needs);
  const retyped = wanted.filter((id) => {
    const present = own(stack.resources, id);
    return present && present.type !== template.resources[id]?.Type;
  });
  if (retyped.length > 0)
    throw refused(
      `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${retyped.join(', ')}]`,
    );
  for (const id of wanted) {
    const change = planOne(planning, id, template.resources[id] as TemplateResource);
    if (change) found.set(id, change);
  }
  const removed = Object.values(stack.resources).filter(({ logicalId }) => !wanted.includes(logicalId));
  const changes = [...removed.map((one) => removal(planning, one)), ...found.values()];
  const shown = changes.map(({ changedNames: _own, ...change }: ResourceChange): PlannedChange => change);
  return {
    changes: shown.sort(byName),
    isEmpty: changes.length === 0 && !isRetagged(planning) && !outputsDiffer(planning),
  };
}

function isRetagged({ stack, next }: Planning): boolean {
  return !isDeepStrictEqual(stack.tags, next.tags);
}

function byName(a: PlannedChange, b: PlannedChange): number {
  return a.logicalId < b.logicalId ? -1 : 1;
}

/** Ids so that each comes after those it needs. */
function inOrder(ids: readonly string[], needs: ReadonlyMap<string, string[]>): string[] {
  const ordered = new Set<string>();
  const put = (id: string): void => {
    if (ordered.has(id) || !ids.includes(id)) return;
    for (const one of needs.get(id) ?? []) put(one);
    ordered.add(id);
  };
  for (const id of ids) put(id);
  return [...ordered];
}

function removal({ hidden }: Planning, resource: StoredResource): ResourceChange {
  const { logicalId, type, physicalId, properties, deletionPolicy } = resource;
  const isKept = deletionPolicy === 'Retain' || deletionPolicy === 'RetainExceptOnCreate';
  return {
    action: 'Remove',
    logicalId,
    type,
    ...(physicalId !== undefined && { physicalId }),
    policyAction: isKept ? 'Retain' : deletionPolicy === 'Snapshot' ? 'Snapshot' : 'Delete',
    scope: [],
    details: [],
    before: contextOf({ Properties: masked(properties, hidden) }),
    changedNames: [],
  };
}

function planOne(planning: Planning, id: string, raw: TemplateResource): ResourceChange | undefined {
  const { stack, evaluation, hidden } = planning;
  const properties = settleLater(evaluation.value(raw.Properties ?? {}) ?? {}) as Dict;
  const present = own(stack.resources, id);
  if (present?.physicalId !== undefined && present.status !== 'CREATE_FAILED')
    return modification(planning, present, raw, properties);
  const after = contextOf({ Properties: masked(properties, hidden) });
  return { action: 'Add', logicalId: id, type: raw.Type, scope: [], details: [], after, changedNames: [] };
}

function modification(
  planning: Planning,
  present: StoredResource,
  raw: TemplateResource,
  properties: Dict,
): ResourceChange | undefined {
  const { stacks, next, hidden, before: old } = planning;
  const handler = own(stacks.world.handlers(), present.type);
  const changed = changedProperties(present.properties, properties);
  const { details, unlikely } = differencesOf({ ...planning, handler, present, raw, properties, changed });
  const scope = scopeOf({
    present,
    raw,
    hasProperties: changed.length > 0 || unlikely,
    next,
    handler,
    old: own(old?.resources, present.logicalId),
  });
  if (scope.length === 0 && !/_FAILED$/.test(present.status)) return undefined;
  const kinds = changed.map((name) =>
    recreation(handler, name, { before: present.properties, after: properties }),
  );
  const isConditional = kinds.includes('Conditionally') || isRisky(details, changed);
  const replacement = kinds.includes('Always') ? 'True' : isConditional ? 'Conditional' : 'False';
  const shown = (one: Dict) => contextOf({ Properties: masked(one, hidden) });
  return {
    action: 'Modify',
    logicalId: present.logicalId,
    type: present.type,
    ...(present.physicalId !== undefined && { physicalId: present.physicalId }),
    replacement,
    ...(replacement === 'True' && {
      policyAction: raw.UpdateReplacePolicy === 'Retain' ? 'ReplaceAndRetain' : 'ReplaceAndDelete',
    }),
    scope,
    details: [...details, ...scope.filter((one) => one !== 'Properties').map(otherDetail)],
    before: shown(present.properties),
    after: shown(properties),
    ...(changed.length === 0 && scope.length === 1 && scope[0] === 'Properties' && { isUnlikely: true }),
    changedNames: changed,
  };
}

/** Values that might change with what they refer to, and with them perhaps the resource. */
function isRisky(details: ResourceChange['details'], changed: readonly string[]): boolean {
  return details.some(
    ({ name = '', recreation: kind }) => kind !== undefined && kind !== 'Never' && !changed.includes(name),
  );
}

function otherDetail(attribute: string): PlannedChange['details'][number] {
  return { attribute, recreation: 'Never', evaluation: 'Static', source: 'DirectModification' };
}

interface Scoped {
  present: StoredResource;
  raw: TemplateResource;
  hasProperties: boolean;
  next: StackSource;
  handler: ResourceHandler | undefined;
  old: TemplateResource | undefined;
}

/** The parts of a resource that change, in CloudFormation's names. */
function scopeOf({ present, raw, hasProperties, next, handler, old }: Scoped): string[] {
  const attributes = ['Metadata', 'CreationPolicy', 'UpdatePolicy', 'DeletionPolicy', 'UpdateReplacePolicy'];
  const isRetagged = handler?.takesTags === true && !isDeepStrictEqual(present.stackTags, next.tags);
  return [
    ...(hasProperties ? ['Properties'] : []),
    ...attributes.filter((name) => !isDeepStrictEqual(raw[name], old?.[name])),
    ...(isRetagged ? ['Tags'] : []),
  ];
}

function contextOf(value: unknown): string {
  return JSON.stringify(value);
}

/** A text with something in it that is not known yet is not known as a whole. */
function settleLater(value: unknown): unknown {
  if (typeof value === 'string') return value.includes(LATER) ? LATER : value;
  if (Array.isArray(value)) return value.map(settleLater);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, settleLater(one)]));
}

function outputsDiffer({ stack, template, evaluation }: Planning): boolean {
  const next = Object.entries(template.outputs).flatMap(([key, output]) => {
    if (!evaluation.holds(output)) return [];
    const name = output.Export === undefined ? undefined : evaluation.value((output.Export as Dict).Name);
    return [[key, String(evaluation.value(output.Value)), output.Description, name]];
  });
  const present = stack.outputs.map(({ key, value, description, exportName }) => [
    key,
    value,
    description,
    exportName,
  ]);
  return !isDeepStrictEqual(next, present);
}
