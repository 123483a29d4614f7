import { AwsError } from '../../../emulator/kernel/aws-error.js';
import type { ResourceHandler, ResourceHandlers } from '../../../emulator/kernel/cloudformation.js';

export interface Thing {
  logicalId: string;
  name: string;
  value: string;
  /** Physical ids that it was made with. */
  uses: string[];
}

/** The type of resources that tests make. */
export const THING = 'Test::Unit::Thing';

/**
 * A service of named things, and what CloudFormation makes of them. A thing fails as its property `Fail` says
 * (`create`, `update`, `delete`), half of the work done. Each call waits for `gate` first.
 */
export class Things {
  /** By physical id. */
  readonly all: Map<string, Thing>;
  /** Things that were made without what they use, or deleted before what uses them. */
  readonly disorder: string[] = [];
  /** Called before and in the middle of each change. */
  gate: (what: string) => Promise<void> = async () => undefined;
  #made: number;

  constructor(from?: Things) {
    this.all = new Map(from ? structuredClone([...from.all]) : []);
    this.#made = from ? from.#made + 1000 : 0;
  }

  /** Nothing there any more, and nothing waits. */
  clear(): void {
    this.all.clear();
    this.disorder.length = 0;
    this.gate = async () => undefined;
  }

  handlers(): ResourceHandlers {
    return { [THING]: this.#handler() };
  }

  /** What there is, without ids: values by logical id. */
  values(): Record<string, string[]> {
    const byId: Record<string, string[]> = {};
    for (const { logicalId, name, value } of this.all.values()) {
      byId[logicalId] ??= [];
      byId[logicalId].push(`${name}=${value}`);
    }
    return Object.fromEntries(Object.entries(byId).map(([id, list]) => [id, list.sort()]));
  }

  #handler(): ResourceHandler {
    const identity = (physicalId: string) => ({
      physicalId,
      attributes: { Value: this.all.get(physicalId)?.value },
    });
    return {
      replacedBy: ['Name'],
      create: async ({ logicalId, properties, initiated, signal }) => {
        const physicalId = `${logicalId}-${this.#made++}`;
        await this.gate(`create ${logicalId}`);
        await initiated(physicalId);
        const thing = thingOf(logicalId, properties);
        for (const one of thing.uses)
          if (!this.all.has(one)) this.disorder.push(`${physicalId} without ${one}`);
        this.all.set(physicalId, thing);
        await this.gate(`made ${logicalId}`);
        signal.throwIfAborted();
        fail('create', properties);
        return identity(physicalId);
      },
      update: async ({ logicalId, physicalId, properties }) => {
        await this.gate(`update ${logicalId}`);
        if (!this.all.has(physicalId)) throw new AwsError('NotFound', `no ${physicalId}`);
        this.all.set(physicalId, thingOf(logicalId, properties));
        await this.gate(`updated ${logicalId}`);
        fail('update', properties);
        return identity(physicalId);
      },
      delete: async ({ logicalId, physicalId, properties }) => {
        await this.gate(`delete ${logicalId}`);
        fail('delete', properties);
        const users = [...this.all].filter(([, { uses }]) => uses.includes(physicalId));
        for (const [user] of users) this.disorder.push(`${physicalId} before ${user}`);
        this.all.delete(physicalId);
        await this.gate(`deleted ${logicalId}`);
      },
      read: async ({ physicalId }) => {
        const thing = this.all.get(physicalId);
        return thing && { Name: thing.name, Value: thing.value };
      },
    };
  }
}

function thingOf(logicalId: string, { Name, Value, Uses }: Readonly<Record<string, unknown>>): Thing {
  return {
    logicalId,
    name: String(Name),
    value: String(Value),
    uses: ((Uses ?? []) as unknown[]).map(String),
  };
}

function fail(doing: string, { Fail }: Readonly<Record<string, unknown>>): void {
  if (Fail === doing) throw new AwsError('InvalidRequest', `It does not want to ${doing}.`);
}

/** A thing in a template; its value may be an intrinsic function. */
export function thing(
  name: string,
  value: unknown,
  {
    uses = [],
    fail: doing,
    ...attributes
  }: { uses?: string[]; fail?: string; [attribute: string]: unknown } = {},
) {
  const Uses = uses.map((id) => ({ Ref: id }));
  return {
    Type: THING,
    ...attributes,
    Properties: { Name: name, Value: value, Uses, ...(doing !== undefined && { Fail: doing }) },
  };
}
