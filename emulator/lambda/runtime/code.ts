import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import type { CodeSpec } from '../protocol.js';
import { debugMap } from './debug-map.js';
import type { Environment } from './environment.js';
import { registerSourceMap } from './stack-traces.js';

/** Names that each environment has of its own; they come before the globals of the same name. */
const PARAMETERS = [
  ...[
    'exports',
    'require',
    'module',
    '__filename',
    '__dirname',
    'process',
    'console',
    'globalThis',
    'global',
  ],
  ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate'],
] as const;

type Wrapper = (...values: unknown[]) => unknown;

/** A function's compiled code; every environment of the thread runs it anew, sharing the bytecode. */
export class CompiledCode {
  readonly script: Script;
  readonly #format: CodeSpec['format'];
  readonly transient: boolean;
  /** True when V8 took the cached data, so that there is no need for new. */
  readonly cached: boolean;

  constructor(spec: CodeSpec, inspect: boolean) {
    this.transient = spec.transient || inspect;
    this.#format = spec.format;
    const path = scriptName(spec.file);
    // debuggers look for the sources beside the script, and know its place by a URL alone
    const filename = inspect ? pathToFileURL(path).href : path;
    registerSourceMap(filename, spec.sourceMap, dirname(path));
    this.script = new Script(wrap(spec, inspect), {
      filename,
      lineOffset: -1,
      ...(spec.cachedData && !inspect ? { cachedData: Buffer.from(spec.cachedData) } : {}),
    });
    this.cached = spec.cachedData !== undefined && this.script.cachedDataRejected === false;
  }

  /** Runs the module for an environment; answers its exports. */
  async load(environment: Environment, require: NodeJS.Require): Promise<Record<string, unknown>> {
    const module = { exports: {} as Record<string, unknown> };
    const wrapper = this.script.runInThisContext() as Wrapper;
    const own: Record<(typeof PARAMETERS)[number], unknown> = {
      exports: module.exports,
      require,
      module,
      __filename: '/var/task/index.js',
      __dirname: '/var/task',
      process: environment.process,
      console: environment.console,
      globalThis: environment.globals.object,
      global: environment.globals.object,
      ...environment.timers.functions,
    };
    const values = PARAMETERS.map((name) => own[name]);
    const result = wrapper.apply(module.exports, values);
    if (this.#format === 'esm') return (await result) as Record<string, unknown>;
    return module.exports;
  }
}

/** The name V8 knows the script by; source maps are relative to its folder. */
function scriptName(file: string): string {
  return join(dirname(file), `${basename(file, extname(file))}.bundle.js`);
}

function wrap({ code, format, sourceMap, file }: CodeSpec, inspect: boolean): string {
  const head = `(${format === 'esm' ? 'async ' : ''}function (${PARAMETERS.join(', ')}) {\n`;
  const body = format === 'esm' ? moduleToBody(code) : code.replace(/^#!.*/, '');
  const map = inspect && sourceMap.length > 0 ? `\n//# sourceMappingURL=${debugMap(sourceMap, file)}` : '';
  return `${head}${body}\n})${map}`;
}

/**
 * Makes the body of an async function from an ES module as the bundler writes it: two lines of `require` in front (kept
 * blank, so that line numbers stay), one export clause at the end.
 */
function moduleToBody(code: string): string {
  const lines = code.split('\n');
  const start = lines.findIndex((line) => line.startsWith('const require = __createRequire('));
  for (let at = 0; at <= start; at++) if (/__createRequire/.test(lines[at] ?? '')) lines[at] = '';
  const text = lines.map(importToRequire).join('\n');
  return text.replace(
    /\nexport \{([^}]*)\};\s*$/,
    (_all, names: string) => `\nreturn {${exportsOf(names)}};\n`,
  );
}

function exportsOf(clause: string): string {
  const names = clause.split(',').map((name) => name.trim());
  const pairs = names.filter(Boolean).map((name) => name.split(' as ').map((part) => part.trim()));
  return pairs.map(([local, shown = local]) => `${JSON.stringify(shown)}: ${local}`).join(', ');
}

/** `import x, { a as b } from "node:y"` and its kin, each on a line of its own, for Node's modules only. */
function importToRequire(line: string): string {
  const bare = /^import "([^"]+)";$/.exec(line);
  if (bare) return `require(${JSON.stringify(bare[1])});`;
  const found = /^import (.+) from "([^"]+)";$/.exec(line);
  if (!found) return line;
  const source = `require(${JSON.stringify(found[2])})`;
  const clauses = (found[1] ?? '').split(/,\s*(?=[{*])/);
  return clauses.map((clause) => binding(clause, source)).join(' ');
}

function binding(clause: string, source: string): string {
  if (clause.startsWith('* as ')) return `const ${clause.slice(5)} = ${source};`;
  if (clause.startsWith('{')) return `const ${clause.replaceAll(' as ', ': ')} = ${source};`;
  return `const ${clause} = ${source};`;
}
