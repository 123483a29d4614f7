import { type Dict, isDict, own } from '../dict.js';
import { placeOf } from '../document/marks.js';
import { DESCRIPTIONS, type Described, describeUnknown, functionNameOf } from './attributes.js';
import type { Conditions } from './conditions.js';
import type { Context, KnownIdentity } from './context.js';
import { Resolver, type Resources } from './intrinsics.js';
import type { StackResource } from './model.js';
import { UNRESOLVED } from './props.js';

/** The template's resources with their identities and resolved properties, each worked out when first asked for. */
export class ResourceSet implements Resources {
  readonly resolver: Resolver;
  readonly #context: Context;
  readonly #conditions: Conditions;
  readonly #described = new Map<string, Described | undefined>();
  readonly #open = new Set<string>();

  constructor(context: Context, conditions: Conditions) {
    this.#context = context;
    this.#conditions = conditions;
    this.resolver = new Resolver(context, conditions, this);
  }

  ref(logicalId: string): string | undefined {
    return this.#describe(logicalId)?.ref;
  }

  attribute(logicalId: string, attribute: string, at: Dict): unknown {
    const described = this.#describe(logicalId);
    const known = own(described?.attributes, attribute);
    if (known !== undefined) return known;
    const type = String((this.#context.resources[logicalId] as Dict).Type);
    if (DESCRIPTIONS[type]) return undefined; // reported by the reference check
    this.#context.report.warn(
      {
        code: 'INVENTED_ATTRIBUTE',
        message: `\`${logicalId}.${attribute}\`: ${type} is not emulated, so this value is made up.`,
        remedy: 'Nothing to do unless a request depends on it.',
      },
      { holder: at },
    );
    if (attribute !== 'Arn') return `${described?.ref ?? logicalId}.${attribute}`;
    const { partition, region, accountId } = this.#context;
    const service = (type.split('::')[1] ?? 'unknown').toLowerCase();
    return `arn:${partition}:${service}:${region}:${accountId}:${described?.ref ?? logicalId}`;
  }

  /** Whether the resource is created: its condition holds. */
  exists(logicalId: string): boolean {
    const resource = this.#context.resources[logicalId];
    if (!isDict(resource)) return false;
    const condition = resource.Condition;
    if (typeof condition !== 'string') return true;
    return this.#conditions.isTrue(condition, {
      holder: resource,
      key: 'Condition',
      path: `Resources.${logicalId}`,
    });
  }

  /** Whether an output's own condition holds. */
  holds(output: Dict): boolean {
    const condition = output.Condition;
    return (
      typeof condition !== 'string' ||
      this.#conditions.isTrue(condition, { holder: output, key: 'Condition' })
    );
  }

  /** Every created resource with its properties resolved, in template order. */
  all(): StackResource[] {
    return Object.entries(this.#context.resources).flatMap(([logicalId, raw]) => {
      if (!isDict(raw) || typeof raw.Type !== 'string' || !this.exists(logicalId)) return [];
      const described = this.#describe(logicalId) as Described;
      const properties = this.resolver.value(raw.Properties ?? {});
      return [
        {
          logicalId,
          type: raw.Type,
          physicalId: described.ref,
          ...(described.arn && { arn: described.arn }),
          properties: isDict(properties) ? properties : {},
          place: placeOf(this.#context.resources, logicalId, 'key') ?? this.#nowhere(),
          ...kept(raw),
          ...this.#updatePolicy(raw),
        },
      ];
    });
  }

  #updatePolicy({ UpdatePolicy }: Dict): Pick<StackResource, 'updatePolicy'> {
    const updatePolicy = this.resolver.value(UpdatePolicy);
    return isDict(updatePolicy) ? { updatePolicy } : {};
  }

  #nowhere(): { file: string; line: number; column: number } {
    return { file: this.#context.file, line: 1, column: 1 };
  }

  #describe(logicalId: string): Described | undefined {
    if (this.#described.has(logicalId)) return this.#described.get(logicalId);
    if (!this.exists(logicalId)) return undefined;
    if (this.#open.has(logicalId)) return { ref: UNRESOLVED, attributes: {} }; // a cycle, reported already
    this.#open.add(logicalId);
    const raw = this.#context.resources[logicalId] as Dict;
    const known = this.#context.identities?.get(logicalId);
    const described = this.#made(logicalId, raw);
    const merged = known ? withKnown(described, known) : described;
    this.#open.delete(logicalId);
    this.#described.set(logicalId, merged);
    return merged;
  }

  /** The identity made up for a resource from its properties. */
  #made(logicalId: string, raw: Dict): Described {
    const describe = DESCRIPTIONS[String(raw.Type)] ?? describeUnknown;
    return describe({
      logicalId,
      context: this.#context,
      text: (key) => this.#text(raw, key),
      ordinal: () => this.#ordinal(logicalId, raw),
    });
  }

  #text(raw: Dict, key: string): string | undefined {
    const value = isDict(raw.Properties) ? this.resolver.value(raw.Properties[key]) : undefined;
    return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
  }

  /** Versions of one function are numbered in template order. */
  #ordinal(logicalId: string, raw: Dict): number {
    const name = functionNameOf(this.#text(raw, 'FunctionName') ?? '');
    let count = 0;
    for (const [id, other] of Object.entries(this.#context.resources)) {
      if (
        isDict(other) &&
        other.Type === raw.Type &&
        functionNameOf(this.#text(other, 'FunctionName') ?? '') === name
      )
        count++;
      if (id === logicalId) break;
    }
    return count;
  }
}

/** What a resource that exists answers; what its handler does not tell stays made up. */
function withKnown(made: Described, known: KnownIdentity): Described {
  const arn = known.arn ?? known.attributes.Arn ?? (known.ref.startsWith('arn:') ? known.ref : made.arn);
  return {
    ref: known.ref,
    ...(typeof arn === 'string' && { arn }),
    attributes: { ...made.attributes, ...known.attributes },
  };
}

/** The attributes beside `Properties` that somebody may want to know. */
function kept(
  raw: Dict,
): Pick<StackResource, 'dependsOn' | 'deletionPolicy' | 'updateReplacePolicy' | 'metadata'> {
  const { DependsOn, DeletionPolicy, UpdateReplacePolicy, Metadata } = raw;
  return {
    ...(DependsOn !== undefined && { dependsOn: [DependsOn].flat().map(String) }),
    ...(typeof DeletionPolicy === 'string' && { deletionPolicy: DeletionPolicy }),
    ...(typeof UpdateReplacePolicy === 'string' && { updateReplacePolicy: UpdateReplacePolicy }),
    ...(isDict(Metadata) && { metadata: Metadata }),
  };
}
