import type { Clock } from '../../src/core/clock.js';
import type { AuthorizerQuestion, Authorizers, AuthorizerVerdict } from '../kernel/authorizer.js';
import type { LambdaInvoker } from '../kernel/lambda.js';
import { checkIdentity } from './identity.js';
import { askFunction } from './lambda-authorizer.js';
import { ResultCache } from './result-cache.js';

export interface AuthorizersOptions {
  lambda: LambdaInvoker;
  /** Cached results age by this clock. */
  clock: Clock;
  /** Room for this many cached results over all authorizers; 10,000 by default. */
  maxCachedResults?: number;
}

/** The authorizer service: Lambda TOKEN and REQUEST authorizers with AWS's result cache (fidelity §5). */
export function createAuthorizers({
  lambda,
  clock,
  maxCachedResults = 10_000,
}: AuthorizersOptions): Authorizers {
  const cache = new ResultCache(clock, maxCachedResults);
  return {
    decide: (question) => decide(question, cache, lambda),
    flush: () => cache.clear(),
  };
}

function decide(
  question: AuthorizerQuestion,
  cache: ResultCache,
  lambda: LambdaInvoker,
): AuthorizerVerdict | Promise<AuthorizerVerdict> {
  const fault = checkIdentity(question);
  if (fault !== undefined) return { kind: 'unauthorized', reason: fault };
  const { authorizer, identity } = question;
  const cached = authorizer.resultTtlInSeconds > 0;
  if (cached) {
    const hit = cache.get(question.api.id, authorizer, identity);
    if (hit !== undefined) return hit;
  }
  const asked = askFunction(question, lambda);
  if (!cached) return asked;
  return asked.then((verdict) => {
    // Allows and denies alike; what was thrown is asked again (§5.3).
    if (verdict.kind === 'policy') cache.set(question.api.id, authorizer, identity, verdict);
    return verdict;
  });
}
