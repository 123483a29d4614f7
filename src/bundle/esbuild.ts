import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { BuildFailure, BuildOptions, BuildResult, Message, Metafile } from 'esbuild';
import { packageRoot } from '../core/package-root.js';
import { type BundleDiagnostic, BundleError, type BundleFault } from './bundle-error.js';
import { documentPlugin } from './document-plugin.js';
import { type Esbuild, leaveEsbuild, useEsbuild, withEsbuild } from './esbuild-process.js';
import { mongoPlugin } from './mongo-plugin.js';
import { scenarioPlugin } from './scenario-plugin.js';
import { slimPlugin } from './slim-plugin.js';

/** What esbuild made of one entry file. */
export interface BundleText {
  format: 'cjs' | 'esm';
  code: string;
  /** JSON in UTF-8: only a stack trace or a debugger reads it. */
  sourceMap: Buffer;
  /** Absolute paths of every file read. */
  inputs: string[];
}

/** How an entry is bundled. `observe` adds the emulator's hook for the MongoDB driver, `debug` keeps lines and spaces. */
export interface BundlePlan {
  entry: string;
  observe: boolean;
  debug: boolean;
  /** Folder that module names in the code are relative to; the entry's own by default. */
  root?: string;
}

/** A bundler that keeps what it has parsed, so that the next run after an edit is quick. */
export interface Rebuilder {
  run(): Promise<BundleText>;
  dispose(): Promise<void>;
}

// `var`: a package of ours that is bundled again, with other files beside it, declares it twice
const IMPORT_META = 'var __importMetaUrl = require("node:url").pathToFileURL(__filename).href;';
const REQUIRE_IN_ESM =
  'import { createRequire as __createRequire } from "node:module";\nconst require = __createRequire(import.meta.url);';
/** esbuild's options for a plan: one file, every package inside, Node's own modules outside. Equal input gives equal output. */
function options(plan: BundlePlan, format: 'cjs' | 'esm'): BuildOptions {
  return {
    entryPoints: [plan.entry],
    absWorkingDir: rootOf(plan),
    outfile: join(rootOf(plan), 'index.js'),
    bundle: true,
    write: false,
    metafile: true,
    sourcemap: 'external',
    // Half the size to ship and to compile; names stay, and the map gives stack traces their lines back. An ES module
    // keeps its lines, because the emulator's runtime takes its imports and exports apart.
    minifyWhitespace: format === 'cjs' && !plan.debug,
    sourcesContent: false,
    platform: 'node',
    target: 'node20.19',
    format,
    // `import()` becomes a promise of `require`, so that it meets the same modules as every other import.
    supported: { 'dynamic-import': false },
    legalComments: 'none',
    logLevel: 'silent',
    // A template that ships inside the package finds the package's own dependencies; a project's own come first.
    nodePaths: [join(packageRoot(), 'node_modules'), resolve(packageRoot(), '..')],
    plugins: [scenarioPlugin, documentPlugin, slimPlugin, ...(plan.observe ? [mongoPlugin] : [])],
    ...(format === 'cjs'
      ? { define: { 'import.meta.url': '__importMetaUrl' }, banner: { js: IMPORT_META } }
      : { banner: { js: REQUIRE_IN_ESM } }),
  };
}

/**
 * Bundles `plan.entry` into CommonJS, or, when it awaits at top level (which CommonJS cannot), into an ES module.
 * Throws a `BundleError` with one diagnostic per fault.
 */
export async function bundleEntry(plan: BundlePlan): Promise<BundleText> {
  return withEsbuild(({ build }) => withFallback((format) => build(options(plan, format)), plan));
}

/**
 * Bundles several entries at once into CommonJS: each file is parsed once, and each entry linked for itself, so that its
 * text is the same whatever stands beside it. Undefined when any has a fault or awaits at top level: which one, and
 * what about it, `bundleEntry` tells.
 */
export async function bundleEntries(entries: string[], root: string): Promise<BundleText[] | undefined> {
  const { outfile: _, ...shared } = options(
    { entry: entries[0] ?? '', observe: false, debug: false, root },
    'cjs',
  );
  const entryPoints = entries.map((entry, index) => ({ in: entry, out: `function-${index}` }));
  try {
    const result = await withEsbuild(({ build }) => build({ ...shared, entryPoints, outdir: root }));
    const imports = importsOf(result.metafile?.inputs ?? {}, root);
    const files = new Map(result.outputFiles?.map((file) => [file.path, file]));
    return entries.map((entry, index) => {
      const path = join(root, `function-${index}.js`);
      return {
        format: 'cjs',
        code: files.get(path)?.text ?? '',
        sourceMap: Buffer.from(files.get(`${path}.map`)?.contents ?? []),
        inputs: filesReachedFrom(entry, imports).sort(),
      };
    });
  } catch (error) {
    if (isBuildFailure(error)) return undefined;
    throw error;
  }
}

