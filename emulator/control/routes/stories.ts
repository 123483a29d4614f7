import { type Request, Router } from 'express';
import { ControlError } from '../control-error.js';
import { requireToken } from '../owner.js';
import type { ControlView } from '../view.js';

/** Requests, their explanation, and logs. */
export function storyRoutes(view: ControlView): Router {
  const router = Router();
  router.get('/requests', (request, response) => {
    response.json({ requests: view.history.requests(limitOf(request, 50)) });
  });
  router.get(['/requests/:id', '/explain/:id'], (request, response) => {
    const id = String(request.params.id);
    const explained = view.explain(id);
    const story = view.history.story(explained?.record.requestId ?? id);
    if (!story && !explained)
      throw new ControlError(404, 'UNKNOWN_REQUEST', 'No request with this id is among the last 1,000.');
    response.json({
      requestId: id,
      spans: [],
      logs: [],
      ...story,
      ...(explained && { request: explained.record, steps: explained.steps }),
    });
  });
  router.get('/exchanges/:id', async (request, response) => {
    requireToken(view, request.headers.authorization);
    if (!view.kept)
      throw new ControlError(
        409,
        'KEEPS_NOTHING',
        'This emulator keeps its state in memory, and no requests.',
      );
    const kept = await view.kept(String(request.params.id));
    if (!kept)
      throw new ControlError(404, 'UNKNOWN_REQUEST', 'No request with this id is among the last 1,000.');
    response.json({ exchange: kept });
  });
  router.get('/logs', (request, response) => {
    const wanted = one(request, 'function');
    const functionName = wanted && (view.faults.resolve(wanted) ?? wanted);
    const requestId = one(request, 'request-id');
    const filter = { ...(functionName && { functionName }), ...(requestId && { requestId }) };
    const logs = view.history.logs(filter, limitOf(request, 200));
    response.json({ logs, ...(functionName && { functionName }) });
  });
  return router;
}

function one(request: Request, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function limitOf(request: Request, usual: number): number {
  const text = one(request, 'limit');
  if (text === undefined) return usual;
  if (/^\d{1,4}$/.test(text) && Number(text) > 0) return Math.min(Number(text), 1000);
  throw new ControlError(400, 'BAD_LIMIT', 'limit is a number from 1 to 1000.');
}
