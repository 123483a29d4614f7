import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CompiledPolicy } from '../../src/core/policy/compile.js';
import type { RequestPrincipal } from '../../src/core/policy/principals.js';
import type { AuthorizerVerdict } from '../kernel/authorizer.js';
import type { Answer, Refusal, ResponseType } from './answer.js';
import { parseQuery, type QueryPairs } from './http/query.js';
import type { RequestHeaders } from './http/request-headers.js';
import type { Trace } from './request-ids.js';
import type { MethodPlan, StagePlan } from './tables/plans.js';
import type { PlanForStage } from './traffic/usage-plans.js';

/** How a request found its stage: by the root of the server (a custom domain), or under the stage's own address. */
export type Addressing = 'domain' | 'execute-api';

/** Who calls, as the `identity` of the proxy event has it. */
export interface CallerIdentity {
  accessKey?: string;
  accountId?: string;
  caller?: string;
  user?: string;
  userArn?: string;
  apiKey?: string;
  apiKeyId?: string;
}

/** One request on its way through the chain. Handlers read it and fill in what they find out. */
export class Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** Epoch ms on the emulator's clock. */
  readonly startedAt: number;
  /** Machine milliseconds, for durations. */
  readonly began = performance.now();
  headers: RequestHeaders;
  readonly requestId: string;
  readonly extendedRequestId: string;
  readonly trace: Trace;
  readonly sourceIp: string;
  /** The verb that is routed: the request's own, or `X-HTTP-Method-Override`. */
  method: string;
  body: Buffer | undefined;
  /** Set once somebody has begun to read the body. */
  bodyRead = false;
  /** As it came, not decoded. */
  rawPath = '/';
  rawQuery = '';

  stage: StagePlan | undefined;
  addressing: Addressing = 'domain';
  /** The proxy event's `path`: without the stage. */
  path = '/';
  /** `requestContext.path`. */
  contextPath = '/';
  plan: MethodPlan | undefined;
  /** Values of the plan's path parameters, not decoded. */
  pathValues: readonly string[] = [];
  verdict: AuthorizerVerdict | undefined;
  readonly identity: CallerIdentity = {};
  /** The caller as policies see it; anonymous while nobody is known. */
  principal: RequestPrincipal | undefined;
  /** Identity policies of a caller that IAM knows. */
  identityPolicies: readonly CompiledPolicy[] | 'everything' | undefined;
  /** The API key's usage plan for this stage. */
  usage: (PlanForStage & { keyId: string; keyName: string }) | undefined;
  /** Set when a `max-age=0` was ignored and the client is to be told. */
  warnsOfCacheControl = false;
  /** Headers a WAF rule asks to insert. */
  insertedHeaders: Record<string, string> | undefined;
  wafAction: 'WAF_ALLOW' | 'WAF_BLOCK' | undefined;
  /** Where the answer is to be kept, when the response cache wants it. */
  cacheKey: string | undefined;
  edgeRequestId: string | undefined;

  answer: Answer | undefined;
  refusal: Refusal | undefined;
  responseType: ResponseType | undefined;
  decidedBy = '';
  /** Text of the refusal in force, `null` where AWS sends null. */
  errorMessage: string | null = null;
  /** What handlers found out on the way, for `arcube explain`. */
  readonly notes: string[] = [];
  #query: QueryPairs | undefined;

  constructor(init: ExchangeInit) {
    this.req = init.req;
    this.res = init.res;
    this.startedAt = init.startedAt;
    this.headers = init.headers;
    this.requestId = init.requestId;
    this.extendedRequestId = init.extendedRequestId;
    this.trace = init.trace;
    this.sourceIp = init.sourceIp;
    this.method = init.method;
  }

  /** Decoded query parameters in order. */
  get query(): QueryPairs {
    this.#query ??= parseQuery(this.rawQuery);
    return this.#query;
  }

  /** Replaces the target, when an edge function rewrites it. */
  retarget(path: string, query: string): void {
    this.rawPath = path;
    this.rawQuery = query;
    this.#query = undefined;
  }

  /** The last value of a query parameter. */
  queryValue(name: string): string | undefined {
    const pairs = this.query;
    for (let i = pairs.length - 1; i >= 0; i--) if (pairs[i]?.[0] === name) return pairs[i]?.[1];
    return undefined;
  }

  pathValue(name: string): string | undefined {
    const at = this.plan?.pathNames.indexOf(name) ?? -1;
    return at < 0 ? undefined : this.pathValues[at];
  }

  /** Says something for `explain`: the handler and what it saw. */
  note(handler: string, text: string): void {
    this.notes.push(handler, text);
  }
}

export interface ExchangeInit {
  req: IncomingMessage;
  res: ServerResponse;
  startedAt: number;
  headers: RequestHeaders;
  requestId: string;
  extendedRequestId: string;
  trace: Trace;
  sourceIp: string;
  method: string;
}
