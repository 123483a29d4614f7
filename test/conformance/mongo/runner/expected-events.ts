import type { ObservedClient } from './entities.js';
import { expectMatch, type MatchContext, Mismatch } from './match.js';
import type { ExpectedEvents } from './spec.js';

const COMMAND = /^command/;

/** Checks the events that a client has seen against what the test expects, in order. */
export function expectEvents(
  observed: ObservedClient,
  expected: ExpectedEvents,
  context: MatchContext,
): void {
  const isCommand = (expected.eventType ?? 'command') === 'command';
  const seen = observed.events.filter(({ name }) => COMMAND.test(name) === isCommand);
  expected.events.forEach((wanted, at) => {
    const [[name, fields]] = Object.entries(wanted) as [[string, Record<string, unknown>]];
    const event = seen[at];
    if (event === undefined)
      throw new Mismatch(`event ${at}: expected ${name}, but there were ${seen.length}`);
    if (event.name !== name) throw new Mismatch(`event ${at}: expected ${name}, got ${event.name}`);
    try {
      for (const [field, value] of Object.entries(fields)) {
        if (field === 'hasServiceId' || field === 'hasServerConnectionId') continue;
        expectMatch(
          field === 'command' ? withoutQuirks(event.event[field], value) : event.event[field],
          value,
          context,
        );
      }
    } catch (error) {
      throw new Mismatch(`event ${at} (${name}): ${(error as Error).message}`);
    }
  });
  if (seen.length > expected.events.length && expected.ignoreExtraEvents !== true) {
    const extra = seen[expected.events.length]!;
    throw new Mismatch(`there was a further event: ${extra.name} ${String(extra.event.commandName ?? '')}`);
  }
}

/**
 * What the Node driver is known to send otherwise than the specifications say, taken out so that the rest of such a
 * test still counts. It adds `wtimeout: 10000` to the write concern of commitTransaction and abortTransaction, and
 * leaves out `bypassDocumentValidation: false`.
 */
function withoutQuirks(command: unknown, expected: unknown): unknown {
  const copy = { ...(command as Record<string, unknown>) };
  const { writeConcern } = copy;
  if ('commitTransaction' in copy || 'abortTransaction' in copy) {
    const wanted = (expected as { writeConcern?: { wtimeout?: unknown } }).writeConcern;
    const { wtimeout, ...rest } = (writeConcern ?? {}) as Record<string, unknown>;
    if (wtimeout === 10_000 && wanted?.wtimeout === undefined) copy.writeConcern = rest;
  }
  const { bypassDocumentValidation } = expected as { bypassDocumentValidation?: unknown };
  if (bypassDocumentValidation === false) copy.bypassDocumentValidation ??= false;
  return copy;
}
