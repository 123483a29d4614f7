import { join } from 'node:path';
import { userError } from '../../../core/errors.js';
import { packageRoot } from '../../../core/package-root.js';
import { readScenario } from '../../../core/scenario/read-scenario.js';
import type { TestCase } from '../case.js';
import { scenarioCase } from '../scenario/scenario-case.js';
import { suite } from './api.js';

/** Scenarios that the hook before traffic plays on each new version; of them, those that an API's address can answer. */
const SHARED = ['service', 'token'];

/** The least that must work, quick and without leaving more than one trip behind: for a stage after a deployment. */
export function smokeSuite(): TestCase[] {
  return [...SHARED.map(sharedCase), ...ownCases()];
}

function sharedCase(name: string): TestCase {
  const folder = join(packageRoot(), 'templates/ancillary/functions/deployment-hook/smoke');
  const file = join(folder, `${name}.scenario.yaml`);
  const { scenario, diagnostics } = readScenario(file);
  if (!scenario) throw userError('PROJECT_INVALID', { file, diagnostics });
  return {
    ...scenarioCase(scenario, folder),
    id: `smoke: ${scenario.name}`,
    group: 'smoke',
    measured: false,
  };
}

function ownCases(): TestCase[] {
  return suite('smoke', false, {
    'a client gets a token, and the token is for its tenant': async (api) => {
      const tenant = api.tokens.tenant({});
      const answer = await api.send('whoami', 'GET', '/auth/whoami');
      api.status('whoami', answer, 200);
      api.expect(
        'whoami',
        answer.json,
        { like: { tenant: tenant.tenant, role: 'api_client' } },
        'the caller',
        answer,
      );
    },
    'a call without a token is refused': async (api) => {
      const path = '/aggregation-api/servePassengerRecommendations';
      const answer = await api.post('no token', path, api.trip(), { as: { anonymous: true } });
      api.status('no token', answer, 401);
      api.expect(
        'no token',
        answer.json,
        { like: { error: { code: 'UNAUTHENTICATED' } } },
        'the error',
        answer,
      );
    },
    'a trip gets offers, and their prices stand': async (api) => {
      const answer = await api.post('verify', '/checkout/verify', api.cart(await api.offers()));
      api.status('verify', answer, 200);
      api.expect(
        'verify',
        answer.json,
        { like: { verified: true, mismatches: [] } },
        'the comparison',
        answer,
      );
    },
  });
}
