import type { SourcePlace } from '../../../core/diagnostics.js';
import { valueAt } from '../../../core/scenario/jsonpath.js';
import { mismatch } from '../../../core/scenario/match.js';
import type { Expectation } from '../../../core/scenario/model.js';
import { fill, type Scope } from '../../../core/scenario/template.js';
import { isExpected } from '../../../core/scenario/wire.js';
import type { Reply } from '../http/api-caller.js';
import { openBody } from '../http/exchange.js';

/** One expectation that did not hold. */
export interface Complaint {
  message: string;
  place?: SourcePlace;
}

/** Everything about an answer that is not as expected; empty when all is well. */
export function judgeAnswer(expect: Expectation, reply: Reply, scope: Scope): Complaint[] {
  if (reply.error !== undefined) return [{ message: `No answer: ${reply.error}.`, ...placed(expect.place) }];
  return [
    ...judgeStatus(expect, reply, scope),
    ...judgeHeaders(expect, reply, scope),
    ...judgeJson(expect, reply, scope),
    ...judgeRest(expect, reply, scope),
  ];
}

function placed(place: SourcePlace | undefined): { place?: SourcePlace } {
  return place ? { place } : {};
}

function judgeStatus({ status, place }: Expectation, reply: Reply, scope: Scope): Complaint[] {
  const wanted = fill(status, scope);
  if (isExpected(reply.status, wanted)) return [];
  const named = wanted.length === 0 ? 'a status below 400' : wanted.join(' or ');
  return [{ message: `Expected ${named}, got ${reply.status}${errorIn(reply)}`, ...placed(place) }];
}

/** What the platform says of a refusal: the reader wants it before anything else. */
function errorIn({ body }: Reply): string {
  const text = openBody(body).replace(/\s+/g, ' ').slice(0, 300);
  return text === '' ? '.' : `: ${text}`;
}

function judgeHeaders({ headers }: Expectation, reply: Reply, scope: Scope): Complaint[] {
  return headers.flatMap(({ name, wanted, place }) => {
    const why = mismatch(reply.headers[name], fill(wanted, scope));
    return why === undefined ? [] : [{ message: `Header ${name}: ${why}.`, ...placed(place) }];
  });
}

function judgeJson({ json }: Expectation, reply: Reply, scope: Scope): Complaint[] {
  if (json.length === 0) return [];
  const document = parse(reply.body);
  if (document === undefined) {
    const [first] = json;
    return [{ message: `The body is no JSON: ${reply.body.slice(0, 200)}`, ...placed(first?.place) }];
  }
  return json.flatMap(({ path, wanted, place }) => {
    const why = mismatch(valueAt(document, fill(path, scope)), fill(wanted, scope));
    return why === undefined ? [] : [{ message: `${path}: ${why}.`, ...placed(place) }];
  });
}

function judgeRest({ body, within, place }: Expectation, reply: Reply, scope: Scope): Complaint[] {
  const complaints: Complaint[] = [];
  const why = body && mismatch(reply.body, fill(body.wanted, scope));
  if (body && why !== undefined) complaints.push({ message: `The body: ${why}.`, ...placed(body.place) });
  if (within !== undefined && reply.durationMs > within)
    complaints.push({
      message: `The answer took ${Math.round(reply.durationMs)} ms, more than ${within} ms.`,
      ...placed(place),
    });
  return complaints;
}

/** JSON, or undefined when the text is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
