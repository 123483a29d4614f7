import { type Diagnostic, diagnosticLine } from './diagnostics.js';
import { AWS_PROBLEMS } from './errors/aws.js';
import { DEPLOY_PROBLEMS } from './errors/deploy.js';
import { DEPLOY_RUN_PROBLEMS } from './errors/deploy-run.js';
import type { Problem } from './problem.js';
import { ROTATION_PROBLEMS } from './rotation-problems.js';

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

/** What to do about what the platform refuses to do with a tenant's data. */
const REFUSALS: Readonly<Record<string, string>> = {
  UNKNOWN_TENANT: 'See `arcube tenant list`.',
  SAME_REGION: 'Nothing needs to be done.',
  NO_CLUSTER: 'Name the region under `dataRegions` in arcube.yaml, start `arcube dev` again, and repeat.',
  SAME_CLUSTER: 'Run with --mongo embedded, where each region has a cluster of its own.',
  MOVE_UNDER_WAY: 'Wait for it, or finish it where it was begun.',
  OPEN_ORDERS: 'Settle them first, or erase all the same with --force.',
  TENANT_THERE: 'Remove it with `arcube tenant remove --erase`.',
  OTHER_NAME: 'Check the name; leave --last-name out to erase without that check.',
};

/**
 * The one table of user errors: code → the problem, made from the facts of the case. Add a row here rather than a
 * sentence elsewhere.
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
  TENANT_INVALID: (facts: { diagnostics: Diagnostic[] }): Problem => ({
    what: 'The answers do not make a tenant.',
    why: listFaults(facts.diagnostics),
    todo: 'Give other answers.',
    exitCode: 2,
  }),
  NO_SUCH_TENANT: (facts: {
    tenant: string;
    folder: string;
    known: string[];
    diagnostics: Diagnostic[];
  }): Problem => ({
    what: `There is no tenant \`${facts.tenant}\` in ${facts.folder}.`,
    ...(facts.diagnostics.length > 0 && { why: listFaults(facts.diagnostics) }),
    todo: `Choose one of ${facts.known.join(', ') || 'none'}, or add it with \`arcube tenant add\`.`,
    exitCode: 2,
  }),
  TENANT_EXISTS: (facts: { tenant: string; file: string }): Problem => ({
    what: `The tenant \`${facts.tenant}\` is there already: ${facts.file}.`,
    todo: 'Choose another id, or change it with `arcube tenant set`.',
    exitCode: 2,
  }),
  TENANT_IS_SAMPLE: (facts: { tenant: string }): Problem => ({
    what: `\`${facts.tenant}\` is a sample of the package and cannot be changed.`,
    why: 'The project has no tenants of its own.',
    todo: 'Begin a project with `arcube init`, or copy the sample into tenants/.',
    exitCode: 2,
  }),
  TENANT_EDIT_INVALID: (facts: { file: string; diagnostics: Diagnostic[] }): Problem => ({
    what: `${facts.file} would have faults; nothing was written.`,
    why: listFaults(facts.diagnostics),
    todo: 'Give other values.',
    exitCode: 2,
  }),
  TENANT_FIXED: (facts: { what: string; todo: string }): Problem => ({ ...facts, exitCode: 2 }),
  TENANT_OPEN_ORDERS: (facts: { tenant: string; why: string }): Problem => ({
    what: `\`${facts.tenant}\` cannot be removed.`,
    why: facts.why,
    todo: 'Settle them first, or remove it all the same with --force.',
  }),
  TENANT_HAS_DATA: (facts: { tenant: string; what: string }): Problem => ({
    what: `\`${facts.tenant}\` cannot be removed: there is data of it.`,
    why: facts.what,
    todo: 'Erase it too with --erase: a last report is written, then every region is wiped.',
  }),
  TENANT_NOT_CONFIRMED: (facts: { tenant: string }): Problem => ({
    what: `Nothing of \`${facts.tenant}\` was erased: it was not confirmed.`,
    todo: 'Type its id when asked, or give --yes.',
    exitCode: 2,
  }),
  TENANT_DATA_REFUSED: (facts: { code: string; what: string }): Problem => ({
    what: facts.what,
    why: `The platform answered ${facts.code}.`,
    todo: REFUSALS[facts.code] ?? 'See --help for what can be asked.',
    exitCode:
      facts.code === 'UNKNOWN_TENANT' || facts.code === 'SAME_REGION' || facts.code === 'NO_CLUSTER' ? 2 : 1,
  }),
  MOVE_RUNNING: (facts: { tenant: string; pid: number }): Problem => ({
    what: `\`${facts.tenant}\` is being moved already.`,
    why: `Process ${facts.pid} does it.`,
    todo: 'Wait for it to end.',
  }),
  MOVE_OTHER_TARGET: (facts: { tenant: string; to: string }): Problem => ({
    what: `A move of \`${facts.tenant}\` to ${facts.to} was begun and is not finished.`,
    todo: `Finish it with \`arcube tenant move ${facts.tenant} --to ${facts.to}\`.`,
  }),
  MOVE_NOT_EQUAL: (facts: { tenant: string; collections: string[] }): Problem => ({
    what: `The copy of \`${facts.tenant}\` is not equal to its source; nothing was switched.`,
    why: `They differ in ${facts.collections.join(', ')}: something was written meanwhile.`,
    todo: 'Run the same command again; a longer --drain lets running calls end first.',
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
  SCENARIO_MISSING: (facts: { path: string }): Problem => ({
    what: `There is no scenario ${facts.path}.`,
    todo: 'Correct the path, or begin one with `arcube init`.',
    exitCode: 2,
  }),
  SCENARIOS_INVALID: (facts: { diagnostics: Diagnostic[] }): Problem => ({
    what: `${facts.diagnostics.length === 1 ? 'A scenario has a fault' : `Scenarios have ${facts.diagnostics.length} faults`}.`,
    why: listFaults(facts.diagnostics),
    todo: 'Mend them and run it again; editors check as you type, with the schema beside the scenarios.',
    exitCode: 2,
  }),
  NOTHING_TO_RUN: (facts: { why: string }): Problem => ({
    what: 'There is nothing to run.',
    why: facts.why,
    todo: 'Begin a scenario with `arcube init`, or run a built-in suite: `arcube test --suite smoke`.',
    exitCode: 2,
  }),
  REPORT_UNWRITABLE: (facts: { folder: string; cause: string }): Problem => ({
    what: `A report could not be written to ${facts.folder}.`,
    why: facts.cause,
    todo: 'Make room, or name another folder with --output; what could be written is there.',
    exitCode: 3,
  }),
  SUITE_UNKNOWN: (facts: { name: string; known: readonly string[] }): Problem => ({
    what: `There is no suite called \`${facts.name}\`.`,
    todo: `Use ${facts.known.join(', ')}, several with commas between them.`,
    exitCode: 2,
  }),
  SLO_INVALID: (facts: { file: string; diagnostics: Diagnostic[] }): Problem => ({
    what: `${facts.file} has faults.`,
    why: listFaults(facts.diagnostics),
    todo: 'Mend them and run it again.',
    exitCode: 2,
  }),
  COMMAND_MISSING: (facts: { command: string; cause: string }): Problem => ({
    what: `\`${facts.command}\` cannot be run.`,
    why: facts.cause,
    todo: 'Correct the command after `--`.',
    exitCode: 2,
  }),
  CREDENTIALS_MISSING: (facts: { what: string; cause: string }): Problem => ({
    what: `There are no credentials in ${facts.what}.`,
    why: facts.cause,
    todo: 'Name a file with --credentials, or set ARCUBE_TENANT, ARCUBE_CLIENT_ID and ARCUBE_CLIENT_SECRET.',
    exitCode: 2,
  }),
  CREDENTIALS_INVALID: (facts: { file: string; diagnostics: Diagnostic[] }): Problem => ({
    what: `${facts.file} has faults.`,
    why: listFaults(facts.diagnostics),
    todo: 'Mend them and run it again.',
    exitCode: 2,
  }),
  TARGET_INVALID: (facts: { url: string; why: string }): Problem => ({
    what: `\`${facts.url}\` cannot be a target.`,
    why: facts.why,
    todo: 'Write it as https://…, or http://127.0.0.1:3000 for an emulator.',
    exitCode: 2,
  }),
  TARGET_DOWN: (facts: { url: string; cause: string }): Problem => ({
    what: `${facts.url} does not answer.`,
    why: facts.cause,
    todo: 'Check the address and the network, and whether the stage is deployed.',
    exitCode: 3,
  }),
  TARGET_FOREIGN: (facts: { url: string; status: number }): Problem => ({
    what: `${facts.url} is not the ancillary API.`,
    why: `GET /health was answered ${facts.status}, without what the platform answers there.`,
    todo: 'Name the base URL of a stage; nothing else was sent.',
    exitCode: 3,
  }),
  TARGET_UNCONFIRMED: (facts: { stage: string }): Problem => ({
    what: 'Nothing was sent: nobody has said yes.',
    why: facts.stage,
    todo: 'Say yes when asked, or give --yes where nobody can be.',
    exitCode: 2,
  }),
  UNKNOWN_CLIENT: (facts: { tenant: string; wanted: string }): Problem => ({
    what: `Tenant \`${facts.tenant}\` has no client ${facts.wanted}.`,
    todo: `Add it to tenants/${facts.tenant}.yaml.`,
    exitCode: 2,
  }),
  TRIP_REFUSED: (facts: { status: number; answer: string }): Problem => ({
    what: `The trip was refused: the API answered ${facts.status}.`,
    why: facts.answer,
    todo: 'Correct the passengers and segments.',
  }),
  SNAPSHOT_UNREADABLE: (facts: { file: string; cause: string }): Problem => ({
    what: `The snapshot ${facts.file} cannot be read.`,
    why: facts.cause,
    todo: 'Name a file that a failing `arcube test` has written.',
    exitCode: 5,
  }),
  SNAPSHOT_REGION: (facts: { file: string; region: string }): Problem => ({
    what: `The snapshot ${facts.file} has data of ${facts.region}, and no cluster is there.`,
    why: 'No tenant of this project keeps its data in that region.',
    todo: 'Open it in the project it was taken in.',
    exitCode: 5,
  }),
  MONGO_MODE_UNKNOWN: (facts: { mode: string }): Problem => ({
    what: `There is no MongoDB mode called ${facts.mode}.`,
    todo: 'Use --mongo embedded, --mongo mongod, or a mongodb:// connection string.',
    exitCode: 2,
  }),
  MONGO_UNREACHABLE: (facts: { uri: string; cause: string }): Problem => ({
    what: `MongoDB at ${facts.uri} does not answer.`,
    why: facts.cause,
    todo: 'Check the address, the credentials and the network, or use --mongo embedded, which needs none.',
    exitCode: 3,
  }),
  MONGOD_UNAVAILABLE: (facts: { version: string; cause: string }): Problem => ({
    what: `mongod ${facts.version} could not be downloaded or started.`,
    why: facts.cause,
    todo: 'Offline, set MONGOMS_SYSTEM_BINARY to the path of a mongod on this machine, or use --mongo embedded.',
    exitCode: 3,
  }),
  MONGOD_BINARY_UNUSABLE: (facts: { file: string; cause: string }): Problem => ({
    what: `MONGOMS_SYSTEM_BINARY names ${facts.file}, which cannot be used.`,
    why: facts.cause,
    todo: 'Name a mongod of this machine, unset it to have one downloaded, or use --mongo embedded.',
    exitCode: 3,
  }),
  MONGO_FOLDER_LOCKED: (facts: { folder: string; pid: number; host: string }): Problem => ({
    what: `The database folder ${facts.folder} is in use.`,
    why: `Process ${facts.pid} on ${facts.host} has it open.`,
    todo: 'Stop that process, or choose another folder.',
    exitCode: 3,
  }),
  MONGO_FOLDER_UNUSABLE: (facts: { folder: string; cause: string }): Problem => ({
    what: `The database folder ${facts.folder} cannot be used.`,
    why: facts.cause,
    todo: 'Make it readable and writable, or keep nothing with --ephemeral.',
    exitCode: 3,
  }),
  MONGO_DATA_DAMAGED: (facts: { file: string; cause: string }): Problem => ({
    what: `The database file ${facts.file} is damaged.`,
    why: facts.cause,
    todo: 'Restore a snapshot with `arcube db restore`, or start afresh with --fresh.',
    exitCode: 3,
  }),
  MONGO_DATA_VERSION: (facts: { file: string; found: number; known: number }): Problem => ({
    what: `The database file ${facts.file} has format ${facts.found}; this version knows format ${facts.known}.`,
    todo: 'Open it with the version that wrote it, or start afresh with --fresh.',
    exitCode: 3,
  }),
  MONGO_RESTORE_RANGE: (facts: { time: string; from: string }): Problem => ({
    what: `The database cannot be restored to ${facts.time}.`,
    why: `Its history goes back to ${facts.from}.`,
    todo: 'Choose a later moment.',
  }),
  MONGO_NO_DATA: (facts: { folder: string }): Problem => ({
    what: `There is no kept database in ${facts.folder}.`,
    why: 'The embedded MongoDB of the project has not run there yet, or keeps nothing.',
    todo: 'Start `arcube dev` in the project once, or name another with --project.',
  }),
  DB_EVAL_FAILED: (facts: { cause: string }): Problem => ({
    what: 'What was to be run failed.',
    why: facts.cause,
    todo: 'Mend the code given with --eval.',
  }),
  MONGO_SNAPSHOT_UNREADABLE: (facts: { file: string; cause: string }): Problem => ({
    what: `The snapshot ${facts.file} cannot be read.`,
    why: facts.cause,
    todo: 'Name a file that `arcube db snapshot` wrote.',
  }),
  MONGO_FOLDER_NOT_EMPTY: (facts: { folder: string }): Problem => ({
    what: `The folder ${facts.folder} is not empty.`,
    todo: 'Restore into an empty or a new folder.',
  }),
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
  UNKNOWN_REGION: (facts: { region: string; hint: string }): Problem => ({
    what: `\`${facts.region}\` is no AWS region.`,
    todo: facts.hint,
    exitCode: 2,
  }),
  PACKAGE_FAILED: (facts: { name: string; why: string }): Problem => ({
    what: `The function ${facts.name} cannot be packaged.`,
    why: facts.why,
    todo: 'Mend its source; `arcube dev` shows the same fault.',
    exitCode: 5,
  }),
  PACKAGE_RUNTIME: (facts: { name: string; runtime: string }): Problem => ({
    what: `The function ${facts.name} cannot be packaged.`,
    why: `Its runtime is ${facts.runtime}; only Node.js is bundled.`,
    todo: 'Build an archive of it yourself, and name that: `Code: function.zip`.',
    exitCode: 5,
  }),
  PACKAGE_TOO_LARGE: (facts: { name: string; what: string; bytes: number; limit: number }): Problem => ({
    what: `The function ${facts.name} is too large: ${megabytes(facts.bytes)} ${facts.what}.`,
    why: `Lambda takes ${megabytes(facts.limit)} ${facts.what}.`,
    todo: 'Split it, or leave out packages and data that it can do without.',
    exitCode: 5,
  }),
  TEMPLATE_TOO_LARGE: (facts: { file: string; bytes: number; limit: number }): Problem => ({
    what: `The template made from ${facts.file} has ${facts.bytes} bytes.`,
    why: `CloudFormation takes ${facts.limit}.`,
    todo: 'Split the stack, or shorten descriptions and examples of the API.',
    exitCode: 5,
  }),
  ...AWS_PROBLEMS,
  ...DEPLOY_PROBLEMS,
  ...DEPLOY_RUN_PROBLEMS,
  ...ROTATION_PROBLEMS,
} as const;

/** A code of the error table. */
export type ErrorCode = keyof typeof TABLE;
type Facts<C extends ErrorCode> = Parameters<(typeof TABLE)[C]>[0];

/** Builds the error with this code from the facts of the case. */
export function userError<C extends ErrorCode>(code: C, facts: Facts<C>, options?: ErrorOptions): UserError {
  const describe = TABLE[code] as (facts: Facts<C>) => Problem;
  return new UserError(code, describe(facts), options);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function listFaults(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(diagnosticLine).join('\n  ');
}
