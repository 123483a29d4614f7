import type { Problem } from '../problem.js';

/** Rows of the error table that have to do with load tests. */
export const LOAD_PROBLEMS = {
  LOAD_BUDGET_MISSING: (facts: { url: string }): Problem => ({
    what: `Load on ${facts.url} needs a budget.`,
    todo: 'Say how much it may be with --max-requests or --max-cost (USD).',
    exitCode: 2,
  }),
  LOAD_OVER_BUDGET: (facts: { need: string; most: string }): Problem => ({
    what: `The run needs ${facts.need}; ${facts.most} allows less.`,
    todo: 'Lower the rate or the duration, or raise the budget.',
    exitCode: 2,
  }),
  LOAD_STAGE_UNKNOWN: (facts: { url: string }): Problem => ({
    what: `The address ${facts.url} does not tell which stage it is.`,
    todo: 'Name it with --stage.',
    exitCode: 2,
  }),
  LOAD_PRODUCTION: (facts: { stage: string }): Problem => ({
    what: `\`${facts.stage}\` is a production stage.`,
    why: 'Load on it meets real passengers.',
    todo: 'Take another stage, or say --i-mean-production.',
    exitCode: 2,
  }),
  LOAD_NO_EMULATOR: (facts: { why: string }): Problem => ({
    what: 'The emulator for the load test did not start.',
    why: facts.why,
    todo: 'Start `arcube dev` to see more, or name a target with --target.',
    exitCode: 3,
  }),
  LOAD_SCENARIO: (facts: { name: string; why: string }): Problem => ({
    what: `The scenario \`${facts.name}\` cannot be put under load.`,
    why: facts.why,
    todo: 'Name others with --scenario, or a single request with --request.',
    exitCode: 2,
  }),
  LOAD_ENGINE: (facts: { engine: string; why: string }): Problem => ({
    what: `${facts.engine} did not do the run.`,
    why: facts.why,
    todo: `Install it (\`npm install --save-dev ${facts.engine}\`) and see what it said above.`,
  }),
  LOAD_LOG: (facts: { file: string; why: string }): Problem => ({
    what: `The recorded log ${facts.file} cannot be replayed.`,
    why: facts.why,
    todo: 'Name a requests-N.jsonl of .arcube/logs; `arcube dev` writes them.',
    exitCode: 2,
  }),
  LOAD_DATA: (facts: { file: string; why: string }): Problem => ({
    what: `The data ${facts.file} cannot be read.`,
    why: facts.why,
    todo: 'Give a CSV file whose first line has the names, or a JSON list of objects.',
    exitCode: 2,
  }),
  LOAD_PROFILE: (facts: { what: string }): Problem => ({
    what: facts.what,
    todo: 'See `arcube load-test --help` for the ways to say how much load, and how long.',
    exitCode: 2,
  }),
  LOAD_REPORT_UNREADABLE: (facts: { file: string; why: string }): Problem => ({
    what: `The report ${facts.file} cannot be read.`,
    why: facts.why,
    todo: 'Name a run of .arcube/reports/load, or a report.json.',
    exitCode: 2,
  }),
} as const;
