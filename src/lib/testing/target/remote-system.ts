import type { SystemTenant, SystemUnderTest } from '../../../core/scenario/system.js';
import { shippedContract } from '../contract/shipped-contract.js';
import type { LaunchedSystem } from '../session/request.js';
import { probe, type Stage } from './stage.js';

/** A deployed stage as tests see it: the API and its tenants, and nothing beside. */
export function remoteSystem(stage: Stage, tenants: readonly SystemTenant[]): LaunchedSystem {
  const system: SystemUnderTest = {
    label: stage.url,
    api: stage.url,
    tenants: () => [...tenants],
    contract: shippedContract,
  };
  return { ready: probe(stage).then(() => system), stop: async () => undefined };
}
