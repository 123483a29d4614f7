import type { Diagnostic } from '../diagnostics.js';
import type { Problem } from '../problem.js';
import { listFaults } from './list-faults.js';

/** What to do about what the platform refuses to do with a tenant's data. */
const REFUSALS: Readonly<Record<string, string>> = {
  UNKNOWN_TENANT: 'See `arcube tenant list`.',
  SAME_REGION: 'Nothing needs to be done.',
  NO_CLUSTER: 'Name the region under `dataRegions` in arcube.yaml, start `arcube dev` again, and repeat.',
  SAME_CLUSTER: 'Run with --mongo embedded, where each region has a cluster of its own.',
  MOVE_UNDER_WAY: 'Wait for it, or finish it where it was begun.',
  OPEN_ORDERS: 'Settle them first, or erase all the same with --force.',
  TENANT_THERE: 'Remove it with `arcube tenant remove --erase`.',
  NOT_A_PNR: 'Give the 5 to 20 letters and digits of one, e.g. --pnr ABC123.',
  OTHER_NAME: 'Check the name; leave --last-name out to erase without that check.',
};

/** Refusals of what no platform would do. */
const MISUSES: readonly string[] = ['UNKNOWN_TENANT', 'SAME_REGION', 'NO_CLUSTER', 'NOT_A_PNR'];

/** Rows of the error table that have to do with tenants, their data and its moves. */
export const TENANT_PROBLEMS = {
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
  NO_SUCH_SETTING: (facts: { file: string; path: string }): Problem => ({
    what: `There can be no \`${facts.path}\` in ${facts.file}: what it would stand in is a single value.`,
    todo: 'See `arcube tenant show` for what there is.',
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
    exitCode: MISUSES.includes(facts.code) ? 2 : 1,
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
} as const;
