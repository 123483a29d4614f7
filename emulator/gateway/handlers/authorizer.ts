import type { AuthorizerQuestion, AuthorizerVerdict } from '../../kernel/authorizer.js';
import { Refusal } from '../answer.js';
import type { Handler, Outcome } from '../chain.js';
import { authorizerEvent } from '../event/proxy-event.js';
import type { Exchange } from '../exchange.js';
import { methodArn } from '../method-arn.js';
import { traceHeader } from '../request-ids.js';
import type { AuthorizerPlan, MethodPlan } from '../tables/plans.js';

/** Characters of a method ARN that an authorizer is asked about (§2.5). */
const LONGEST_ARN = 1600;

/** Lambda and Cognito authorizers: who is it? What the policy says of the path is `policy-decision`'s matter. */
export const authorizer: Handler = {
  name: 'authorizer',
  handle(exchange, { authorizers }) {
    const { plan } = exchange;
    if (plan?.authorizer === undefined) return undefined;
    const arn = methodArn(exchange, plan);
    if (arn.length > LONGEST_ARN)
      return new Refusal('ACCESS_DENIED', `the method ARN has ${arn.length} characters`, {
        status: 414,
        message: 'Request URI too long',
      });
    const verdict = authorizers.decide(question(exchange, plan, plan.authorizer, arn));
    return verdict instanceof Promise
      ? verdict.then((settled) => accept(exchange, settled))
      : accept(exchange, verdict);
  },
};

function question(
  exchange: Exchange,
  plan: MethodPlan,
  { authorizer, identity, scopes, forbidden, by }: AuthorizerPlan,
  arn: string,
): AuthorizerQuestion {
  return {
    api: plan.stage.api,
    authorizer,
    identity: identity.map((read) => read(exchange)),
    methodArn: arn,
    storyId: exchange.requestId,
    traceHeader: traceHeader(exchange.trace),
    scopes,
    forbidden,
    by,
    event: () => authorizerEvent(exchange, plan, arn),
  };
}

function accept(exchange: Exchange, verdict: AuthorizerVerdict): Outcome {
  exchange.verdict = verdict;
  if (verdict.kind === 'unauthorized')
    return new Refusal('UNAUTHORIZED', verdict.reason, message(verdict.message));
  if (verdict.kind === 'misconfigured') return new Refusal('AUTHORIZER_CONFIGURATION_ERROR', verdict.reason);
  exchange.note('authorizer', verdict.reason);
  return undefined;
}

function message(text: string | undefined): { message?: string } {
  return text === undefined ? {} : { message: text };
}
