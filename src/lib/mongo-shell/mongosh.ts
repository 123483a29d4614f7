import { type SpawnOptions, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { constants as osConstants } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where MongoDB's own shell is; `undefined` when it is not on the PATH. */
export function findMongosh(path = process.env.PATH ?? ''): string | undefined {
  const name = process.platform === 'win32' ? 'mongosh.exe' : 'mongosh';
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Hands the terminal to mongosh until it ends; resolves with its exit code. Ctrl-C is mongosh's meanwhile. */
export function runMongosh(file: string, uri: string, options: SpawnOptions = {}): Promise<number> {
  const ignore = () => undefined;
  process.on('SIGINT', ignore);
  return new Promise<number>((resolve, reject) => {
    const child = spawn(file, [uri], { stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? osConstants.signals[signal] : 0)));
  }).finally(() => process.off('SIGINT', ignore));
}
