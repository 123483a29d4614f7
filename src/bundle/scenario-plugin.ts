import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Plugin } from 'esbuild';
import { builtFile } from '../core/package-root.js';
import { messageOf } from './document-plugin.js';

/**
 * Scenarios in functions: `arcube/scenario` is the engine of this very package, wherever it is installed, and a
 * `*.scenario.yaml` is read and checked as the test runner does, into a module with its plan. Files are named without
 * their folders, so that the plan is the same on every machine.
 */
export const scenarioPlugin: Plugin = {
  name: 'scenarios',
  setup(build) {
    build.onResolve({ filter: /^arcube\/scenario$/ }, () => ({
      path: builtFile('src/lib/testing/scenario/engine.js'),
    }));
    build.onLoad({ filter: /\.scenario\.ya?ml$/ }, async ({ path }) => {
      const { checkScenario } = await import('../core/scenario/read-scenario.js');
      const text = await readFile(path, 'utf8');
      const { scenario, diagnostics } = checkScenario(path, text);
      if (!scenario) return { errors: diagnostics.map((fault) => messageOf(fault, text)) };
      const plan = JSON.stringify(scenario, (key, value: unknown) =>
        key === 'file' && value === scenario.file ? basename(path) : value,
      );
      return { contents: plan, loader: 'json' };
    });
  },
};
