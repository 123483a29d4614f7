import type { ApiStage } from '../../../src/core/stack/model.js';
import { Refusal } from '../answer.js';
import type { IntegrationPlan } from './plan.js';

/** An integration that is refused on every request. */
export function unsupported(reason: string): IntegrationPlan {
  return { type: 'unsupported', run: () => new Refusal('API_CONFIGURATION_ERROR', reason) };
}

/** Puts the values of stage variables into `${stageVariables.x}`; an unknown one is empty (§10.4). */
export function withStageVariables(text: string, stage: ApiStage): string {
  return text.replace(/\$\{stageVariables\.(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(stage.variables, name) ? (stage.variables[name] as string) : '',
  );
}