/** What each file imports, by absolute paths. */
function importsOf(inputs: Metafile['inputs'], root: string): Map<string, string[]> {
  const paths = new Map(Object.keys(inputs).map((name) => [name, resolve(root, name)]));
  return new Map(
    Object.entries(inputs).map(([name, { imports }]) => {
      const imported = imports.map(({ path, external }) => (external ? undefined : paths.get(path)));
      return [paths.get(name) ?? name, imported.filter((path) => path !== undefined)];
    }),
  );
}

/** Absolute paths of what an entry imports, directly or not: the part of a common reading that its text depends on. */
function filesReachedFrom(entry: string, imports: Map<string, string[]>): string[] {
  const reached = new Set<string>();
  const open = [entry];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path) || !imports.has(path)) continue;
    reached.add(path);
    open.push(...(imports.get(path) ?? []));
  }
  return [...reached];
}

/** Like `bundleEntry`, but quick from the second run on. The owner disposes of it. */
export function createRebuilder(plan: BundlePlan): Rebuilder {
  const contexts = new Map<string, ReturnType<Esbuild['context']>>();
  let using: Promise<Esbuild> | undefined;
  async function rebuild(format: 'cjs' | 'esm'): Promise<BuildResult> {
    using ??= useEsbuild();
    const { context } = await using;
    const made = contexts.get(format) ?? context(options(plan, format));
    contexts.set(format, made);
    return (await made).rebuild();
  }
  return {
    run: () => withFallback(rebuild, plan),
    async dispose() {
      const open = [...contexts.values()];
      contexts.clear();
      for (const made of open) await (await made).dispose();
      const used = using;
      using = undefined;
      if (used) leaveEsbuild(await used);
    },
  };
}

async function withFallback(
  run: (format: 'cjs' | 'esm') => Promise<BuildResult>,
  plan: BundlePlan,
): Promise<BundleText> {
  try {
    return toText(await run('cjs'), 'cjs', plan);
  } catch (error) {
    if (!awaitsAtTopLevel(error)) throw toBundleError(error, plan);
  }
  try {
    return toText(await run('esm'), 'esm', plan);
  } catch (error) {
    throw toBundleError(error, plan);
  }
}

function rootOf({ entry, root }: BundlePlan): string {
  return root ?? dirname(entry);
}

function awaitsAtTopLevel(error: unknown): boolean {
  const messages = isBuildFailure(error) ? error.errors : [];
  return messages.length > 0 && messages.every(({ text }) => text.startsWith('Top-level await'));
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

function toText(result: BuildResult, format: 'cjs' | 'esm', plan: BundlePlan): BundleText {
  const files = result.outputFiles ?? [];
  const code = files.find(({ path }) => path.endsWith('.js'))?.text ?? '';
  const sourceMap = Buffer.from(files.find(({ path }) => path.endsWith('.map'))?.contents ?? []);
  const inputs = Object.keys(result.metafile?.inputs ?? {}).map((path) => resolve(rootOf(plan), path));
  return { format, code, sourceMap, inputs: inputs.sort() };
}

function toBundleError(error: unknown, plan: BundlePlan): unknown {
  if (!isBuildFailure(error)) return error;
  const diagnostics = error.errors.map((message) => toDiagnostic(message, rootOf(plan)));
  const [first] = error.errors;
  const missing = /^Could not resolve "(.+)"/.exec(first?.text ?? '');
  const fault: BundleFault = missing ? 'ImportModuleError' : 'UserCodeSyntaxError';
  const message = missing
    ? `Error: Cannot find module '${missing[1]}'\nRequire stack:\n- /var/task/${relative(dirname(plan.entry), plan.entry)}`
    : `SyntaxError: ${first?.text ?? error.message}`;
  return new BundleError(fault, message, diagnostics);
}

function toDiagnostic({ text, location, notes }: Message, folder: string): BundleDiagnostic {
  const missing = text.startsWith('Could not resolve');
  const diagnostic: BundleDiagnostic = {
    severity: 'error',
    code: missing ? 'IMPORT_NOT_FOUND' : 'HANDLER_SYNTAX',
    message: text,
    remedy: missing
      ? 'Install the package in the project, or correct the import.'
      : (notes[0]?.text ?? 'Correct the line and save; the last good code goes on serving.'),
  };
  if (!location) return diagnostic;
  const file = isAbsolute(location.file) ? location.file : join(folder, location.file);
  diagnostic.place = { file, line: location.line, column: location.column + 1 };
  const gutter = `${location.line} | `;
  const mark = ' '.repeat(gutter.length + location.column) + '^'.repeat(Math.max(1, location.length));
  diagnostic.frame = `${gutter}${location.lineText}\n${mark}`;
  return diagnostic;
}
