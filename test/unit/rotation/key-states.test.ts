import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  KEY_STATES,
  KEY_TABLE,
  type KeyState,
  mayBecome,
  move,
} from '../../../src/lib/rotation/key-states.js';
import { BACKWARD, FORWARD, type Phase, STATES_AFTER } from '../../../src/lib/rotation/phases.js';
import { type RotationSettings, waitAfter } from '../../../src/lib/rotation/waits.js';

describe('the table of key states', () => {
  it('knows no way back from revoked, and no signing without being accepted', () => {
    expect(KEY_TABLE.revoked.next).toEqual([]);
    for (const state of KEY_STATES) if (KEY_TABLE[state].signs) expect(KEY_TABLE[state].accepted).toBe(true);
  });

  it('refuses every move that is not in it', () => {
    for (const from of KEY_STATES)
      for (const to of KEY_STATES)
        if (mayBecome(from, to)) expect(move(from, to)).toBe(to);
        else expect(() => move(from, to)).toThrow(`cannot become ${to}`);
  });

  it('allows what the phases do, forward and from any point back', () => {
    let fresh: KeyState = 'created';
    let old: KeyState = 'current';
    for (const phase of FORWARD) {
      const after = STATES_AFTER[phase];
      if (!after) continue;
      if (after.fresh !== fresh) fresh = move(fresh, after.fresh);
      if (after.old !== old) old = move(old, after.old);
    }
    expect([fresh, old]).toEqual(['current', 'revoked']);
    expect(move('current', STATES_AFTER.demote?.fresh as KeyState)).toBe('retiring');
    for (const before of ['created', 'published', 'retiring'] as const)
      expect(move(before, STATES_AFTER.unpublish?.fresh as KeyState)).toBe('revoked');
    expect(BACKWARD).toEqual(['demote', 'unpublish']);
  });
});

/**
 * A world of verifiers and signers that cache as the stack's settings allow, at the worst moments: told in seconds.
 * `waitOf` gives the waits; the answer is the first fault found.
 */
function simulate(
  settings: RotationSettings,
  seed: number[],
  waitOf: (phase: Phase) => number,
): string | undefined {
  let index = 0;
  const any = (): number => (seed[index++ % seed.length] as number) / 1000;
  const propagate = (): number => any() * settings.propagation;
  const published = 0;
  const promoted = published + waitOf('publish');
  const revoked = promoted + waitOf('promote');
  const proven = revoked + waitOf('revoke');
  // a reader that last asked just before a change reached it sees the change up to one cache life later
  const seenBy = (change: number): number => change + propagate() + any() * settings.secretCache;
  for (let one = 0; one < 40; one++) {
    const servedByKeySet = seenBy(published);
    const outside = servedByKeySet + any() * settings.keySetMaxAge;
    const verifierKnowsNew = Math.max(seenBy(published), any() < 0.5 ? outside : 0);
    const signerUsesNew = seenBy(promoted);
    if (signerUsesNew < verifierKnowsNew) return 'a new token refused: a verifier does not know the key yet';
    const lastOldToken = signerUsesNew + any() * settings.functionTimeout;
    const lastGood = lastOldToken + settings.tokenLife + settings.clockSkew;
    const verifierForgets = seenBy(revoked);
    const alive = lastOldToken + any() * (settings.tokenLife + settings.clockSkew);
    if (alive > revoked && alive <= lastGood && alive > verifierForgets)
      return 'an old token refused before its end';
    const lastAnswer = verifierForgets + any() * settings.requestTimeout; // it had read the keys a moment before
    const cachedAnswer = lastAnswer + any() * settings.authorizerTtl;
    if (cachedAnswer > proven) return 'a revoked key accepted after the end';
  }
  return undefined;
}

const settings = fc.record({
  secretCache: fc.integer({ min: 1, max: 600 }),
  keySetMaxAge: fc.integer({ min: 1, max: 3600 }),
  tokenLife: fc.integer({ min: 60, max: 43_200 }),
  clockSkew: fc.integer({ min: 0, max: 120 }),
  authorizerTtl: fc.integer({ min: 1, max: 3600 }),
  propagation: fc.integer({ min: 1, max: 60 }),
  edgeWindow: fc.constant(300),
  gatewayKeys: fc.constant(300),
  connectionIdle: fc.constant(60),
  functionTimeout: fc.integer({ min: 1, max: 29 }),
  requestTimeout: fc.integer({ min: 1, max: 29 }),
});
// the worst case of each cache is as likely as any other
const seeds = fc.array(fc.oneof(fc.constant(1000), fc.constant(0), fc.integer({ min: 0, max: 1000 })), {
  minLength: 7,
  maxLength: 97,
});

describe('the waits', () => {
  const seconds = (one: RotationSettings) => (phase: Phase) => waitAfter(['signing'], phase, one) / 1000;

  it('refuse no good token and end with no revoked one accepted, whatever is cached where', () => {
    fc.assert(
      fc.property(settings, seeds, (one, seed) => {
        expect(simulate(one, seed, seconds(one))).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it.each(['publish', 'promote', 'revoke'] as const)(
    'are all needed: without that after %s it goes wrong',
    (gone) => {
      const worst = [1000];
      const best = [0, 1000, 0, 1000, 1000, 0, 250];
      const found = fc
        .sample(settings, 20)
        .flatMap((one) =>
          [worst, best, ...fc.sample(seeds, 20)].map((seed) =>
            simulate(one, seed, (phase) => (phase === gone ? 0 : seconds(one)(phase))),
          ),
        );
      expect(found.some((fault) => fault !== undefined)).toBe(true);
    },
  );

  it('of several kinds at once are the longest of theirs', () => {
    const one = fc.sample(settings, 1)[0] as RotationSettings;
    expect(waitAfter(['client', 'signing'], 'promote', one)).toBe(waitAfter(['signing'], 'promote', one));
    expect(waitAfter([], 'promote', one)).toBe(0);
  });
});
