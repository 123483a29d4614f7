import type { CanaryVerdict } from './canary/judge.js';
import type { BeginEntry, DeployEntry, DeployOutcome, DeployStep, RegionPart, Settled } from './entries.js';

/** How far a deploy has come in one region. */
export interface RegionProgress {
  part: RegionPart;
  intended: Set<DeployStep>;
  done: Map<DeployStep, string>;
  /** The stack's last event before its change set was executed. */
  cursor?: string;
  /** When the change set was executed, epoch ms. */
  executedAt?: number;
  /** Objectives that the canary broke: it has been stopped for them. */
  broken?: CanaryVerdict[];
  settled?: Settled;
  verified?: { ok: boolean; note: string };
}

/** How far a deploy is, made from its journal alone. */
export class DeployState {
  readonly begin: BeginEntry;
  readonly regions: RegionProgress[];
  outcome: DeployOutcome | undefined;
  cancelled = false;
  last: DeployEntry;

  constructor(entries: readonly DeployEntry[]) {
    const [begin] = entries;
    if (begin?.type !== 'begin') throw new Error('the journal does not begin with a beginning');
    this.begin = begin;
    this.last = begin;
    this.regions = begin.parts.map((part) => ({ part, intended: new Set(), done: new Map() }));
    for (const entry of entries) this.apply(entry);
  }

  /** Takes up an entry. */
  apply(entry: DeployEntry): void {
    this.last = entry;
    if (entry.type === 'end') this.outcome = entry.outcome;
    if (entry.type === 'cancel') this.cancelled = true;
    if ('region' in entry) this.#applyTo(this.region(entry.region), entry);
  }

  /** How far it is in a region. */
  region(name: string): RegionProgress {
    const found = this.regions.find(({ part }) => part.region === name);
    if (!found) throw new RangeError(`${name} is not a region of this deploy`);
    return found;
  }

  /** Regions in which nothing was changed. */
  get untouched(): string[] {
    return this.regions.filter(({ intended }) => !intended.has('execute')).map(({ part }) => part.region);
  }

  /** One sentence on how things stand. */
  describe(): string {
    if (this.outcome === 'done') return 'It is done.';
    return this.regions.map((one) => `${one.part.stack} in ${one.part.region}: ${standing(one)}`).join('; ');
  }

  #applyTo(region: RegionProgress, entry: Extract<DeployEntry, { region: string }>): void {
    if (entry.type === 'intent') {
      region.intended.add(entry.step);
      if (entry.step === 'execute') region.executedAt ??= entry.at;
      if (entry.cursor !== undefined) region.cursor ??= entry.cursor;
    }
    if (entry.type === 'done') region.done.set(entry.step, entry.note);
    if (entry.type === 'broken') region.broken = entry.verdicts;
    if (entry.type === 'settled') {
      const { type: _type, at: _at, region: _region, ...settled } = entry;
      region.settled = settled;
    }
    if (entry.type === 'verified') region.verified = { ok: entry.ok, note: entry.note };
  }
}

function standing({ part, intended, done, settled }: RegionProgress): string {
  if (part.changeSetId === undefined) return 'nothing to change';
  if (settled) return settled.ok ? 'deployed' : `failed, the stack is ${settled.status}`;
  if (done.has('execute')) return 'CloudFormation is at it';
  return intended.has('execute') ? 'perhaps begun' : 'untouched';
}
