import { Router } from 'express';
import { requireToken } from '../owner.js';
import type { ControlView } from '../view.js';

/** Health, addresses, deployed stacks, credentials, reset. */
export function stateRoutes(view: ControlView): Router {
  const router = Router();
  router.get('/health', (_request, response) => {
    const services = view.health();
    const well = Object.values(services).every(({ status }) => status === 'ok');
    response
      .status(well ? 200 : 503)
      .json({ status: well ? 'ok' : 'degraded', instance: view.instance, services });
  });
  router.get('/info', (_request, response) => {
    const { instance, projectDir } = view;
    response.json({ instance, pid: process.pid, projectDir, urls: view.urls() ?? null });
  });
  router.get('/credentials', (request, response) => {
    requireToken(view, request.headers.authorization);
    const revealed = view.credentials().map(({ clientSecret, edgeSecret, ...open }) => ({
      ...open,
      clientSecret: clientSecret.reveal(),
      edgeSecret: edgeSecret.reveal(),
    }));
    response.set('cache-control', 'no-store').json({ credentials: revealed });
  });
  router.get('/stacks', (_request, response) => {
    response.json({ stacks: view.deployedStacks() });
  });
  router.post('/reset', async (_request, response) => {
    await view.reset();
    response.json({ status: 'ok' });
  });
  return router;
}
