import { Router } from 'express';
import { ControlError } from '../control-error.js';
import type { ControlView, FaultSettings } from '../view.js';

const RATES = ['errorRate', 'throttleRate', 'timeoutRate'] as const;

/** `GET /faults`, `POST /faults {function, latencyMs?, errorRate?, throttleRate?, timeoutRate?}`, `DELETE /faults[/:function]`. */
export function faultRoutes({ faults }: ControlView): Router {
  const router = Router();
  router.get('/faults', (_request, response) => {
    response.json({ faults: faults.list() });
  });
  router.post('/faults', (request, response) => {
    const { function: name, ...settings } = (request.body ?? {}) as { function?: unknown };
    const known = faults.resolve(typeof name === 'string' ? name : '');
    if (known === undefined)
      throw new ControlError(
        404,
        'UNKNOWN_FUNCTION',
        `function is one of ${faults.names().join(', ')}, or *.`,
      );
    faults.set(known, check(settings));
    response.json({ faults: faults.list() });
  });
  router.delete(['/faults', '/faults/:function'], (request, response) => {
    const name = request.params.function;
    faults.clear(name === undefined ? undefined : (faults.resolve(String(name)) ?? String(name)));
    response.json({ faults: faults.list() });
  });
  return router;
}

function check(settings: Record<string, unknown>): FaultSettings {
  const { latencyMs } = settings;
  const unknown = Object.keys(settings).filter(
    (key) => key !== 'latencyMs' && !RATES.includes(key as 'errorRate'),
  );
  const rates = RATES.filter((key) => settings[key] !== undefined);
  const sum = rates.reduce((total, key) => total + Number(settings[key]), 0);
  const right =
    unknown.length === 0 &&
    Object.keys(settings).length > 0 &&
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
