import { readFileSync } from 'node:fs';
import { builtFile } from '../../../core/package-root.js';
import type { LoadModel } from '../arrivals/load-model.js';
import type { Phase } from '../arrivals/profile.js';
import type { LoadPlan, PlanJourney } from './plan.js';

/** Files of an Artillery test, by name. */
export interface ArtilleryFiles {
  'artillery.yml': string;
  'processor.cjs': string;
}

/**
 * An Artillery test of a plan: a script (JSON, which is YAML too) and its processor. Its environment needs
 * `ARCUBE_CLIENT_ID` and `ARCUBE_CLIENT_SECRET`; `ARCUBE_TARGET` may be there.
 */
export function artilleryFiles(plan: LoadPlan, model: LoadModel, timeoutMs: number): ArtilleryFiles {
  const script = {
    config: {
      target: plan.target,
      http: { timeout: Math.ceil(timeoutMs / 1000) },
      phases: phasesOf(model),
      processor: './processor.cjs',
      plugins: { 'metrics-by-endpoint': { useOnlyRequestNames: true } },
    },
    scenarios: plan.journeys.map(scenario),
  };
  const runtime = readFileSync(builtFile('src/lib/load/emit/artillery.runtime.cjs'), 'utf8');
  const processor = `${runtime}\nmodule.exports = hooksOf(${JSON.stringify(plan, null, 2)});\n`;
  return { 'artillery.yml': `${JSON.stringify(script, null, 2)}\n`, 'processor.cjs': processor };
}

type ArtilleryPhase =
  | { duration: number; arrivalCount: number }
  | { duration: number; arrivalRate: number; rampTo: number };

/** https://www.artillery.io/docs/reference/test-script#phases---load-phases */
function phasesOf(model: LoadModel): ArtilleryPhase[] {
  if (model.kind === 'closed') return [{ duration: seconds(model.durationMs), arrivalCount: model.users }];
  const phases = model.profile.kind === 'rates' ? model.profile.phases : [];
  return phases.map(({ durationMs, from, to }: Phase) =>
    from === to
      ? // a count keeps rates below one and fractions, which a rate here cannot be
        { duration: seconds(durationMs), arrivalCount: Math.round((from * durationMs) / 1000) }
      : { duration: seconds(durationMs), arrivalRate: Math.round(from), rampTo: Math.round(to) },
  );
}

function seconds(ms: number): number {
  return Math.max(1, Math.round(ms / 1000));
}

function scenario({ name, weight, steps }: PlanJourney, j: number): Record<string, unknown> {
  const flow = steps.flatMap(({ route, method, think }, s) => {
    const request = {
      url: '/',
      name: route,
      beforeRequest: `before_${j}_${s}`,
      afterResponse: `after_${j}_${s}`,
    };
    const pause = (think.least + think.most) / 2000;
    return [...(pause > 0 ? [{ think: pause }] : []), { [method.toLowerCase()]: request }];
  });
  return { name, weight, flow: [{ function: `begin_${j}` }, ...flow] };
}
