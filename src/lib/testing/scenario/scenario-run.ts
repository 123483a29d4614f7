import type { Actor, Scenario, Step } from '../../../core/scenario/model.js';
import { fill } from '../../../core/scenario/template.js';
import type { CaseContext } from '../case.js';
import { type Credentials, Tokens } from '../http/tokens.js';
import { Variables } from './variables.js';

/** One run of a scenario: its tokens and variables. */
export class ScenarioRun {
  readonly scenario: Scenario;
  readonly context: CaseContext;
  readonly tokens: Credentials;
  readonly variables: Variables;

  constructor(scenario: Scenario, context: CaseContext) {
    this.scenario = scenario;
    this.context = context;
    const { system, calls, ids, seed, credentials } = context;
    this.tokens = credentials ?? new Tokens(system, calls, ids);
    this.variables = new Variables({ system, ids, seed, now: () => this.tokens.now() });
  }

  /** Who makes a step's call: the step's own actor over the scenario's over the first tenant. */
  actorOf(step: Step, variables: Variables): Actor {
    return fill(step.as ?? this.scenario.as ?? {}, variables);
  }

  /** Works out `vars`, in order. */
  begin(): void {
    if (this.context.data) this.variables.set('data', this.context.data);
    for (const [name, value] of Object.entries(this.scenario.vars))
      this.variables.set(name, fill(value, this.variables));
  }
}
