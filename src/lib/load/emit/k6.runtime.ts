import { check, fail, sleep } from 'k6';
import exec from 'k6/execution';
import http from 'k6/http';
import { Counter } from 'k6/metrics';
import type { LoadPlan, PlanStep } from './plan.js';
import { PlanTraveller, pickJourney } from './plan-runner.js';

// The part of an emitted k6 script that does not change. What does stands before it, as `ARCUBE_PLAN`.

declare const ARCUBE_PLAN: LoadPlan & { options: Record<string, unknown> };
declare const __ENV: Record<string, string | undefined>;

const { options: asked, ...plan } = ARCUBE_PLAN;
const target = __ENV.ARCUBE_TARGET ?? plan.target;
const tenant = __ENV.ARCUBE_TENANT ?? '';
const throttled = new Counter('arcube_throttled');
const unavailable = new Counter('arcube_unavailable');

export const options = asked;

/** A token of this virtual user, and when to get the next. */
let held = { token: '', until: 0 };

function token(): string {
  if (Date.now() < held.until) return held.token;
  const { ARCUBE_CLIENT_ID: id, ARCUBE_CLIENT_SECRET: secret } = __ENV;
  const body = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
  const answer = http.post(`${target}/oauth/token`, JSON.stringify(body), {
    headers: { 'content-type': 'application/json' },
    tags: { route: 'POST /oauth/token' },
  });
  if (answer.status !== 200) fail(`No token: POST /oauth/token was answered ${answer.status}.`);
  const granted = answer.json() as { access_token: string; expires_in: number };
  held = { token: granted.access_token, until: Date.now() + (granted.expires_in - 60) * 1000 };
  return held.token;
}

/** One journey. */
export default function journey(): void {
  const chosen = plan.journeys[pickJourney(plan, Math.random())];
  if (!chosen) return;
  const tools = { random: Math.random, now: Date.now };
  const traveller = new PlanTraveller(plan, chosen, tenant, exec.scenario.iterationInTest, tools);
  for (const step of chosen.steps) if (!take(traveller, step)) return;
}

function take(traveller: PlanTraveller, step: PlanStep): boolean {
  sleep(traveller.think(step) / 1000);
  const { method, path, headers, body } = traveller.request(step, step.anonymous ? undefined : token());
  const tags = { route: step.route };
  const responseCallback = http.expectedStatuses(...expected(step.status));
  const answer = http.request(method, target + path, body ?? null, { headers, tags, responseCallback });
  if (answer.status === 429) throttled.add(1, tags);
  if (answer.status === 0 || answer.status >= 500) unavailable.add(1, tags);
  const lower = Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  const seen = {
    status: answer.status,
    headers: Object.fromEntries(lower) as Record<string, string>,
    body: String(answer.body ?? ''),
  };
  return check(null, { [step.route]: () => traveller.take(step, seen) });
}

/** Statuses as k6 wants them; `2xx` is a range. */
function expected(statuses: readonly (number | string)[]): (number | { min: number; max: number })[] {
  if (statuses.length === 0) return [{ min: 100, max: 399 }];
  return statuses.map((status) => {
    const digit = typeof status === 'string' && status.endsWith('xx') ? Number(status[0]) * 100 : undefined;
    return digit === undefined ? Number(status) : { min: digit, max: digit + 99 };
  });
}

/** Leaves the figures for `arcube load-test report`. */
export function handleSummary(data: unknown): Record<string, string> {
  return { [__ENV.ARCUBE_SUMMARY ?? 'summary.json']: JSON.stringify(data) };
}
