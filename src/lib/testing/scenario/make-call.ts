import type { RequestPlan } from '../../../core/scenario/model.js';
import { fill, type Scope } from '../../../core/scenario/template.js';
import type { Call } from '../http/exchange.js';

/** Fills in a planned request and adds the caller's headers; what the plan says itself comes first. */
export function makeCall(plan: RequestPlan, scope: Scope, caller: Record<string, string>): Call {
  const { method, path, query, headers, body, form, timeout } = fill(plan, scope);
  const own = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  const sent = encode(body, form);
  return {
    method,
    path: path + queryText(query),
    headers: { ...(sent && { 'content-type': sent.type }), ...caller, ...own },
    ...(sent && { body: sent.text }),
    ...(timeout !== undefined && { timeout }),
  };
}

function encode(body: unknown, form: Record<string, unknown> | undefined) {
  if (form) {
    const fields = Object.entries(form).map(([name, value]) => [name, String(value)] as [string, string]);
    const text = new URLSearchParams(fields).toString();
    return { type: 'application/x-www-form-urlencoded', text };
  }
  if (body === undefined) return undefined;
  return { type: 'application/json', text: typeof body === 'string' ? body : JSON.stringify(body) };
}

function queryText(query: Record<string, unknown>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, String(one)] as [string, string]),
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}
