import type { Diagnostic } from '../diagnostics.js';
import type { Problem } from '../problem.js';
import { listFaults } from './list-faults.js';

/** Rows of the error table that have to do with `arcube test` and its targets. */
export const TESTING_PROBLEMS = {
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
} as const;
