import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';
import { userError } from '../../../src/core/errors.js';

/** How long `mongod --version` may take, in ms. */
const ANSWER_MS = 10_000;

/** Makes sure that a file is a mongod that runs here. Throws MONGOD_BINARY_UNUSABLE with the reason. */
export async function requireMongod(file: string): Promise<void> {
  const refuse = (cause: string) => userError('MONGOD_BINARY_UNUSABLE', { file, cause });
  await access(file, constants.X_OK).catch((error: NodeJS.ErrnoException) => {
    throw refuse(error.code === 'ENOENT' ? 'There is no such file.' : 'It is not executable.');
  });
  const { stdout } = await promisify(execFile)(file, ['--version'], { timeout: ANSWER_MS }).catch((error) => {
    throw refuse(`\`--version\` failed: ${error instanceof Error ? error.message.trim() : String(error)}`);
  });
  if (!/^db version v\d/m.test(stdout)) throw refuse('It is no mongod: `--version` tells no "db version".');
}
