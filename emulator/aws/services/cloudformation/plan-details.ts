import { isDeepStrictEqual } from 'node:util';
import { type Dict, own } from '../../../../src/core/dict.js';
import { mentionsIn } from '../../../../src/core/stack/mentions.js';
import type { ResourceHandler } from '../../../kernel/cloudformation.js';
import { changedProperties, recreation } from './engine/differences.js';
import { masked } from './parameters.js';
import type { PlannedChange, PlannedDetail, StackSource, StoredResource, StoredStack } from './stored.js';
import type { Template, TemplateResource } from './template.js';

/** A change with what the plan itself needs to know of it. */
export interface ResourceChange extends PlannedChange {
  /** Names of the properties whose values differ. */
  changedNames: string[];
}

interface Comparison {
  stack: StoredStack;
  next: StackSource;
  before: Template | undefined;
  found: ReadonlyMap<string, ResourceChange>;
  hidden: readonly string[];
  handler: ResourceHandler | undefined;
  present: StoredResource;
  raw: TemplateResource;
  properties: Dict;
  changed: readonly string[];
}

/**
 * Why each property of a resource changes, as `DescribeChangeSet` details it: by the template's own edit, by a
 * parameter, or by another resource. `unlikely` when a property refers to an attribute of a resource that changes in
 * place: CloudFormation lists it, for the attribute might change with it.
 */
export function differencesOf(compared: Comparison): { details: PlannedDetail[]; unlikely: boolean } {
  const { raw, changed } = compared;
  const details = changed.flatMap((name) => detailsOf(compared, name));
  const others = Object.keys(raw.Properties ?? {}).filter((name) => !changed.includes(name));
  const dynamic = others.flatMap((name) =>
    causes(compared, name).filter(({ evaluation }) => evaluation === 'Dynamic'),
  );
  return { details: [...details, ...dynamic], unlikely: dynamic.length > 0 };
}

function detailsOf(compared: Comparison, name: string): PlannedDetail[] {
  const { before, present, raw } = compared;
  const old = own(own(before?.resources, present.logicalId)?.Properties, name);
  const isEdited = !isDeepStrictEqual(old, raw.Properties?.[name]);
  const why = causes(compared, name);
  const direct: PlannedDetail = {
    ...targetOf(compared, name),
    evaluation: isEdited || why.length === 0 ? 'Static' : 'Dynamic',
    source: 'DirectModification',
  };
  const all =
    isEdited || why.length === 0 || why.some(({ source }) => source === 'ParameterReference')
      ? [direct, ...why]
      : why;
  return withValues(compared, name, all);
}

function targetOf(
  { handler, present, properties }: Comparison,
  name: string,
): Pick<PlannedDetail, 'attribute' | 'name' | 'recreation'> {
  const kind = recreation(handler, name, { before: present.properties, after: properties });
  return { attribute: 'Properties', name, recreation: kind };
}

/** The parameters and resources that a property refers to and that change. */
function causes(compared: Comparison, name: string): PlannedDetail[] {
  const { stack, next, found, raw } = compared;
  const target = targetOf(compared, name);
  const seen = new Set<string>();
  return mentionsIn(raw.Properties?.[name]).flatMap((mention): PlannedDetail[] => {
    const cause = mention.attribute === undefined ? mention.name : `${mention.name}.${mention.attribute}`;
    if (seen.has(cause)) return [];
    seen.add(cause);
    if (Object.hasOwn(next.parameters, mention.name)) {
      const isChanged = next.parameters[mention.name] !== own(stack.parameters, mention.name);
      return isChanged ? [{ ...target, evaluation: 'Static', source: 'ParameterReference', cause }] : [];
    }
    const change = found.get(mention.name);
    if (!change) return [];
    const isNew = change.action === 'Add' || change.replacement === 'True';
    if (mention.attribute === undefined)
      return isNew ? [{ ...target, evaluation: 'Static', source: 'ResourceReference', cause }] : [];
    return [{ ...target, evaluation: isNew ? 'Static' : 'Dynamic', source: 'ResourceAttribute', cause }];
  });
}

/** One detail for each place inside a property that differs, with the values before and after. */
function withValues(
  { present, properties, hidden }: Comparison,
  name: string,
  details: PlannedDetail[],
): PlannedDetail[] {
  const places = differingPlaces(`/Properties/${name}`, present.properties[name], properties[name]);
  return details.flatMap((detail) =>
    places.map(({ path, before, after }) => ({
      ...detail,
      path,
      ...(before !== undefined && { before: textOf(masked(before, hidden)) }),
      ...(after !== undefined && { after: textOf(masked(after, hidden)) }),
      changeType:
        before === undefined
          ? ('Add' as const)
          : after === undefined
            ? ('Remove' as const)
            : ('Modify' as const),
    })),
  );
}

interface Place {
  path: string;
  before: unknown;
  after: unknown;
}

function differingPlaces(path: string, before: unknown, after: unknown): Place[] {
  if (!isMap(before) || !isMap(after)) return [{ path, before, after }];
  return changedProperties(before, after).flatMap((key) =>
    differingPlaces(`${path}/${key}`, before[key], after[key]),
  );
}

function isMap(value: unknown): value is Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
