import { Flags } from '@oclif/core';
import { projectFlag } from '../../project/flags.js';

/** Flags of `arcube load-test`. */
export const loadFlags = {
  project: projectFlag,
  scenario: Flags.string({
    multiple: true,
    description:
      'Journey to take: the name of a scenario, or its file; may be repeated. All that suit, left out.',
    helpValue: 'NAME',
  }),
  request: Flags.string({
    description: 'A single request instead of journeys.',
    helpValue: '"GET /path"',
    exclusive: ['scenario'],
  }),
  replay: Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    description: 'Send a recorded log again (.arcube/logs/**/requests-N.jsonl), each request at its moment.',
    helpValue: 'FILE',
    exclusive: ['scenario', 'request', 'users', 'spike', 'find-limit', 'emit', 'distributed', 'warm-up'],
  }),
  speed: Flags.integer({ min: 1, max: 1000, default: 1, description: 'Times as fast, for --replay.' }),
  rate: Flags.string({
    default: '10',
    description: 'Journeys a second: 50, a ramp 10..200, or steps 50,100,200.',
  }),
  duration: Flags.string({ default: '30s', description: 'How long: 30s, 10m, 2h.' }),
  'warm-up': Flags.string({ default: '0s', description: 'Load at the first rate before it counts.' }),
  spike: Flags.integer({
    min: 2,
    max: 1000,
    description: 'This many times the rate for the middle fifth.',
  }),
  users: Flags.integer({
    min: 1,
    max: 10_000,
    description: 'Closed model: so many users, each waiting for its answer. It hides how long callers wait.',
  }),
  arrivals: Flags.string({
    options: ['even', 'poisson'] as const,
    default: 'even',
    description: 'Spacing of arrivals: as a metronome, or as independent callers.',
  }),
  retries: Flags.boolean({ description: 'Try again after 429 and 5xx, as the contract advises clients.' }),
  target: Flags.string({ description: 'Address of the API, its stage included.', helpValue: 'URL' }),
  credentials: Flags.string({
    description: 'Credentials of the target, as for `arcube test`.',
    helpValue: 'FILE',
  }),
  tenant: Flags.string({ description: 'Tenant that calls, where a scenario names none.' }),
  data: Flags.string({ description: 'Rows for `${data.name}`: CSV or JSON.', helpValue: 'FILE' }),
  stage: Flags.string({ description: 'Stage of a target whose address does not tell.' }),
  'max-requests': Flags.integer({ min: 1, description: 'Budget: no more requests than this.' }),
  'max-cost': Flags.string({ description: 'Budget in USD, by estimate.' }),
  'i-mean-production': Flags.boolean({ description: 'Allow load on a production stage.' }),
  yes: Flags.boolean({ char: 'y', description: 'Ask nothing.' }),
  slo: Flags.string({
    description: 'Service levels; by default slo.yaml of the project.',
    helpValue: 'FILE',
  }),
  'run-to-end': Flags.boolean({ description: 'Go on when a service level can no longer be met.' }),
  baseline: Flags.string({
    description: 'Compare with an earlier run: its name, or latest.',
    helpValue: 'RUN',
  }),
  'find-limit': Flags.boolean({
    description: 'Search the highest rate that meets the service levels; each try takes --duration.',
    exclusive: ['users', 'spike', 'baseline'],
  }),
  'max-rate': Flags.integer({ min: 1, default: 20_000, description: 'Where --find-limit stops.' }),
  while: Flags.string({
    description: 'Run another command of ours under the load, and show second by second who was refused.',
    helpValue: '"rotate-keys signing --yes"',
    exclusive: ['find-limit', 'users'],
  }),
  emit: Flags.string({
    options: ['k6', 'artillery'] as const,
    description: 'Write the load as a script of another engine instead of running it.',
  }),
  output: Flags.string({
    char: 'o',
    description: 'Folder for --emit and --distributed; .arcube/load.',
    helpValue: 'DIR',
  }),
  distributed: Flags.string({
    options: ['lambda', 'fargate'] as const,
    description: 'Run by Artillery on AWS, on --count generators; each sends the whole load.',
    dependsOn: ['target'],
    exclusive: ['emit', 'find-limit', 'users', 'while'],
  }),
  count: Flags.integer({ min: 1, max: 1000, default: 4, description: 'Generators of --distributed.' }),
  region: Flags.string({ default: 'eu-central-1', description: 'AWS region of the generators.' }),
  workers: Flags.integer({ min: 1, max: 64, default: 1, description: 'Generator threads.' }),
  connections: Flags.integer({
    min: 1,
    max: 60_000,
    default: 4000,
    description: 'Most connections at once.',
  }),
  timeout: Flags.string({ default: '30s', description: 'After this a request has failed.' }),
  'max-lag': Flags.string({
    default: '10ms',
    description: 'A run whose requests were sent later than this is not valid (99th percentile).',
  }),
  seed: Flags.string({ default: 'arcube', description: 'Makes the same load again.' }),
};
