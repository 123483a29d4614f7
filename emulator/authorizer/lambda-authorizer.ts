import type { AuthorizerPolicy, AuthorizerQuestion, AuthorizerVerdict } from '../kernel/authorizer.js';
import { type LambdaInvoker, type LambdaOutcome, LambdaServiceError } from '../kernel/lambda.js';
import { readResult } from './read-result.js';

/** How long API Gateway waits for an authorizer function, in ms. */
const LONGEST_WAIT = 29_000;

/** Runs the authorizer function and reads what it says (§5.4, §5.5). */
export async function askFunction(
  question: AuthorizerQuestion,
  lambda: LambdaInvoker,
): Promise<AuthorizerVerdict> {
  const { functionArn } = question.authorizer;
  if (functionArn === undefined) return misconfigured('the authorizer names no function');
  const began = performance.now();
  try {
    const run = lambda.invoke({
      functionName: functionArn,
      payload: payloadFor(question),
      storyId: question.storyId,
      traceHeader: question.traceHeader,
      ...(question.by && { by: question.by }),
    });
    const outcome = await (lambda.isInspected?.(functionArn) ? run : withinLimit(run));
    if (outcome === undefined)
      return misconfigured(`the authorizer did not answer within ${LONGEST_WAIT} ms`);
    return verdictOf(outcome, Math.round(performance.now() - began));
  } catch (error) {
    if (!(error instanceof LambdaServiceError)) throw error;
    return misconfigured(`Lambda refused the authorizer: ${error.code}: ${error.message}`);
  }
}

function payloadFor(question: AuthorizerQuestion): string {
  if (question.authorizer.type === 'REQUEST') return question.event();
  const { methodArn, identity } = question;
  return JSON.stringify({ type: 'TOKEN', methodArn, authorizationToken: identity[0] });
}

function verdictOf(outcome: LambdaOutcome, integrationLatency: number): AuthorizerVerdict {
  if (outcome.functionError !== undefined) return failed(outcome.payload);
  const result = readResult(outcome.payload);
  if (typeof result === 'string') return misconfigured(`the authorizer's result is not usable: ${result}`);
  const verdict: AuthorizerPolicy = {
    kind: 'policy',
    ...result,
    integrationLatency,
    reason: `the authorizer ran for ${integrationLatency} ms`,
  };
  return verdict;
}

/** An error whose message is exactly `Unauthorized` is a 401, any other a 500 (§5.5). */
function failed(payload: string): AuthorizerVerdict {
  const message = errorMessage(payload);
  if (message === 'Unauthorized')
    return { kind: 'unauthorized', reason: "the authorizer threw 'Unauthorized'" };
  return misconfigured(`the authorizer failed: ${message ?? payload.slice(0, 200)}`);
}

function errorMessage(payload: string): string | undefined {
  try {
    const error: unknown = JSON.parse(payload);
    if (typeof error === 'object' && error !== null && 'errorMessage' in error)
      return String(error.errorMessage);
  } catch {
    // not JSON: there is no message to read
  }
  return undefined;
}

function misconfigured(reason: string): AuthorizerVerdict {
  return { kind: 'misconfigured', reason };
}

/** Machine time: a frozen clock must not make a hanging function hang the caller too. */
function withinLimit(run: Promise<LambdaOutcome>): Promise<LambdaOutcome | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT, undefined);
  });
  return Promise.race([run, limit]).finally(() => clearTimeout(timer));
}
