import type { KindName, Phase } from './phases.js';

/** What the waits are made of: the stack's own settings. Seconds. */
export interface RotationSettings {
  /** How long a function uses a secret's value before it asks again. */
  secretCache: number;
  /** How long others may keep the published verification keys. */
  keySetMaxAge: number;
  /** Longest life of a token. */
  tokenLife: number;
  /** How far after its end a token is still taken. */
  clockSkew: number;
  /** How long the gateway keeps an authorizer's answer. */
  authorizerTtl: number;
  /** How long a change may need to be seen everywhere in a region. */
  propagation: number;
  /** How old an edge's signature may be. */
  edgeWindow: number;
  /** How long the gateway may need to know a new or a disabled API key. */
  gatewayKeys: number;
  /** How long an idle connection to a database is kept. */
  connectionIdle: number;
  /** Longest that one invocation takes. */
  functionTimeout: number;
  /** Longest that a request to the API takes: API Gateway waits for no function longer than 29 seconds. */
  requestTimeout: number;
}

/** A part of a wait, with its name for people. */
export interface WaitPart {
  why: string;
  seconds: number;
}

type PartName = keyof typeof PARTS;

const PARTS = {
  secretCache: 'functions’ cache of secrets',
  keySetMaxAge: 'others’ cache of the key set',
  tokenLife: 'longest token life',
  clockSkew: 'allowed clock difference',
  authorizerTtl: 'the gateway’s authorizer cache',
  propagation: 'propagation',
  edgeWindow: 'age that an edge’s signature may have',
  gatewayKeys: 'the gateway’s knowledge of API keys',
  connectionIdle: 'idle database connections',
  functionTimeout: 'the longest invocation',
  requestTimeout: 'the longest request',
} satisfies Record<keyof RotationSettings, string>;

/**
 * The waits that make each change safe, by kind and by the phase they follow.
 * After `publish`: every verifier has asked anew, so none refuses what the new key makes.
 * After `promote` (and `demote`): every signer has asked anew, and what it made before has come to its end.
 * After `revoke` (and `unpublish`): nobody takes the key from a cache any more, a request that had read it included.
 */
const WAITS: Record<KindName, Partial<Record<Phase, readonly PartName[]>>> = {
  signing: {
    publish: ['secretCache', 'secretCache', 'keySetMaxAge', 'propagation'],
    promote: ['secretCache', 'propagation', 'functionTimeout', 'tokenLife', 'clockSkew'],
    revoke: ['secretCache', 'propagation', 'requestTimeout', 'authorizerTtl'],
    demote: ['secretCache', 'propagation', 'functionTimeout', 'tokenLife', 'clockSkew'],
  },
  client: {
    publish: ['secretCache', 'propagation'],
    revoke: ['secretCache', 'propagation', 'requestTimeout'],
    demote: ['secretCache', 'propagation'],
  },
  edge: {
    publish: ['secretCache', 'propagation'],
    promote: ['edgeWindow', 'clockSkew'],
    revoke: ['secretCache', 'propagation', 'requestTimeout'],
    demote: ['secretCache', 'propagation', 'edgeWindow'],
  },
  'api-key': { publish: ['gatewayKeys'], revoke: ['gatewayKeys'], demote: ['gatewayKeys'] },
  database: {
    promote: ['secretCache', 'propagation', 'connectionIdle', 'functionTimeout'],
    demote: ['secretCache', 'propagation', 'connectionIdle', 'functionTimeout'],
  },
  env: { publish: ['propagation'], promote: ['propagation', 'functionTimeout'], demote: ['propagation'] },
};

/** What has to be waited for after a phase of this kind. Parts of no length are left out. */
export function waitParts(kind: KindName, phase: Phase, settings: RotationSettings): WaitPart[] {
  const names = WAITS[kind][phase] ?? [];
  return names
    .map((name) => ({ why: PARTS[name], seconds: settings[name] }))
    .filter(({ seconds }) => seconds > 0);
}

/** How long to wait after a phase in which these kinds took part, in milliseconds: the longest of theirs. */
export function waitAfter(kinds: readonly KindName[], phase: Phase, settings: RotationSettings): number {
  return Math.max(0, ...kinds.map((kind) => sum(waitParts(kind, phase, settings)) * 1000));
}

function sum(parts: readonly WaitPart[]): number {
  return parts.reduce((total, { seconds }) => total + seconds, 0);
}
