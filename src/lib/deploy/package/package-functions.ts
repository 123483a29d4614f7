import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  BundleError,
  bundleFunctions,
  type FunctionSource,
  knownBundle,
  noteBundle,
} from '../../../bundle/index.js';
import { userError } from '../../../core/errors.js';
import type { LambdaFunction } from '../../../core/stack/model.js';
import { type Archive, ArchiveStore, sha256 } from './archive-store.js';
import { checkSize, type FunctionPackage, keyOf } from './function-package.js';
import { Licences } from './licences.js';
import { ZipLanes } from './zip-lanes.js';

/** The functions of a stack to package, and where archives are kept between runs. */
export interface PackageRequest {
  functions: readonly Pick<LambdaFunction, 'logicalId' | 'code' | 'handler' | 'runtime'>[];
  /** Absolute path of the template. */
  template: string;
  cacheDir: string;
}

interface Local extends FunctionSource {
  name: string;
}

/**
 * Packages every function whose code lies in a folder: one module, everything inside, in an archive that is the same on
 * every machine. A `.zip` that the template names is taken as it is; code written in the template needs none. What did
 * not change since the last time is not made again. Throws PACKAGE_FAILED, PACKAGE_RUNTIME or PACKAGE_TOO_LARGE.
 */
export async function packageFunctions(request: PackageRequest): Promise<FunctionPackage[]> {
  const local = request.functions.flatMap(toLocal);
  const given = local.filter(({ folder }) => folder.endsWith('.zip'));
  const sources = local.filter(({ folder }) => !folder.endsWith('.zip'));
  const packages = [...(await Promise.all(given.map(takeArchive))), ...(await bundle(sources, request))];
  for (const one of packages) checkSize(one.function, one);
  const order = new Map(local.map(({ name }, index) => [name, index]));
  return packages.sort((a, b) => (order.get(a.function) ?? 0) - (order.get(b.function) ?? 0));
}

function toLocal(fn: PackageRequest['functions'][number]): Local[] {
  const { logicalId: name, code, handler, runtime } = fn;
  if (!('folder' in code)) return [];
  const isArchive = code.folder.endsWith('.zip') && statSync(code.folder).isFile();
  if (!isArchive && !runtime.startsWith('nodejs')) throw userError('PACKAGE_RUNTIME', { name, runtime });
  return [{ name, folder: code.folder, handler }];
}

/** The sizes in an archive are asked of its own directory, at its end. */
async function takeArchive({ name, folder: file }: Local): Promise<FunctionPackage> {
  const content = await readFile(file);
  const hash = sha256(content);
  let unzippedBytes = 0;
  const { unzipSync } = await import('fflate');
  const count = ({ originalSize }: { originalSize: number }): boolean => {
    unzippedBytes += originalSize;
    return false;
  };
  try {
    unzipSync(content, { filter: count });
  } catch (error) {
    throw userError('PACKAGE_FAILED', {
      name,
      why: `${file} is no ZIP archive: ${(error as Error).message}.`,
    });
  }
  const sizes = { zippedBytes: content.byteLength, unzippedBytes };
  return { function: name, sha256: hash, key: keyOf(hash), file, ...sizes, packages: [] };
}

async function bundle(
  functions: Local[],
  { template, cacheDir }: PackageRequest,
): Promise<FunctionPackage[]> {
  const how = { root: moduleRoot(dirname(template)), cacheDir: join(cacheDir, 'bundles') };
  const store = new ArchiveStore(join(cacheDir, 'archives'));
  const licences = new Licences();
  const done = new Map<Local, FunctionPackage>();
  const keep = async (fn: Local, archive: Archive, inputs: string[]): Promise<void> => {
    const key = keyOf(archive.sha256);
    done.set(fn, { function: fn.name, key, ...archive, packages: await licences.of(inputs) });
  };
  await Promise.all(
    functions.map(async (fn) => {
      const known = await knownBundle(fn, how);
      const archive = known && (await store.get(known.hash, fn.handler));
      if (archive) await keep(fn, archive, known.inputs);
    }),
  );
  const rest = functions.filter((fn) => !done.has(fn));
  const lanes = new ZipLanes(rest.length); // its threads start while esbuild works
  try {
    const results = await bundleFunctions(rest, how);
    // Side by side, because each archive waits for the disk thrice. All end before a failure is told: nothing may write
    // on behind the back of who hears of it.
    const ends = await Promise.allSettled(
      results.map(async (result, index) => {
        const fn = rest[index] as Local;
        if (result.status === 'rejected') throw toUserError(fn.name, result.reason);
        const { value } = result;
        const known = await store.get(value.hash, fn.handler);
        await keep(fn, known ?? (await store.put(value, fn.handler, lanes)), value.inputs);
        await noteBundle(fn, value, how);
      }),
    );
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  } finally {
    await lanes.stop();
  }
  if (rest.length > 0) await store.prune();
  return [...done.values()];
}

/**
 * The nearest folder upwards with packages in it. Module names in bundled code are relative to it, so that they are the
 * same wherever a project lies and however deep its functions do.
 */
function moduleRoot(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'node_modules'))) return at;
    if (at === dirname(at)) return folder;
  }
}

function toUserError(name: string, error: unknown): unknown {
  if (!(error instanceof BundleError)) return error;
  const [first] = error.diagnostics;
  const place = first?.place ? `${first.place.file}:${first.place.line}:${first.place.column} ` : '';
  const why = first ? `${place}${first.message}${first.frame ? `\n${first.frame}` : ''}` : error.message;
  return userError('PACKAGE_FAILED', { name, why }, { cause: error });
}
