import { ApiDocument, asDict, type Dict, type Operation } from './api-document.js';
import { type ApiDifference, schemaChanges } from './schema-changes.js';

/** What a new edition of an API means to those who call it. */
export interface ApiChanges {
  /** `POST /orders`. */
  added: string[];
  /** Each breaks its callers. */
  removed: string[];
  changed: { operation: string; differences: ApiDifference[] }[];
  /** Whether any caller that was right before may fail now. */
  breaking: boolean;
}

interface Sides {
  before: { document: ApiDocument; operation: Operation };
  after: { document: ApiDocument; operation: Operation };
}

/**
 * Compares two OpenAPI 3 documents as callers see them: texts and examples count for nothing, and a path's parameters may
 * be called otherwise. References out of a document are not followed.
 */
export function apiChanges(before: unknown, after: unknown): ApiChanges {
  const [old, now] = [new ApiDocument(before), new ApiDocument(after)];
  const [was, is] = [old.operations(), now.operations()];
  const namesOf = (from: typeof was, without: typeof was) =>
    [...from].filter(([key]) => !without.has(key)).map(([, { name }]) => name);
  const changed = [...was].flatMap(([key, operation]) => {
    const next = is.get(key);
    if (!next) return [];
    const differences = compareOperations({
      before: { document: old, operation },
      after: { document: now, operation: next },
    });
    return differences.length > 0 ? [{ operation: next.name, differences }] : [];
  });
  const removed = namesOf(was, is);
  const breaking = removed.length > 0 || changed.some((one) => one.differences.some((it) => it.breaking));
  return { added: namesOf(is, was), removed, changed, breaking };
}

function compareOperations(sides: Sides): ApiDifference[] {
  return [
    ...compareSecurity(sides),
    ...compareParameters(sides),
    ...compareBodies(sides),
    ...compareResponses(sides),
    ...compareIntegrations(sides),
  ];
}

function compareSecurity({ before, after }: Sides): ApiDifference[] {
  const [was, is] = [before.operation.security, after.operation.security];
  const gone = was.filter((one) => !is.includes(one));
  const come = is.filter((one) => !was.includes(one));
  const place = 'security';
  if (was.length === 0 && is.length > 0)
    return [{ place, what: 'callers must identify themselves', breaking: true }];
  if (was.length > 0 && is.length === 0) return [{ place, what: 'open to anybody', breaking: false }];
  if (gone.length > 0) return [{ place, what: `${gone.join(', ')} no longer accepted`, breaking: true }];
  return come.map((one) => ({ place, what: `${one} accepted`, breaking: false }));
}

function compareParameters(sides: Sides): ApiDifference[] {
  const [was, is] = [sides.before.operation.parameters, sides.after.operation.parameters];
  const found: ApiDifference[] = [];
  for (const [key, parameter] of is) {
    const place = placeOf(parameter);
    const old = was.get(key);
    const required = parameter.required === true;
    if (!old)
      found.push({ place, what: required ? 'new parameter, required' : 'new parameter', breaking: required });
    else found.push(...compareParameter(sides, old, parameter, place));
  }
  for (const [key, parameter] of was)
    if (!is.has(key)) found.push({ place: placeOf(parameter), what: 'parameter removed', breaking: false });
  return found;
}

function placeOf(parameter: Dict): string {
  return `${String(parameter.in)}.${String(parameter.name)}`;
}

function compareParameter({ before, after }: Sides, old: Dict, now: Dict, place: string): ApiDifference[] {
  const required = now.required === true;
  const change =
    (old.required === true) === required
      ? []
      : [{ place, what: required ? 'now required' : 'no longer required', breaking: required }];
  return [
    ...change,
    ...schemaChanges({
      before: { document: before.document, schema: old.schema },
      after: { document: after.document, schema: now.schema },
      direction: 'request',
      place,
    }),
  ];
}

function compareBodies(sides: Sides): ApiDifference[] {
  const [was, is] = [sides.before.operation.body, sides.after.operation.body];
  const place = 'request';
  if (!was && !is) return [];
  if (!was) {
    const breaking = is?.required === true;
    return [{ place, what: breaking ? 'new body, required' : 'new body', breaking }];
  }
  if (!is) return [{ place, what: 'body removed', breaking: false }];
  const required = is.required === true;
  const change =
    (was.required === true) === required
      ? []
      : [{ place, what: `body ${required ? 'now' : 'no longer'} required`, breaking: required }];
  return [...change, ...compareContents(sides, was, is, 'request', place)];
}

/** Bodies by their media type. */
function compareContents(
  { before, after }: Sides,
  old: Dict,
  now: Dict,
  direction: 'request' | 'response',
  place: string,
): ApiDifference[] {
  const [was, is] = [asDict(old.content), asDict(now.content)];
  const types = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return types.flatMap((type): ApiDifference[] => {
    if (!Object.hasOwn(is, type)) return [{ place: `${place}.${type}`, what: 'removed', breaking: true }];
    if (!Object.hasOwn(was, type)) return [{ place: `${place}.${type}`, what: 'new', breaking: false }];
    return schemaChanges({
      before: { document: before.document, schema: asDict(was[type]).schema },
      after: { document: after.document, schema: asDict(is[type]).schema },
      direction,
      place: `${place}.${type}`,
    });
  });
}

function compareResponses(sides: Sides): ApiDifference[] {
  const [was, is] = [sides.before.operation.responses, sides.after.operation.responses];
  const found: ApiDifference[] = [];
  for (const [status, response] of was) {
    const place = `response.${status}`;
    const next = is.get(status);
    if (!next) found.push({ place, what: 'removed', breaking: status.startsWith('2') });
    else found.push(...compareContents(sides, response, next, 'response', place));
  }
  for (const status of is.keys())
    if (!was.has(status)) found.push({ place: `response.${status}`, what: 'new', breaking: false });
  return found;
}

function compareIntegrations({ before, after }: Sides): ApiDifference[] {
  const equal = JSON.stringify(before.operation.integration) === JSON.stringify(after.operation.integration);
  return equal ? [] : [{ place: 'integration', what: 'another one', breaking: false }];
}
