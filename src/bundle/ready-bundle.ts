import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { packageRoot } from '../core/package-root.js';
import type { Bundle } from './bundle.js';
import { hashOf } from './cache.js';
import { parseHandler } from './handler-file.js';

const CALL = 'require(';

/**
 * The code of a folder that has been bundled already, as `arcube deploy` and other bundlers do it: one CommonJS file that
 * needs nothing beside Node's own modules. It is taken as it lies there, which AWS does with every package. Undefined for all
 * else: several files, ES modules, `import()`, syntax that this Node does not know, or a package that bundling
 * would find.
 */
export async function readyBundle(folder: string, handler: string): Promise<Bundle | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const [file, ...others] = entries.filter((one) => !one.isDirectory()).map(pathOf);
  const { module, exportPath } = parseHandler(handler);
  const names = ['.js', '.cjs'].map((extension) => join(folder, module + extension));
  if (file === undefined || others.length > 0 || !names.includes(file)) return undefined;
  const code = await readFile(file, 'utf8');
  // a source map that comes with it is for the bundler to pass on
  if (/\bimport\s*\(|\/\/# sourceMappingURL=/.test(code)) return undefined;
  if (!isScript(code) || packagesOf(code).some(isInstalled)) return undefined;
  return {
    format: 'cjs',
    code,
    sourceMap: Buffer.alloc(0),
    inputs: [file],
    file,
    exportPath,
    hash: hashOf(code),
  };
}

function pathOf({ parentPath, name }: Dirent): string {
  return join(parentPath, name);
}

/** Parsed, not run. An ES module is no script. */
function isScript(code: string): boolean {
  try {
    new Script(`(function () {\n${code.replace(/^#!.*/, '')}\n})`);
    return true;
  } catch {
    return false;
  }
}

/** What the code calls `require` for, without Node's modules; what a string writes of such calls is none. */
function packagesOf(code: string): string[] {
  const found = new Set<string>();
  for (let at = code.indexOf(CALL); at >= 0; at = code.indexOf(CALL, at + CALL.length)) {
    if (/[\w$.'"`]/.test(code[at - 1] ?? '')) continue;
    const [, , name] = /^\s*(["'`])(.+?)\1/.exec(code.slice(at + CALL.length, at + 250)) ?? [];
    if (name !== undefined && !isBuiltin(name)) found.add(name);
  }
  return [...found];
}

/** Whether bundling would find it: packages may ask for others that are there or not. */
function isInstalled(name: string): boolean {
  if (/^[./]/.test(name)) return true;
  const root = packageRoot();
  try {
    createRequire(join(root, 'package.json')).resolve(name, { paths: [root, dirname(root)] });
    return true;
  } catch {
    return false;
  }
}
