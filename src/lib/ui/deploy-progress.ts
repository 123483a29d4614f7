import type { ShowStep } from '../deploy/apply/engine.js';
import type { DeployStep } from '../deploy/apply/entries.js';
import { jsonPart, listPart, type PrintEvent } from './progress.js';

const TITLES: Record<DeployStep, string> = {
  upload: 'send archives',
  execute: 'execute the change set',
  settle: 'CloudFormation and canaries',
  protect: 'termination protection',
  verify: 'try the API',
  record: 'sign and keep the record',
};

/** Steps as events: `deploy-step`, `step`, `wait`, `deploy-step-done`. */
export function deployEvents(print: PrintEvent): ShowStep {
  return (name, region, work) => jsonPart(print, 'deploy-step', { name, region }, work);
}

/** Steps as a list of tasks, canaries with the time left. */
export function deployList(now: () => number): ShowStep {
  return (name, region, work) => listPart(`${region}: ${TITLES[name]}`, now, work);
}
