import { jsonpath } from 'json-p3';
import { sampleTrip } from '../../../core/scenario/sample-trip.js';
import { fill, type Scope } from '../../../core/scenario/template.js';
import { encodeBody, isExpected, queryText } from '../../../core/scenario/wire.js';
import type { LoadPlan, PlanJourney, PlanStep } from './plan.js';

// Runs inside other engines, k6 among them: nothing of Node's may be imported here.

/** What an engine lends. */
export interface EngineTools {
  /** From 0 up to 1. */
  random(): number;
  /** Epoch ms. */
  now(): number;
}

/** A request, ready for an engine. */
export interface PlanRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** An answer, as an engine saw it; header names in lower case. */
export interface PlanAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** One traveller's way through a journey. */
export class PlanTraveller implements Scope {
  readonly #values = new Map<string, unknown>();
  readonly #tools: EngineTools;
  readonly #plan: LoadPlan;

  constructor(plan: LoadPlan, journey: PlanJourney, tenant: string, index: number, tools: EngineTools) {
    this.#plan = plan;
    this.#tools = tools;
    this.#values.set('index', index);
    this.#values.set('tenant', tenant);
    for (const [name, value] of Object.entries(journey.vars)) this.#values.set(name, fill(value, this));
  }

  now(): number {
    return this.#tools.now();
  }

  value(name: string): unknown {
    if (this.#values.has(name)) return this.#values.get(name);
    if (name === 'seed') return this.#plan.seed;
    if (name === 'sampleTrip') return sampleTrip('', this.now());
    if (name === 'newPnr') return this.#draw(8, ALPHABET);
    if (name !== 'uuid') return undefined;
    const hex = this.#draw(30, '0123456789abcdef');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(18)}`;
  }

  /** ms to wait before a step. */
  think({ think: { least, most } }: PlanStep): number {
    return least + this.#tools.random() * (most - least);
  }

  /** Makes the request of a step. Throws for a value that no step has captured. */
  request(step: PlanStep, token: string | undefined): PlanRequest {
    const { method, path, query, headers, body, form } = fill(step, this);
    const sent = encodeBody(body, form);
    const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
    return {
      method,
      path: path + queryText(query),
      headers: {
        ...(sent && { 'content-type': sent.type }),
        ...(token !== undefined && !step.anonymous && { authorization: `Bearer ${token}` }),
        ...(Object.fromEntries(own) as Record<string, string>),
      },
      body: sent?.text,
    };
  }

  /** Takes an answer: false when its status was not expected, or a value to capture is missing. */
  take({ status: wanted, capture }: PlanStep, answer: PlanAnswer): boolean {
    if (!isExpected(answer.status, wanted)) return false;
    for (const { name, from } of capture) {
      const value = captured(from, answer);
      if (value === undefined) return false;
      this.#values.set(name, value);
    }
    return true;
  }

  #draw(length: number, alphabet: string): string {
    let text = '';
    while (text.length < length) text += alphabet.charAt(Math.floor(this.#tools.random() * alphabet.length));
    return text;
  }
}

/** Picks a journey by weight. @param draw from 0 up to 1 */
export function pickJourney({ journeys }: LoadPlan, draw: number): number {
  const total = journeys.reduce((sum, { weight }) => sum + weight, 0);
  let rest = draw * total;
  const index = journeys.findIndex(({ weight }) => {
    rest -= weight;
    return rest < 0;
  });
  return Math.max(index, 0);
}

function captured(from: string, { status, headers, body }: PlanAnswer): unknown {
  if (from === 'status') return status;
  if (from === 'body') return body;
  if (from.startsWith('header.')) return headers[from.slice('header.'.length).toLowerCase()];
  const query = jsonpath.compile(from);
  const values = query.query(JSON.parse(body) as never).values();
  return query.singularQuery() ? values[0] : values;
}
