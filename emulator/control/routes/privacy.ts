import { Router } from 'express';
import { ControlError } from '../control-error.js';
import { requireToken } from '../owner.js';
import type { ControlView, Forgetting } from '../view.js';

/** `POST /privacy/forget {region, tenant, mentions?}`: after data was erased or moved, what the emulator kept of it. */
export function privacyRoutes(view: ControlView): Router {
  const router = Router();
  router.post('/privacy/forget', async (request, response) => {
    requireToken(view, request.headers.authorization);
    response.json(await view.forget(wanted(request.body)));
  });
  return router;
}

function wanted(body: unknown): Forgetting {
  const { region, tenant, mentions } = (body ?? {}) as Record<string, unknown>;
  const isList = Array.isArray(mentions) && mentions.every((word) => typeof word === 'string' && word !== '');
  if (typeof region !== 'string' || typeof tenant !== 'string' || (mentions !== undefined && !isList))
    throw new ControlError(400, 'BAD_BODY', 'Send region and tenant, and mentions as a list of texts.');
  return { region, tenant, ...(isList && { mentions: mentions as string[] }) };
}
