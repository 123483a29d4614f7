import type { Diagnostic } from './diagnostics.js';
import { AWS_PROBLEMS } from './errors/aws.js';
import { DEPLOY_PROBLEMS } from './errors/deploy.js';
import { DEPLOY_RUN_PROBLEMS } from './errors/deploy-run.js';
import { listFaults } from './errors/list-faults.js';
import { LOAD_PROBLEMS } from './errors/load.js';
import { MONGO_PROBLEMS } from './errors/mongo.js';
import { PACKAGING_PROBLEMS } from './errors/packaging.js';
import { ROTATION_PROBLEMS } from './errors/rotation.js';
import { TENANT_PROBLEMS } from './errors/tenants.js';
import { TESTING_PROBLEMS } from './errors/testing.js';
import type { Problem } from './problem.js';

/** An error of the user's world (not a bug): it has a code, what happened, why, and what to do. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: string;
  readonly problem: Problem;

  constructor(code: string, problem: Problem, options?: ErrorOptions) {
    super(problem.what, options);
    this.code = code;
    this.problem = problem;
  }
}

/**
 * The one table of user errors: code → the problem, made from the facts of the case. Add a row here, or to its area's
 * part in `errors/`, rather than a sentence elsewhere.
 */
const TABLE = {
  PORT_TAKEN: (facts: { port: number; host: string }): Problem => ({
    what: `Port ${facts.port} on ${facts.host} is taken.`,
    why: 'Another program listens there, perhaps another `arcube dev`.',
    todo: 'Stop it, or choose another port with --port.',
    exitCode: 3,
  }),
  PORT_FORBIDDEN: (facts: { port: number; host: string; cause: string }): Problem => ({
    what: `Cannot listen on ${facts.host}:${facts.port}.`,
    why: facts.cause,
    todo: 'Choose a port above 1023 with --port and an address of this machine with --host.',
    exitCode: 3,
  }),
  DISK_FULL: (facts: { cause: string }): Problem => ({
    what: 'There is no room left on the disk.',
    why: facts.cause,
    todo: 'Make room, and run the same command again.',
  }),
  FILE_REFUSED: (facts: { path: string; cause: string }): Problem => ({
    what: `The system does not let ${facts.path} be used.`,
    why: facts.cause,
    todo: 'Check its folder, its rights, and whether the disk may be written to.',
  }),
  NOT_A_DURATION: (facts: { text: string }): Problem => ({
    what: `\`${facts.text}\` is no length of time.`,
    todo: 'Write it as 90s, 10m, 1h30m, 2d or -15m.',
    exitCode: 2,
  }),
  NOT_A_MOMENT: (facts: { text: string }): Problem => ({
    what: `\`${facts.text}\` is no moment in time.`,
    todo: 'Write it as ISO 8601, e.g. 2026-07-01T08:00:00Z.',
    exitCode: 2,
  }),
  PROJECT_INVALID: (facts: { file: string; diagnostics: Diagnostic[] }): Problem => ({
    what: `${facts.file} has faults.`,
    why: listFaults(facts.diagnostics),
    todo: 'Mend them and start again; `arcube doctor` checks all files.',
    exitCode: 5,
  }),
  TEMPLATE_MISSING: (facts: { file: string }): Problem => ({
    what: `There is no template ${facts.file}.`,
    todo: 'Correct --template, or `template` in arcube.yaml; leave it out to run the shipped stack.',
    exitCode: 5,
  }),
  STACK_INVALID: (facts: { file: string; diagnostics: Diagnostic[] }): Problem => ({
    what: `The stack in ${facts.file} cannot be run.`,
    why: listFaults(facts.diagnostics),
    todo: 'Mend the faults and start again.',
    exitCode: 5,
  }),
  RESET_FOREIGN: (_facts: Record<string, never>): Problem => ({
    what: 'The emulator does not empty a MongoDB server that is yours.',
    why: 'It was started with --mongo and an address.',
    todo: 'Drop the databases yourself, or run with --mongo embedded.',
  }),
  UNKNOWN_COMMAND: (facts: { nearest: string | undefined }): Problem => ({
    what: 'There is no such command.',
    todo: facts.nearest
      ? `Did you mean \`arcube ${facts.nearest}\`?`
      : 'See `arcube --help` for all of them.',
    exitCode: 2,
  }),
  BAD_COMMAND_LINE: (facts: { what: string }): Problem => ({
    what: facts.what,
    todo: 'See --help for the flags and examples.',
    exitCode: 2,
  }),
  NO_EMULATOR: (facts: { projectDir: string }): Problem => ({
    what: `No emulator runs for the project in ${facts.projectDir}.`,
    todo: 'Start one there with `arcube dev`, name the project with --project, or an emulator with --control.',
    exitCode: 4,
  }),
  EMULATOR_SILENT: (facts: { url: string }): Problem => ({
    what: `The emulator at ${facts.url} does not answer.`,
    todo: 'See whether `arcube dev` still runs, and start it again if not.',
    exitCode: 4,
  }),
  CONTROL_REFUSED: (facts: { code: string; what: string; why?: string; todo?: string }): Problem => ({
    what: facts.what,
    why: facts.why ?? `The emulator answered ${facts.code}.`,
    todo: facts.todo ?? 'See --help for what can be asked.',
  }),
  UNKNOWN_TENANT: (facts: { tenant: string; known: string[] }): Problem => ({
    what: `The emulator knows no tenant \`${facts.tenant}\`.`,
    todo: `Choose one of ${facts.known.join(', ')}, or add tenants/${facts.tenant}.yaml.`,
    exitCode: 2,
  }),
  FAULT_IMPOSSIBLE: (facts: { what: string; why: string; todo: string }): Problem => ({
    ...facts,
    exitCode: 2,
  }),
  UNKNOWN_FUNCTION: (facts: { known: string[] }): Problem => ({
    what: 'The stack has no function of this name.',
    todo: `Choose among ${facts.known.join(', ')}.`,
    exitCode: 2,
  }),
  TOKEN_REFUSED: (facts: { status: number; answer: string }): Problem => ({
    what: `The API gave no token: it answered ${facts.status}.`,
    why: facts.answer,
    todo: 'Look at the answer above and at `arcube logs`.',
  }),
  REPLAY_UNKNOWN: (facts: { projectDir: string }): Problem => ({
    what: 'No request with this id is among the last 1,000.',
    why: `They are kept in ${facts.projectDir}/.arcube/logs.`,
    todo: 'Take the id from the line of `arcube dev`, or from x-amzn-RequestId or X-Request-Id of the answer.',
    exitCode: 2,
  }),
  REPLAY_CUT: (_facts: Record<string, never>): Problem => ({
    what: 'The body of this request was too large to be kept.',
    why: 'Bodies up to 256 KB are.',
    todo: 'Send it again with the client that sent it first.',
  }),
  REPLAY_SECRETS: (facts: { names: string[] }): Problem => ({
    what: `The request had secrets that are not kept: ${facts.names.join(', ')}.`,
    why: 'The emulator knows the credentials of its own tenants only, and sends them nowhere else.',
    todo: `Give ${facts.names.includes('authorization') ? 'a bearer token with --token' : `each with --secret ${facts.names[0] ?? 'NAME'}=VALUE`}.`,
    exitCode: 2,
  }),
  REPLAY_FOREIGN: (facts: { host: string }): Problem => ({
    what: `Nothing was sent to ${facts.host}.`,
    why: 'It is another machine, and the request may change its data.',
    todo: 'Add --yes when that is what you want.',
    exitCode: 2,
  }),
  REPLAY_UNANSWERED: (facts: { url: string; cause: string }): Problem => ({
    what: `${facts.url} gave no answer.`,
    why: facts.cause,
    todo: 'See whether it runs and can be reached from here.',
    exitCode: 4,
  }),
  FAULT_UNKNOWN: (facts: { what: string; name: string; known: string[] }): Problem => ({
    what: `There is no ${facts.what} called \`${facts.name}\`.`,
    todo: `Use one of ${facts.known.join(', ')}.`,
    exitCode: 2,
  }),
  UNKNOWN_CLIENT: (facts: { tenant: string; wanted: string }): Problem => ({
    what: `Tenant \`${facts.tenant}\` has no client ${facts.wanted}.`,
    todo: `Add it to tenants/${facts.tenant}.yaml.`,
    exitCode: 2,
  }),
  ...AWS_PROBLEMS,
  ...DEPLOY_PROBLEMS,
  ...DEPLOY_RUN_PROBLEMS,
  ...LOAD_PROBLEMS,
  ...MONGO_PROBLEMS,
  ...PACKAGING_PROBLEMS,
  ...ROTATION_PROBLEMS,
  ...TENANT_PROBLEMS,
  ...TESTING_PROBLEMS,
} as const;

/** A code of the error table. */
export type ErrorCode = keyof typeof TABLE;
type Facts<C extends ErrorCode> = Parameters<(typeof TABLE)[C]>[0];

/** Builds the error with this code from the facts of the case. */
export function userError<C extends ErrorCode>(code: C, facts: Facts<C>, options?: ErrorOptions): UserError {
  const describe = TABLE[code] as (facts: Facts<C>) => Problem;
  return new UserError(code, describe(facts), options);
}
