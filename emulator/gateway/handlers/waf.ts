import { type Answer, Refusal } from '../answer.js';
import type { Handler, Outcome } from '../chain.js';
import type { Exchange } from '../exchange.js';
import { evaluateWebAcl, insertHeaders, type WafDecision, type WafPlan } from '../waf/compile.js';
import { WafRequest } from '../waf/request.js';

/** The stage's web ACL, before every other decision: a block stops everything (§4 step 3, §12). */
export const waf: Handler = {
  name: 'waf',
  handle(exchange) {
    const stage = exchange.stage;
    if (stage?.waf === undefined) return undefined;
    const ownHost = `${stage.api.id}.execute-api.${stage.region}.amazonaws.com`;
    const request = new WafRequest(exchange, ownHost, stage.waf.bodyLimit);
    const decision = evaluateWebAcl(stage.waf, request);
    return act(exchange, stage.waf, request, decision);
  },
};

function act(exchange: Exchange, plan: WafPlan, request: WafRequest, { rule, action }: WafDecision): Outcome {
  const reason = `web ACL ${plan.name}, rule ${rule}: ${action.kind}`;
  switch (action.kind) {
    case 'Allow':
    case 'Count':
      insertHeaders(action, request);
      exchange.wafAction = 'WAF_ALLOW';
      if (Object.keys(request.inserted).length > 0) exchange.insertedHeaders = request.inserted;
      exchange.note('waf', reason);
      return undefined;
    case 'Captcha':
      return puzzle(exchange, 405, 'captcha', reason);
    case 'Challenge':
      return puzzle(exchange, 202, 'challenge', reason);
    default:
      exchange.wafAction = 'WAF_BLOCK';
      return action.custom === undefined
        ? new Refusal('WAF_FILTERED', reason)
        : customAnswer(plan, action.custom, reason);
  }
}

/** No token service here: nobody has a valid token, so both actions end the request (§12.1). */
function puzzle(exchange: Exchange, status: number, action: string, reason: string): Answer {
  exchange.wafAction = 'WAF_BLOCK';
  const html = /text\/html/i.test(exchange.headers.get('accept') ?? '');
  const headers = ['x-amzn-waf-action', action, 'Content-Type', html ? 'text/html' : 'text/plain'];
  return { status, headers, body: html ? `<!DOCTYPE html><title>${action}</title>` : '', reason };
}

const CONTENT_TYPES: Record<string, string> = {
  TEXT_PLAIN: 'text/plain',
  TEXT_HTML: 'text/html',
  APPLICATION_JSON: 'application/json',
};

/** A custom response beats the gateway response WAF_FILTERED (§12.1). */
function customAnswer(plan: WafPlan, custom: Record<string, unknown>, reason: string): Answer {
  const key = custom.CustomResponseBodyKey;
  const body = typeof key === 'string' && Object.hasOwn(plan.bodies, key) ? plan.bodies[key] : undefined;
  const headers = body === undefined ? [] : ['Content-Type', CONTENT_TYPES[body.ContentType] ?? 'text/plain'];
  for (const { Name, Value } of (custom.ResponseHeaders ?? []) as { Name: string; Value: string }[])
    headers.push(Name, String(Value));
  return { status: Number(custom.ResponseCode), headers, body: body?.Content ?? '', reason };
}
