import type { RequestPlan } from '../../../core/scenario/model.js';

/** A step as other engines run it. Texts may hold `${…}`. */
export interface PlanStep extends Omit<RequestPlan, 'timeout'> {
  name: string;
  /** `POST /checkout/verify` */
  route: string;
  /** ms */
  think: { least: number; most: number };
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
