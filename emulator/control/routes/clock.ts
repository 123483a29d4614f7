import { Router } from 'express';
import type { MovableClock } from '../../../src/core/clock.js';
import { parseDuration, parseMoment } from '../../../src/core/duration.js';
import { ControlError } from '../control-error.js';
import type { ControlView } from '../view.js';

/** `GET /clock`, and `POST /clock` with one of `advance`, `set`, `freeze`, `resume`, `reset`. */
export function clockRoutes({ clock }: ControlView): Router {
  const router = Router();
  router.get('/clock', (_request, response) => {
    response.json(describe(clock));
  });
  router.post('/clock', (request, response) => {
    move(clock, request.body);
    response.json(describe(clock));
  });
  return router;
}

const MOVES: Record<string, (clock: MovableClock, value: unknown) => void> = {
  advance: (clock, value) => clock.advance(duration(value)),
  set: (clock, value) => clock.set(moment(value)),
  freeze: (clock, value) => (value === true ? clock.freeze() : clock.freeze(moment(value))),
  resume: (clock) => clock.resume(),
  reset: (clock) => clock.reset(),
};

function move(clock: MovableClock, body: unknown): void {
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const [name, value] = entries[0] ?? [];
  const run = name !== undefined && Object.hasOwn(MOVES, name) ? MOVES[name] : undefined;
  if (entries.length !== 1 || !run)
    throw new ControlError(
      400,
      'BAD_MOVE',
      `Send one of ${Object.keys(MOVES).join(', ')}, e.g. {"advance":"1h"}.`,
    );
  run(clock, value);
}

function duration(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : parseDuration(String(value));
}

function moment(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : parseMoment(String(value));
}

function describe(clock: MovableClock) {
  const now = clock.now();
  return {
    now: new Date(now).toISOString(),
    epochMs: now,
    offsetMs: Math.round(clock.offset),
    frozen: clock.frozen,
  };
}
