import type { RequestPlan } from '../../../core/scenario/model.js';
import { fill, type Scope } from '../../../core/scenario/template.js';
import { encodeBody, queryText } from '../../../core/scenario/wire.js';
import type { Call } from '../http/exchange.js';

/** Fills in a planned request and adds the caller's headers; what the plan says itself comes first. */
export function makeCall(plan: RequestPlan, scope: Scope, caller: Record<string, string>): Call {
  const { method, path, query, headers, body, form, timeout } = fill(plan, scope);
  const own = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  const sent = encodeBody(body, form);
  return {
    method,
    path: path + queryText(query),
    headers: { ...(sent && { 'content-type': sent.type }), ...caller, ...own },
    ...(sent && { body: sent.text }),
    ...(timeout !== undefined && { timeout }),
  };
}
