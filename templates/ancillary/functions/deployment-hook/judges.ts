import type { InvokeAnswer, Smoke } from './try-version.js';

type Judge = Smoke['judge'];

/** A proxy answer with this status, whose body has at least these members. */
export function answers(status: number, body: object): Judge {
  return ({ value, error }) => {
    if (error !== undefined) return `failed: ${error}`;
    const answer = value as { statusCode?: number; body?: string } | null;
    if (answer?.statusCode !== status)
      return `answered ${answer?.statusCode ?? 'nothing'} for ${status}: ${shortened(answer?.body)}`;
    return has(parsed(answer.body), body) ? undefined : `answered another body: ${shortened(answer.body)}`;
  };
}

/** An error of the handler's with this message: what API Gateway reads of an authorizer. */
export function refuses(message: string): Judge {
  return ({ value, error }) => {
    if (error === message) return undefined;
    return error === undefined ? `did not refuse: ${shortened(JSON.stringify(value))}` : `failed: ${error}`;
  };
}

/** A value with at least these members. */
export function returns(wanted: object | null): Judge {
  return ({ value, error }) => {
    if (error !== undefined) return `failed: ${error}`;
    return has(value, wanted) ? undefined : `returned ${shortened(JSON.stringify(value))}`;
  };
}

/** The first fault that one of them finds. */
export function allOf(...judges: Judge[]): Judge {
  return (answer: InvokeAnswer) => {
    for (const judge of judges) {
      const fault = judge(answer);
      if (fault !== undefined) return fault;
    }
    return undefined;
  };
}

/** Every member of `wanted` is there; a list may be longer, but an empty one stands for an empty one. */
function has(value: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return value === wanted;
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(wanted))
    return false;
  if (Array.isArray(wanted) && wanted.length === 0) return (value as unknown[]).length === 0;
  const members = value as Record<string, unknown>;
  return Object.entries(wanted).every(([name, member]) => has(members[name], member));
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** Enough for a log line. */
function shortened(text: string | undefined): string {
  return text === undefined ? 'nothing' : text.slice(0, 300);
}
