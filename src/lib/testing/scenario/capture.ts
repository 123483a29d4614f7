import { valueAt } from '../../../core/scenario/jsonpath.js';
import type { Capture } from '../../../core/scenario/model.js';
import type { Reply } from '../http/api-caller.js';
import { type Complaint, parse } from './judge-answer.js';
import type { Variables } from './variables.js';

/** Keeps what the answer has; says what it has not. */
export function captureAll(captures: readonly Capture[], reply: Reply, variables: Variables): Complaint[] {
  return captures.flatMap(({ name, from, place }) => {
    const value = captured(from, reply);
    if (value !== undefined) {
      variables.set(name, value);
      return [];
    }
    const message = `Nothing to capture as \`${name}\`: the answer has no ${from}.`;
    return [{ message, ...(place && { place }) }];
  });
}

function captured(from: string, reply: Reply): unknown {
  if (from === 'status') return reply.status;
  if (from === 'body') return reply.body;
  if (from.startsWith('header.')) return reply.headers[from.slice('header.'.length).toLowerCase()];
  return valueAt(parse(reply.body), from);
}
