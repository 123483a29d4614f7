import type { Ids } from '../../../core/ids.js';
import { sampleTrip } from '../../../core/scenario/sample-trip.js';
import type { SystemUnderTest } from '../../../core/scenario/system.js';
import type { Scope } from '../../../core/scenario/template.js';

/** Letters and digits of booking references: without those that are mistaken for each other. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** What variables are made from. */
export interface VariableSource {
  ids: Ids;
  seed: string;
  system: SystemUnderTest;
  now(): number;
}

/** The values of a scenario while it runs. A fork sees the values of its parent and keeps what it sets to itself. */
export class Variables implements Scope {
  readonly #source: VariableSource;
  readonly #parent: Variables | undefined;
  readonly #own = new Map<string, unknown>();

  constructor(source: VariableSource, parent?: Variables) {
    this.#source = source;
    this.#parent = parent;
  }

  /** Variables for one of several runs of the same step; `${index}` tells which. */
  fork(index: number): Variables {
    const fork = new Variables(this.#source, this);
    fork.set('index', index);
    return fork;
  }

  set(name: string, value: unknown): void {
    this.#own.set(name, value);
  }

  /** What this fork itself has set. */
  own(): Map<string, unknown> {
    return this.#own;
  }

  /** All that are set, the parents' included. */
  all(): Record<string, unknown> {
    return { ...this.#parent?.all(), ...Object.fromEntries(this.#own) };
  }

  now(): number {
    return this.#source.now();
  }

  value(name: string): unknown {
    if (this.#own.has(name)) return this.#own.get(name);
    if (this.#parent) return this.#parent.value(name);
    const make = Object.hasOwn(BUILT, name) ? BUILT[name] : undefined;
    return make?.(this.#source);
  }
}

const BUILT: Record<string, (source: VariableSource) => unknown> = {
  uuid: ({ ids }) => ids.uuid(),
  newPnr: ({ ids }) => newPnr(ids),
  seed: ({ seed }) => seed,
  sampleTrip: ({ now }) => sampleTrip('', now()),
  index: () => 0,
  tenant: ({ system }) => system.tenants()[0]?.tenant,
  region: ({ system }) => system.tenants()[0]?.region,
  tenants: ({ system }) => system.tenants().map(({ tenant }) => tenant),
};

/** A booking reference that nobody has used: eight characters, so that a run on a shared stage meets none of another's. */
export function newPnr(ids: Ids): string {
  return [...ids.bytes(8)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
