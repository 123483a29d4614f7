import type { AwsRegion } from '../aws/region.js';
import type { KindName } from './phases.js';
import type { Target } from './target.js';

/** One line of keys that a rotation moves on: the old key and the one to come. Nothing here is secret. */
export interface Subject {
  /** `signing`, `client/aulis-booking` … */
  id: string;
  kind: KindName;
  /** Where it has to be changed, the first being where a new key is made. */
  regions: string[];
  tenant?: string;
  /** Who holds the key, for people. */
  holder: string;
  /** Name of the secret, gateway key, database user or function prefix that is changed. */
  name: string;
  oldKey: string;
  newKey: string;
  /** Since when the old key is in use, epoch ms; left out where nobody knows. */
  since?: number;
}

/** What a rotation has to remember between steps beside what AWS keeps: ids and versions, never secrets. */
export type Memory = Map<string, string>;

/** What a step works with. */
export interface StepContext {
  target: Target;
  /** Id of the rotation. */
  rotation: string;
  subject: Subject;
  region: AwsRegion;
  memory: Memory;
  /** How often the step was begun before and broken off: what it did then is not in the memory. Left out outside of steps. */
  brokenOff?: number;
  /** Take what somebody else has changed as the new ground. */
  acceptChanges: boolean;
}

/** What is known of the use of a subject's keys. Times are epoch ms. */
export interface Adoption {
  oldLastAt?: number;
  newLastAt?: number;
  /** False when nothing counts the uses of this kind, or nothing could be read. */
  known: boolean;
  /** For people. */
  note: string;
}

/**
 * A kind of key. Each step is for one subject in one region, may be repeated at any time, looks before it acts, and
 * reads back what it did. What they return is a sentence for the audit log.
 */
export interface KeyKind {
  /** The keys there are, without those of other tenants. */
  survey(target: Target, rotation: string): Promise<Subject[]>;
  create(context: StepContext): Promise<string>;
  publish(context: StepContext): Promise<string>;
  /** Uses the new key on the live API. Throws a `ProbeRefused`. */
  probe(context: StepContext): Promise<string>;
  promote(context: StepContext): Promise<string>;
  revoke(context: StepContext): Promise<string>;
  /** Uses old and new key on the live API: the old one must be refused. Throws a `StillAccepted`. */
  prove(context: StepContext): Promise<string>;
  clean(context: StepContext): Promise<string>;
  /** Old key current again. */
  demote(context: StepContext): Promise<string>;
  /** Takes back whatever `create` and `publish` did. */
  unpublish(context: StepContext): Promise<string>;
  /** Uses since `from` (epoch ms). */
  adoption(context: StepContext, from: number): Promise<Adoption>;
}

/** The live API refused the new key. */
export class ProbeRefused extends Error {
  override readonly name = 'ProbeRefused';
}

/** The live API took a revoked key. */
export class StillAccepted extends Error {
  override readonly name = 'StillAccepted';
}

/** A change that was made does not show when it is read back. */
export class NotSeen extends Error {
  override readonly name = 'NotSeen';
  readonly what: string;
  readonly region: string;

  constructor(what: string, region: string) {
    super(`${what} in ${region} does not show the change`);
    this.what = what;
    this.region = region;
  }
}

/** Somebody else changed a secret that this rotation is at. */
export class ChangedByHand extends Error {
  override readonly name = 'ChangedByHand';
  readonly facts: { name: string; region: string; expected: string; found: string };

  constructor(facts: { name: string; region: string; expected: string; found: string }) {
    super(`${facts.name} in ${facts.region} was changed by somebody else`);
    this.facts = facts;
  }
}
