import type { Clock } from '../../src/core/clock.js';
import type { AuthorizerQuestion, Authorizers, AuthorizerVerdict } from '../kernel/authorizer.js';
import type { LambdaInvoker } from '../kernel/lambda.js';
import { CognitoAuthorizer, publishedKeys, type UserPoolKeys } from './cognito.js';
import { checkIdentity } from './identity.js';
import { askFunction } from './lambda-authorizer.js';
import { ResultCache } from './result-cache.js';

export interface AuthorizersOptions {
  lambda: LambdaInvoker;
  /** Cached results age by this clock. */
  clock: Clock;
  /** Where the keys of Cognito user pools come from; AWS itself by default. */
  userPoolKeys?: UserPoolKeys;
  /** Room for this many cached results over all authorizers; 10,000 by default. */
  maxCachedResults?: number;
}

/** The authorizer service: Lambda TOKEN and REQUEST authorizers with AWS's result cache (fidelity §5). */
export function createAuthorizers(options: AuthorizersOptions): Authorizers {
  const { lambda, clock, userPoolKeys = publishedKeys, maxCachedResults = 10_000 } = options;
  const cache = new ResultCache(clock, maxCachedResults);
  const cognito = new CognitoAuthorizer(clock, userPoolKeys);
  return {
    decide: (question) => {
      const fault = checkIdentity(question);
      if (fault !== undefined) return { kind: 'unauthorized', reason: fault };
      if (question.authorizer.type === 'COGNITO_USER_POOLS') return cognito.decide(question);
      if (question.forbidden !== undefined) return { kind: 'misconfigured', reason: question.forbidden };
      return decide(question, cache, lambda);
    },
    flush: () => cache.clear(),
  };
}

function decide(
  question: AuthorizerQuestion,
  cache: ResultCache,
  lambda: LambdaInvoker,
): AuthorizerVerdict | Promise<AuthorizerVerdict> {
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
