import { join, resolve } from 'node:path';
import { writeFileAtomically } from '../../../core/atomic-file.js';
import { userError } from '../../../core/errors.js';
import type { SloConfig } from '../../../core/slo/read-slo.js';
import { operationsOf, RouteTable } from '../../testing/contract/operations.js';
import { shippedContract } from '../../testing/contract/shipped-contract.js';
import type { LoadModel } from '../arrivals/load-model.js';
import { chooseScenarios } from '../choose-scenarios.js';
import { artilleryFiles } from './emit-artillery.js';
import { k6Script } from './emit-k6.js';
import { makePlan, unfitForPlan } from './make-plan.js';
import type { LoadPlan, PlanJourney } from './plan.js';

/** What to write, and for whom. */
export interface EmitWish {
  engine: 'k6' | 'artillery';
  projectDir: string;
  /** Folder; made when missing. */
  output: string;
  target: string;
  seed: string;
  scenarios: string[];
  /** `GET /health`, instead of scenarios. */
  request?: string;
  model: LoadModel;
  slo: SloConfig;
  timeoutMs: number;
}

/** Writes the files of another engine. Resolves to their paths, the one to run first. Throws LOAD_SCENARIO. */
export async function emitLoad(wish: EmitWish): Promise<string[]> {
  const { engine, model, slo, timeoutMs } = wish;
  if (model.kind === 'open' && model.profile.kind === 'moments')
    throw userError('LOAD_PROFILE', { what: `A recorded log cannot be replayed by ${engine}.` });
  const plan = await planOf(wish);
  const files =
    engine === 'k6' ? { 'load.js': k6Script(plan, model, slo) } : artilleryFiles(plan, model, timeoutMs);
  const written: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const path = join(resolve(wish.output), name);
    await writeFileAtomically(path, text, 0o644);
    written.push(path);
  }
  return written;
}

async function planOf({ projectDir, target, seed, scenarios: wanted, request }: EmitWish): Promise<LoadPlan> {
  if (request !== undefined) return { target, seed, journeys: [single(request)] };
  const { scenarios } = await chooseScenarios(projectDir, wanted);
  const fit = scenarios.filter((scenario) => {
    const why = unfitForPlan(scenario);
    if (why !== undefined && wanted.length > 0)
      throw userError('LOAD_SCENARIO', { name: scenario.name, why });
    return why === undefined;
  });
  return makePlan(fit, new RouteTable(operationsOf(shippedContract())), { target, seed });
}

function single(text: string): PlanJourney {
  const [method = 'GET', path = '/'] = text.trim().split(' ');
  return {
    name: text,
    weight: 1,
    vars: {},
    steps: [
      {
        name: text,
        route: `${method} ${path.replace(/\?.*$/s, '')}`,
        think: { least: 0, most: 0 },
        method,
        path,
        query: {},
        headers: {},
        status: [],
        capture: [],
        anonymous: true,
      },
    ],
  };
}
