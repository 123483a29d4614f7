import type { WrittenScenario } from './written.js';

/** Marks what `defineScenario` made, across copies of this package. */
const DEFINED = Symbol.for('arcube.scenario');

/** A scenario written in TypeScript, with where it was written: `file:line:column` of the call's stack frame. */
export interface DefinedScenario {
  readonly written: WrittenScenario;
  readonly frame: string;
}

/**
 * A scenario for what YAML cannot say. Make it the default export of a `*.scenario.ts` file under `scenarios/`; its
 * fields are those of the YAML form, and a step may have a `run` function besides.
 */
export function defineScenario(written: WrittenScenario): DefinedScenario {
  const frame = new Error().stack?.split('\n')[2]?.trim() ?? '';
  return Object.freeze({ written, frame, [DEFINED]: true });
}

/** True for what `defineScenario` returned. */
export function isDefinedScenario(value: unknown): value is DefinedScenario {
  return typeof value === 'object' && value !== null && DEFINED in value;
}
