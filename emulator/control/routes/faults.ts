import { Router } from 'express';
import type { Fault } from '../../kernel/faults.js';
import { ControlError } from '../control-error.js';
import type { ControlView } from '../view.js';

const RATES = ['errorRate', 'throttleRate', 'timeoutRate'] as const;
const KNOWN = new Set<string>([...RATES, 'latencyMs', 'errorCode']);

/**
 * `GET /faults`, `POST /faults {target, latencyMs?, errorRate?, errorCode?, throttleRate?, timeoutRate?}`,
 * `DELETE /faults[/:target]`. A target is a function, a vendor, `mongo`, … (`names` of the listing).
 */
export function faultRoutes({ faults }: ControlView): Router {
  const router = Router();
  router.get('/faults', (_request, response) => {
    response.json({ faults: faults.list(), names: faults.names() });
  });
  router.post('/faults', (request, response) => {
    const { target, ...settings } = (request.body ?? {}) as { target?: unknown };
    const known = faults.resolve(typeof target === 'string' ? target : '');
    if (known === undefined) throw unknownTarget(faults.names());
    faults.set(known, check(settings));
    response.json({ faults: faults.list() });
  });
  router.delete('/faults', (_request, response) => {
    faults.clear();
    response.json({ faults: faults.list() });
  });
  router.delete('/faults/:target', (request, response) => {
    const known = faults.resolve(String(request.params.target));
    if (known === undefined) throw unknownTarget(faults.names());
    faults.clear(known);
    response.json({ faults: faults.list() });
  });
  return router;
}

function unknownTarget(names: string[]): ControlError {
  return new ControlError(404, 'UNKNOWN_TARGET', `Faults can be put into ${names.join(', ')}.`);
}

function check(settings: Record<string, unknown>): Fault {
  const { latencyMs, errorCode } = settings;
  const unknown = Object.keys(settings).filter((key) => !KNOWN.has(key));
  const rates = RATES.filter((key) => settings[key] !== undefined);
  const sum = rates.reduce((total, key) => total + Number(settings[key]), 0);
  const right =
    unknown.length === 0 &&
    Object.keys(settings).some((key) => key !== 'errorCode') &&
    (errorCode === undefined || typeof errorCode === 'string') &&
    (latencyMs === undefined ||
      (Number.isFinite(latencyMs) && Number(latencyMs) >= 0 && Number(latencyMs) <= 600_000)) &&
    rates.every((key) => Number.isFinite(settings[key]) && Number(settings[key]) >= 0) &&
    sum <= 1;
  if (right) return settings;
  throw new ControlError(
    400,
    'BAD_FAULT',
    'Give latencyMs (0 to 600000), and rates from 0 to 1 that are at most 1 together.',
  );
}
