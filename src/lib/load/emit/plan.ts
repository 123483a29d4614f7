/** A step as other engines run it. Texts may hold `${…}`. */
export interface PlanStep {
  name: string;
  /** `POST /checkout/verify` */
  route: string;
  /** ms */
  think: { least: number; most: number };
  method: string;
  path: string;
  query: Record<string, unknown>;
  headers: Record<string, string | number>;
  body?: unknown;
  form?: Record<string, unknown>;
  /** Statuses and classes; empty: anything below 400. */
  status: (number | string)[];
  capture: { name: string; from: string }[];
  /** Sends no token. */
  anonymous: boolean;
}

/** A journey as other engines run it. */
export interface PlanJourney {
  name: string;
  weight: number;
  vars: Record<string, unknown>;
  steps: PlanStep[];
}

/** Everything an emitted script needs. No secret is in it: credentials come from the environment. */
export interface LoadPlan {
  /** Base URL. */
  target: string;
  seed: string;
  journeys: PlanJourney[];
}
