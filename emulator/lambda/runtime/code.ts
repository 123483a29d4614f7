import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import type { CodeSpec } from '../protocol.js';
import { PARAMETERS } from '../wrapper.js';
import { debugMap } from './debug-map.js';
import type { Environment } from './environment.js';
import { registerSourceMap } from './stack-traces.js';

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
    const path = scriptName(spec);
    // debuggers look for the sources beside the script, and know its place by a URL alone
    const filename = inspect ? pathToFileURL(path).href : path;
    registerSourceMap(filename, spec.sourceMap, dirname(path));
    this.script = new Script(inspect ? withSourceMap(spec) : spec.code, {
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

/** The name V8 knows the script by; source maps are relative to its folder. What has no map is its own source. */
function scriptName({ file, sourceMap }: CodeSpec): string {
  if (sourceMap.length === 0) return file;
  return join(dirname(file), `${basename(file, extname(file))}.bundle.js`);
}

/** Text with its source map, for a debugger. */
function withSourceMap({ code, sourceMap, file }: CodeSpec): string {
  return sourceMap.length > 0 ? `${code}\n//# sourceMappingURL=${debugMap(sourceMap, file)}` : code;
}
