import type { LoadPlan, PlanJourney, PlanStep } from './plan.js';
import { PlanTraveller } from './plan-runner.js';

// The processor of an emitted Artillery script: https://www.artillery.io/docs/reference/engines/http#function-signatures

/** What Artillery gives a hook: a virtual user's variables. */
interface Context {
  vars: Record<string, unknown>;
}

interface RequestParams {
  url: string;
  method: string;
  headers?: Record<string, string>;
  body?: string;
}

interface Answer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

/** Counters that are emitted end in Artillery's report. */
interface Events {
  emit(kind: 'counter', name: string, by: number): void;
}

type Done = (error?: Error) => void;
type Hook = (...words: never[]) => void;

const TRAVELLER = '__arcube';
/** Artillery counts every status of 400 and above as the same; a journey may expect one. */
const COUNTER = 'arcube.';

let held = { token: '', until: 0 };
let iterations = 0;

/** The hooks that a script names: `begin_0` for each journey, `before_0_2` and `after_0_2` for each step. */
export function hooksOf(plan: LoadPlan): Record<string, Hook> {
  const hooks: Record<string, Hook> = {};
  for (const [j, journey] of plan.journeys.entries()) {
    hooks[`begin_${j}`] = begin(plan, journey);
    for (const [s, step] of journey.steps.entries()) {
      hooks[`before_${j}_${s}`] = before(plan, step);
      hooks[`after_${j}_${s}`] = after(step);
    }
  }
  return hooks;
}

function begin(plan: LoadPlan, journey: PlanJourney): Hook {
  return (context: Context, _events: unknown, done: Done) => {
    const tools = { random: Math.random, now: Date.now };
    const tenant = process.env.ARCUBE_TENANT ?? '';
    context.vars[TRAVELLER] = new PlanTraveller(plan, journey, tenant, iterations++, tools);
    done();
  };
}

function before(plan: LoadPlan, step: PlanStep): Hook {
  return (params: RequestParams, context: Context, _events: unknown, done: Done) => {
    prepare(plan, step, params, context).then(() => done(), done);
  };
}

async function prepare(
  plan: LoadPlan,
  step: PlanStep,
  params: RequestParams,
  context: Context,
): Promise<void> {
  const traveller = context.vars[TRAVELLER] as PlanTraveller;
  const target = process.env.ARCUBE_TARGET ?? plan.target;
  const made = traveller.request(step, step.anonymous ? undefined : await token(target));
  params.url = target + made.path;
  params.headers = { ...params.headers, ...made.headers };
  if (made.body !== undefined) params.body = made.body;
}

function after(step: PlanStep): Hook {
  return (_params: RequestParams, answer: Answer, context: Context, events: Events, done: Done) => {
    const { statusCode, headers, body } = answer;
    const traveller = context.vars[TRAVELLER] as PlanTraveller;
    const fine = traveller.take(step, { status: statusCode, headers, body: String(body) });
    const word = fine ? 'ok' : statusCode === 429 ? 'throttled' : 'failed';
    events.emit('counter', `${COUNTER}${word}.${step.route}`, 1);
    done(fine ? undefined : new Error(`${step.route} ${statusCode}`));
  };
}

async function token(target: string): Promise<string> {
  if (Date.now() < held.until) return held.token;
  const { ARCUBE_CLIENT_ID, ARCUBE_CLIENT_SECRET } = process.env;
  const answer = await fetch(`${target}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: ARCUBE_CLIENT_ID,
      client_secret: ARCUBE_CLIENT_SECRET,
    }),
  });
  if (!answer.ok) throw new Error(`No token: POST /oauth/token was answered ${answer.status}.`);
  const granted = (await answer.json()) as { access_token: string; expires_in: number };
  held = { token: granted.access_token, until: Date.now() + (granted.expires_in - 60) * 1000 };
  return held.token;
}
