import fs from 'node:fs';
import { Writable } from 'node:stream';
import type { EnvironmentPaths } from './paths.js';

type Call = (...args: unknown[]) => unknown;
type Module = Record<string, unknown>;

/** Which of the first two arguments are paths, and which of them are written to. */
interface Access {
  paths: 1 | 2;
  writes: number[];
}

const read: Access = { paths: 1, writes: [] };
const write: Access = { paths: 1, writes: [0] };

const ACCESS: Record<string, Access> = {
  ...forAll(
    read,
    'access',
    'exists',
    'stat',
    'lstat',
    'readFile',
    'readdir',
    'opendir',
    'readlink',
    'realpath',
  ),
  ...forAll(read, 'createReadStream', 'openAsBlob', 'watch', 'watchFile', 'unwatchFile', 'statfs'),
  ...forAll(write, 'appendFile', 'chmod', 'chown', 'lchown', 'mkdir', 'mkdtemp', 'rm', 'rmdir', 'truncate'),
  ...forAll(write, 'unlink', 'utimes', 'lutimes', 'writeFile', 'createWriteStream'),
  rename: { paths: 2, writes: [0, 1] },
  copyFile: { paths: 2, writes: [1] },
  cp: { paths: 2, writes: [1] },
  link: { paths: 2, writes: [1] },
  symlink: { paths: 2, writes: [1] },
  open: { paths: 1, writes: [] },
};

/**
 * The module `fs` of one environment: `/tmp` is its own folder, `/var/task` its code, everything else is read-only as on
 * Lambda (`EROFS`). Child processes and native addons go past it.
 */
export function createFs(paths: EnvironmentPaths): Module {
  const promises = wrapModule(fs.promises as unknown as Module, paths, 'promise');
  return { ...wrapModule(fs as unknown as Module, paths, 'callback'), promises };
}

function wrapModule(module: Module, paths: EnvironmentPaths, style: 'promise' | 'callback'): Module {
  const view: Module = { ...module };
  for (const [name, value] of Object.entries(module)) {
    const base = name.endsWith('Sync') ? name.slice(0, -4) : name;
    const access = Object.hasOwn(ACCESS, base) ? ACCESS[base] : undefined;
    if (!access || typeof value !== 'function') continue;
    const wrapped = wrap(base, value as Call, access, paths, name === base ? style : 'sync');
    view[name] = Object.assign(wrapped, value);
    if (base === 'realpath') Object.assign(wrapped, { native: wrapped });
  }
  return view;
}

type Style = 'promise' | 'callback' | 'sync';

function wrap(name: string, call: Call, access: Access, paths: EnvironmentPaths, style: Style): Call {
  const givesPath = name === 'mkdtemp' || name === 'realpath';
  return (...args) => {
    const refused = refusedPath(name, access, args, paths);
    if (refused !== undefined) return refuse(readOnly(name, refused), name, args, style);
    const mapped = args.map((arg, at) => (at < access.paths ? paths.toHost(arg) : arg));
    if (!givesPath) return call(...mapped);
    return giveFunctionPath(call, mapped, paths, style);
  };
}

function refusedPath(name: string, access: Access, args: unknown[], paths: EnvironmentPaths): unknown {
  const writes = name === 'open' && opensForWriting(args[1]) ? [0] : access.writes;
  const at = writes.find((index) => !paths.isWritable(args[index]));
  return at === undefined ? undefined : args[at];
}

function opensForWriting(flags: unknown): boolean {
  if (typeof flags === 'number') return (flags & 3) !== 0;
  return typeof flags === 'string' && !/^(r|rs|sr)$/.test(flags);
}

function readOnly(syscall: string, path: unknown): Error {
  const error = new Error(`EROFS: read-only file system, ${syscall} '${String(path)}'`);
  return Object.assign(error, { errno: -30, code: 'EROFS', syscall, path });
}

function refuse(error: Error, name: string, args: unknown[], style: Style): unknown {
  if (name === 'createWriteStream') return new Writable().destroy(error);
  if (style === 'promise') return Promise.reject(error);
  const callback = args.at(-1);
  if (style === 'sync' || typeof callback !== 'function') throw error;
  process.nextTick(callback as Call, error);
  return undefined;
}

function giveFunctionPath(call: Call, args: unknown[], paths: EnvironmentPaths, style: Style): unknown {
  if (style === 'sync') return paths.toFunction(call(...args));
  if (style === 'promise') return (call(...args) as Promise<unknown>).then((path) => paths.toFunction(path));
  const callback = args.at(-1) as Call;
  const back = (error: unknown, path: unknown) => callback(error, paths.toFunction(path));
  return call(...args.slice(0, -1), back);
}

function forAll(access: Access, ...names: string[]): Record<string, Access> {
  return Object.fromEntries(names.map((name) => [name, access]));
}
