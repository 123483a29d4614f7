import type { Secret } from '../../src/core/secret.js';
import type { Desk } from './desk.js';

/** The platform's account with a vendor. */
export interface VendorAccount {
  /** Base URL of the vendor's API. */
  url: string;
  id: string;
  secret: Secret;
}

/** A request to a vendor's sandbox, read. */
export interface SandboxRequest {
  method: string;
  /** Below the vendor's base, without the query. */
  path: string;
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Record<string, string | undefined>;
  /** The body, read as JSON or as a form. */
  body: Record<string, unknown>;
  text: string;
}

/** A sandbox's answer, sent as JSON. */
export interface SandboxAnswer {
  status: number;
  body: unknown;
}

export interface SandboxRoute {
  method: 'GET' | 'POST' | 'DELETE';
  /** Groups are handed to `handle`. */
  path: RegExp;
  /** True for routes that give out tokens. */
  open?: boolean;
  handle(request: SandboxRequest, desk: Desk, groups: string[]): SandboxAnswer;
}

/** A vendor's API in small: its own way to sign in, its own names, its own errors. */
export interface VendorApi {
  name: string;
  routes(account: Omit<VendorAccount, 'url'>): SandboxRoute[];
  /** Undefined when the caller may go on. */
  refuse(request: SandboxRequest, account: Omit<VendorAccount, 'url'>): SandboxAnswer | undefined;
}

/** A field of a body as text; empty when it is missing or something else. */
export function textOf(body: Record<string, unknown>, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

/** A field of a body as a count; 0 when it is none. */
export function countOf(body: Record<string, unknown>, name: string): number {
  const value = Number(body[name]);
  return Number.isInteger(value) && value > 0 ? value : 0;
}

/** A list of texts in a body; empty when it is something else. */
export function textsOf(body: Record<string, unknown>, name: string): string[] {
  const value = body[name];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

/** An amount of dollars in a body, as a number or a text, in cents; `undefined` when there is none. */
export function centsOf(body: Record<string, unknown>, name: string): number | undefined {
  const dollars = Number(body[name] ?? Number.NaN);
  return Number.isFinite(dollars) && dollars > 0 ? Math.round(dollars * 100) : undefined;
}

/** A moment in a body, as epoch ms; `undefined` when there is none. */
export function momentOf(body: Record<string, unknown>, name: string): number | undefined {
  const moment = Date.parse(textOf(body, name));
  return Number.isNaN(moment) ? undefined : moment;
}

/** True for `Basic` credentials of the account. */
export function isBasic({ headers }: SandboxRequest, { id, secret }: Omit<VendorAccount, 'url'>): boolean {
  return headers.authorization === `Basic ${Buffer.from(`${id}:${secret.reveal()}`).toString('base64')}`;
}
