import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '../../core/atomic-file.js';
import { packageRoot } from '../../core/package-root.js';

const NAMES = ['tenant', 'project', 'scenario', 'slo'] as const;

/** First line of a tenant's file, from which editors know what may stand in it. */
export const TENANT_SCHEMA_LINE = '# yaml-language-server: $schema=../.arcube/schemas/tenant.schema.json\n';

/** Puts the JSON Schemas of this version into the project, where the first lines of its files point to. */
export async function putSchemas(projectDir: string): Promise<void> {
  for (const name of NAMES) {
    const file = `${name}.schema.json`;
    const text = readFileSync(join(packageRoot(), 'src', 'core', 'config', 'schemas', file), 'utf8');
    await writeFileAtomically(join(projectDir, '.arcube', 'schemas', file), text, 0o644);
  }
}
