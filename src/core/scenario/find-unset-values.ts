import { suggestion } from '../document/nearest.js';
import { type Building, fault } from './building.js';
import { BUILT_IN, expressionsIn } from './template.js';
import type { WrittenScenario, WrittenStep } from './written.js';

/** Names that may have a value at a point of a scenario; undefined once code has run, which may set any. */
interface Known {
  names: Set<string>;
  open: boolean;
}

/** Finds each `${…}` whose name nothing can have set by then, and each that cannot be read. */
export function findUnsetValues(written: WrittenScenario, building: Building): void {
  const known: Known = { names: new Set(BUILT_IN), open: false };
  const vars = written.vars ?? {};
  for (const [name, value] of Object.entries(vars)) {
    check(vars, name, value, known, building);
    known.names.add(name);
  }
  check(written, 'as', written.as, known, building);
  for (const step of [...written.steps, ...(written.finally ?? [])]) walk(step, known, building);
}

function walk(step: WrittenStep, known: Known, building: Building): void {
  if (step.run) known.open = true;
  const { capture = {}, steps = [], expect, request, as, fault: planned } = step;
  check(step, 'as', as, known, building);
  check(step, 'fault', planned, known, building);
  checkFields(request, known, building);
  // what a step captures from its answer, its own expectations may already use
  if (expect) {
    const own: Known = { ...known, names: new Set([...known.names, ...Object.keys(capture)]) };
    checkFields(expect, own, building);
  }
  for (const inner of steps) walk(inner, known, building);
  for (const name of Object.keys(capture)) known.names.add(name);
}

function checkFields(holder: object | undefined, known: Known, building: Building): void {
  for (const [key, value] of Object.entries(holder ?? {})) check(holder, key, value, known, building);
}

/** Goes down to the smallest part that has a place, so that the fault is at its line. */
function check(
  holder: unknown,
  key: string | number,
  value: unknown,
  known: Known,
  building: Building,
): void {
  if (typeof value === 'object' && value !== null) {
    for (const [inner, child] of Object.entries(value)) {
      report(value, inner, expressionsIn(inner), known, building);
      check(value, Array.isArray(value) ? Number(inner) : inner, child, known, building);
    }
    return;
  }
  report(holder, key, expressionsIn(value), known, building);
}

function report(
  holder: unknown,
  key: string | number,
  found: ReturnType<typeof expressionsIn>,
  { names, open }: Known,
  building: Building,
): void {
  for (const { text, expression, fault: why } of found) {
    if (why !== undefined)
      fault(building, holder, key, {
        code: 'BAD_EXPRESSION',
        message: `\`\${${text}}\` cannot be read: ${why}.`,
        remedy: 'Write a name with a path and filters: `${offer.price | times 2}`.',
      });
    else if (expression && !open && !names.has(expression.name))
      fault(building, holder, key, {
        code: 'UNSET_VALUE',
        message: `\`\${${text}}\` is used, but nothing before it sets \`${expression.name}\`.`,
        remedy: `Capture it in an earlier step, or put it under \`vars\`. ${suggestion(expression.name, [...names])}`,
      });
  }
}
