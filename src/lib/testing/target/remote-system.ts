import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '../../../core/document/read-yaml.js';
import { SourceFile } from '../../../core/document/source.js';
import { packageRoot } from '../../../core/package-root.js';
import type { SystemTenant, SystemUnderTest } from '../../../core/scenario/system.js';
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

/** The platform's OpenAPI document, as it ships: a stage does not publish its own. */
export function shippedContract(): Record<string, unknown> | undefined {
  const file = join(packageRoot(), 'templates', 'ancillary', 'openapi.yaml');
  const { value } = readYaml(new SourceFile(file, readFileSync(file, 'utf8')));
  return value as Record<string, unknown> | undefined;
}
