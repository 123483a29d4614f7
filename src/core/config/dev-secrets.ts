import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '../atomic-file.js';
import { Secret } from '../secret.js';

/** Values of secrets by the name that files of the project refer to them by. For development: they never leave here. */
export type DevSecrets = ReadonlyMap<string, Secret>;

/** Where a project keeps them: a file that only its owner may read, in a folder that is not committed. */
export function devSecretsPath(projectDir: string): string {
  return join(projectDir, '.arcube', 'secrets.json');
}

/** The secrets of a project; none when there is no file, or one that cannot be read. */
export function readDevSecrets(projectDir: string): DevSecrets {
  const file = devSecretsPath(projectDir);
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    chmodSync(file, 0o600);
    const texts = Object.entries(found).filter(([, value]) => typeof value === 'string');
    return new Map(texts.map(([name, value]) => [name, new Secret(value as string)]));
  } catch {
    return new Map();
  }
}

/** Adds secrets, or with `undefined` takes them out. */
export async function changeDevSecrets(
  projectDir: string,
  changes: ReadonlyMap<string, Secret | undefined>,
): Promise<void> {
  const secrets = new Map(readDevSecrets(projectDir));
  for (const [name, value] of changes) {
    if (value) secrets.set(name, value);
    else secrets.delete(name);
  }
  const open = Object.fromEntries([...secrets].map(([name, value]) => [name, value.reveal()]));
  await writeFileAtomically(devSecretsPath(projectDir), `${JSON.stringify(open, null, 2)}\n`);
}
