import { parseDuration } from '../duration.js';
import { type Building, fault } from './building.js';
import { pathFault } from './jsonpath.js';
import { patternFault } from './match.js';
import type { Expectation } from './model.js';
import type { WrittenExpectation } from './written.js';

/** Statuses, and classes of them. */
const STATUS = /^([1-5]xx|[1-5]\d\d)$/;

/** What is expected of an answer, its paths and patterns checked. */
export function readExpectation(written: WrittenExpectation = {}, building: Building): Expectation {
  const { status = [], headers = {}, json = {}, body, same, within, contract = true } = written;
  checkPaths(json, building);
  checkPatterns([headers, json, written], building);
  const place = building.places(written);
  return {
    status: readStatus(written, [status].flat(), building),
    headers: entries(headers, building).map(({ key, ...rest }) => ({ name: key.toLowerCase(), ...rest })),
    json: entries(json, building).map(({ key, ...rest }) => ({ path: key, ...rest })),
    contract,
    ...(body !== undefined && { body: { wanted: body, ...placed(building.places(written, 'body')) } }),
    ...(same && { same }),
    ...(within !== undefined && { within: parseDuration(within) }),
    ...(place && { place }),
  };
}

function entries(map: Record<string, unknown>, { places }: Building) {
  return Object.entries(map).map(([key, wanted]) => ({ key, wanted, ...placed(places(map, key)) }));
}

function placed<T>(place: T | undefined): { place?: T } {
  return place === undefined ? {} : { place };
}

function readStatus(
  holder: WrittenExpectation,
  written: (number | string)[],
  building: Building,
): (number | string)[] {
  for (const one of written)
    if (!STATUS.test(String(one)) && !String(one).includes('${'))
      fault(building, holder, 'status', {
        code: 'BAD_STATUS',
        message: `\`${one}\` is no HTTP status.`,
        remedy: 'Write a number such as 200, or a class such as `2xx`.',
      });
  return written.map((one) => (/^\d+$/.test(String(one)) ? Number(one) : one));
}

function checkPaths(json: Record<string, unknown>, building: Building): void {
  for (const path of Object.keys(json)) {
    const why = path.includes('${') ? undefined : pathFault(path);
    if (why !== undefined)
      fault(building, json, path, {
        code: 'BAD_JSONPATH',
        message: `\`${path}\` is no JSONPath: ${why}.`,
        remedy: 'Write it as RFC 9535 has it, e.g. `$.result[0].price` or `$.items[*].id`.',
      });
  }
}

/** Looks for `matches` inside matchers, whose patterns are known before anything runs. */
function checkPatterns(holders: object[], building: Building): void {
  for (const holder of holders)
    for (const wanted of Object.values(holder)) {
      const text = (wanted as { matches?: unknown } | null)?.matches;
      const why = typeof text === 'string' && !text.includes('${') ? patternFault(text) : undefined;
      if (why !== undefined)
        fault(building, wanted, 'matches', {
          code: 'BAD_PATTERN',
          message: `\`${String(text)}\` is no regular expression: ${why}.`,
          remedy: 'Correct it; look-around and back-references are not there.',
        });
    }
}
