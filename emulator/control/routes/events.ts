import { type Response, Router } from 'express';
import type { EmulatorEvents } from '../../kernel/events.js';
import { ControlError } from '../control-error.js';
import type { ControlView } from '../view.js';

const TYPES = ['request', 'span', 'log', 'reload', 'diagnostic'] as const satisfies (keyof EmulatorEvents)[];

/** Bytes a slow reader may fall behind before it is let go: the emulator must not hold its events for it. */
const LARGEST_BACKLOG = 4 * 1024 * 1024;
const KEEP_ALIVE = 15_000;

/** `GET /events?types=request,log`: everything that happens, as server-sent events. */
export function eventRoutes({ events }: ControlView): Router {
  const router = Router();
  router.get('/events', (request, response) => {
    const types = wantedTypes(request.query.types);
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': connected\n\n');
    const listeners = types.map((type) => {
      const listener = (data: unknown) => send(response, type, data);
      events.on(type, listener);
      return () => events.off(type, listener);
    });
    const beat = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE);
    beat.unref();
    response.on('close', () => {
      clearInterval(beat);
      for (const off of listeners) off();
    });
  });
  return router;
}

function send(response: Response, type: string, data: unknown): void {
  if (response.writableLength > LARGEST_BACKLOG) response.destroy();
  else response.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
}

function wantedTypes(query: unknown): (typeof TYPES)[number][] {
  if (query === undefined) return [...TYPES];
  const names = String(query).split(',');
  const known = TYPES.filter((type) => names.includes(type));
  if (known.length === names.length) return known;
  throw new ControlError(400, 'BAD_TYPES', `types is a list of ${TYPES.join(', ')}.`);
}
