import type { Actor, Fault } from './model.js';

/** An answer of the API, as scenario code sees it. */
export interface ScenarioAnswer {
  status: number;
  /** By lower-case name. */
  headers: Record<string, string>;
  text: string;
  /** The body read as JSON; undefined when it is none. */
  json<T = unknown>(): T;
  /** What a JSONPath finds in the body: one value, or the list of them for a path to many places. */
  at(path: string): unknown;
  durationMs: number;
}

/** What a call of scenario code may say beside verb and path. */
export interface ScenarioRequest {
  query?: Record<string, unknown>;
  headers?: Record<string, string | number>;
  body?: unknown;
  form?: Record<string, unknown>;
  /** Who calls; the step's actor when left out. A tenant's id, or `anonymous`. */
  as?: Actor | string;
}

/** What a step written in TypeScript works with. */
export interface StepContext {
  /** Variables and captured values; what is set here is seen by later steps. */
  readonly vars: Record<string, unknown>;
  readonly seed: string;
  /** Calls the API. Never throws for a status. */
  request(method: string, path: string, request?: ScenarioRequest): Promise<ScenarioAnswer>;
  /** Fails the step unless `actual` is the value, or fits the matcher, `wanted`. `what` names it in the message. */
  expect(actual: unknown, wanted: unknown, what?: string): void;
  /** Tries again until `check` throws no more, for at most `ms`. */
  eventually<T>(check: () => T | Promise<T>, ms?: number): Promise<T>;
  /** Moves the emulator's clock: `+1h`, a moment, `freeze`, `resume` or `reset`. */
  clock(move: string): Promise<void>;
  fault(fault: Fault): Promise<void>;
  reset(): Promise<void>;
  /** E-mails that were caught, oldest first. */
  outbox(): Promise<OutboxMail[]>;
  /** Connection strings of the clusters by data region; the emulator's alone. */
  mongoByRegion(): Record<string, string>;
  tenants(): { tenant: string; region: string }[];
}

/** A caught e-mail. */
export interface OutboxMail {
  id: string;
  /** Epoch ms on the emulator's clock. */
  time: number;
  from: string;
  to: string[];
  subject: string;
  html?: string;
  text?: string;
  /** What the platform says about it, by name: tenant, touchpoint, … */
  tags: Record<string, string>;
}
