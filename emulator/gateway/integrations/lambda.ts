import { withStageVariables } from '../../../src/core/stack/invocation.js';
import type { ApiMethod, ApiStage } from '../../../src/core/stack/model.js';
import { type LambdaInvoker, type LambdaOutcome, LambdaServiceError } from '../../kernel/lambda.js';
import { type Answer, type IntegrationFacts, Refusal } from '../answer.js';
import { proxyEvent } from '../event/proxy-event.js';
import type { Exchange } from '../exchange.js';
import { traceHeader } from '../request-ids.js';
import { invoking, unsupported } from './common.js';
import { forbiddenMapping } from './forbidden-mapping.js';
import type { IntegrationPlan } from './plan.js';
import { proxyResponse, Undecodable } from './proxy-response.js';
import { NO_LIMIT, within } from './within.js';

/** Lambda takes 6 MB of a synchronous event (§2.5). */
const LARGEST_EVENT = 6 * 1024 * 1024;

/** `AWS_PROXY`: the proxy event to the function, the proxy response to the client. */
export function lambdaIntegration(
  method: ApiMethod,
  stage: ApiStage,
  methodArn: string,
  lambda: LambdaInvoker,
): IntegrationPlan {
  const { integration } = method;
  if ((integration.httpMethod ?? 'POST') !== 'POST')
    return unsupported(`a Lambda proxy is called with POST; the integration says ${integration.httpMethod}`);
  const forbidden = forbiddenMapping(integration);
  if (forbidden !== undefined) return unsupported(`the header ${forbidden} cannot be mapped`);
  const functionName = withStageVariables(integration.uri ?? '', stage);
  // with a role the caller is that role, and the function's own policy is not asked
  const by = integration.credentials === undefined ? { by: invoking(methodArn) } : {};
  return {
    type: 'AWS_PROXY',
    run: async (exchange, plan) => {
      const payload = proxyEvent(exchange, plan);
      if (payload.length > LARGEST_EVENT / 3 && Buffer.byteLength(payload) > LARGEST_EVENT)
        return tooLong(`the event is larger than Lambda's ${LARGEST_EVENT} bytes`);
      const began = performance.now();
      try {
        const run = lambda.invoke({
          functionName,
          payload,
          storyId: exchange.requestId,
          traceHeader: traceHeader(exchange.trace),
          ...by,
        });
        const limit = lambda.isInspected?.(functionName) ? NO_LIMIT : integration.timeoutInMillis;
        const outcome = await within(run, limit);
        if (outcome === undefined) return timedOut(integration.timeoutInMillis, began);
        return answerOf(exchange, outcome, functionName, began);
      } catch (error) {
        return refused(error, functionName, began);
      }
    },
  };
}

function answerOf(exchange: Exchange, outcome: LambdaOutcome, name: string, began: number): Answer | Refusal {
  const integration: IntegrationFacts = {
    serviceStatus: 200,
    latency: performance.now() - began,
    requestId: outcome.requestId,
  };
  if (outcome.functionError !== undefined)
    return failure(502, `function ${shortName(name)} failed: ${outcome.payload.slice(0, 500)}`, integration);
  const answer = proxyResponse(exchange, outcome.payload);
  if (typeof answer === 'string')
    return failure(502, `Malformed Lambda proxy response: ${answer}`, integration);
  integration.status = answer.status;
  answer.integration = integration;
  answer.traced = true;
  answer.reason = `function ${shortName(name)} answered ${answer.status} in ${integration.latency.toFixed(1)} ms`;
  return answer;
}

/** Lambda itself refused: throttled, unknown, not permitted; REST answers 500 for each (§13.3). */
function refused(error: unknown, functionName: string, began: number): Refusal {
  if (error instanceof Undecodable)
    return failure(500, error.message, { serviceStatus: 200, latency: performance.now() - began });
  if (!(error instanceof LambdaServiceError)) throw error;
  if (error.code === 'RequestTooLargeException') return tooLong(error.message);
  const facts = { serviceStatus: error.statusCode, latency: performance.now() - began, error: error.message };
  return failure(500, `Lambda refused ${shortName(functionName)}: ${error.code}: ${error.message}`, facts);
}

function failure(status: number, reason: string, integration: IntegrationFacts): Refusal {
  return new Refusal('INTEGRATION_FAILURE', reason, { status, integration });
}

function tooLong(reason: string): Refusal {
  return new Refusal('REQUEST_TOO_LARGE', reason);
}

function timedOut(limit: number, began: number): Refusal {
  return new Refusal('INTEGRATION_TIMEOUT', `no answer within ${limit} ms; the function keeps running`, {
    integration: { latency: performance.now() - began, error: 'Endpoint request timed out' },
  });
}

function shortName(name: string): string {
  return name.slice(name.indexOf(':function:') < 0 ? 0 : name.indexOf(':function:') + 10);
}
