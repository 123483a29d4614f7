import type { Answer, Refusal } from './answer.js';
import type { GatewayCore } from './core.js';
import type { Exchange } from './exchange.js';
import { accessLog } from './handlers/access-log.js';
import { apiKey } from './handlers/api-key.js';
import { authorizer } from './handlers/authorizer.js';
import { commonHeaders } from './handlers/common-headers.js';
import { edgeRequest } from './handlers/edge-request.js';
import { edgeResponse } from './handlers/edge-response.js';
import { gatewayResponses } from './handlers/gateway-responses.js';
import { iam } from './handlers/iam.js';
import { integration } from './handlers/integration.js';
import { payload } from './handlers/payload.js';
import { policyDecision } from './handlers/policy-decision.js';
import { protocol } from './handlers/protocol.js';
import { record } from './handlers/record.js';
import { resourcePolicy } from './handlers/resource-policy.js';
import { responseCache, responseCacheStore } from './handlers/response-cache.js';
import { route } from './handlers/route.js';
import { send } from './handlers/send.js';
import { stage } from './handlers/stage.js';
import { throttle } from './handlers/throttle.js';
import { validation } from './handlers/validation.js';
import { waf } from './handlers/waf.js';

/** What a handler says: nothing (go on), an answer, or a refusal that becomes a gateway response. */
export type Outcome = Answer | Refusal | undefined;

/** A step of the way of a request. */
export interface Handler {
  readonly name: string;
  handle(exchange: Exchange, core: GatewayCore): Outcome | Promise<Outcome>;
}

/** A step that every answer takes. */
export interface Finisher {
  readonly name: string;
  finish(exchange: Exchange, core: GatewayCore): void | Promise<void>;
}

/** The way of a request, in AWS's order of evaluation (fidelity §4). The first that answers ends it. */
export const handlers: readonly Handler[] = [
  protocol,
  stage,
  edgeRequest,
  payload,
  waf,
  route,
  resourcePolicy,
  iam,
  authorizer,
  policyDecision,
  apiKey,
  throttle,
  validation,
  responseCache,
  integration,
];

/** The way of every answer, whoever gave it. */
export const finishers: readonly Finisher[] = [
  gatewayResponses,
  responseCacheStore,
  commonHeaders,
  edgeResponse,
  send,
  accessLog,
  record,
];
