import pc from 'picocolors';
import type { StackDrift } from '../aws/stack-drift.js';
import type { Swapped } from '../deploy/hotswap/hotswap.js';
import type { DeployPlan } from '../deploy/plan/deploy-plan.js';
import type { ResourceWidening } from '../deploy/plan/iam/resource-policies.js';
import type { RegionPlan } from '../deploy/plan/region-plan.js';
import type { PlannedResource } from '../deploy/plan/resources.js';
import { columns } from './table.js';

const SIGNS: Record<PlannedResource['action'], string> = {
  add: pc.green('+ add'),
  change: pc.yellow('~ change'),
  replace: pc.red('± replace'),
  'may-replace': pc.red('± may replace'),
  remove: pc.red('- remove'),
  import: pc.green('+ import'),
};

const WORDS: Record<PlannedResource['action'], string> = {
  add: 'to add',
  change: 'to change',
  replace: 'to replace',
  'may-replace': 'perhaps to replace',
  remove: 'to remove',
  import: 'to import',
};

/** The whole plan in one view: where, then region by region what changes, and what to look at twice. */
export function deployPlanText(plan: DeployPlan): string {
  const where = columns(
    [
      ['Account', pc.bold(plan.account)],
      ['As', plan.caller],
      ['Stage', pc.bold(plan.stage)],
      ['Regions', plan.regions.map(({ region }) => region).join(', then ')],
    ],
    2,
    '  ',
  );
  const warnings = [
    plan.losesData && 'Data is lost: see the resources marked so.',
    plan.widens && 'More is allowed than before: see Permissions.',
    plan.breaks && 'Callers of the API break: see API.',
  ].filter((line) => line !== false);
  return [where, ...plan.regions.map(regionText), ...warnings.map((line) => pc.red(pc.bold(line)))].join(
    '\n\n',
  );
}

/** What a hot swap did. */
export function hotswapText(regions: readonly { region: string; functions: readonly Swapped[] }[]): string {
  const rows = regions.flatMap(({ region, functions }) =>
    functions.map(({ function: fn, sha256, isStacks }) => [
      region,
      fn,
      isStacks
        ? 'the stack’s own code again'
        : `code ${sha256.slice(0, 12)}, marked until the next deployment`,
    ]),
  );
  return rows.length === 0 ? 'Nothing to do: the functions run this code.' : columns(rows);
}

function regionText(plan: RegionPlan): string {
  const title = `${pc.bold(plan.region)}  ${plan.stack}: ${headline(plan)}`;
  const sections = [
    section('Resources', resourceRows(plan)),
    permissions(plan),
    section('API', plan.api.flatMap(apiRows)),
    section(
      'Environment',
      plan.environment.map(({ function: fn, variable, before, after }) => [
        fn,
        variable,
        `${before ?? '(none)'} → ${after ?? '(none)'}`,
      ]),
    ),
    section(
      'Secret references',
      (plan.action === 'create' ? [] : plan.secrets).map(({ resource, added, removed }) => [
        resource,
        [...added.map((one) => pc.green(`+ ${one}`)), ...removed.map((one) => pc.yellow(`- ${one}`))].join(
          ', ',
        ),
      ]),
    ),
    section(
      'Configuration, deployed → here',
      plan.configuration.map(({ of, name, deployed, local }) => [
        of,
        name,
        `${deployed ?? '(none)'} → ${local ?? '(none)'}`,
      ]),
    ),
    section('Changed past the stack (drift)', driftRows(plan.drift)),
    section(
      'Hot-swapped, put back by this deployment',
      plan.hotswapped.map(({ function: fn, since, by }) => [fn, since, by]),
    ),
    section('To send', uploadRows(plan)),
  ];
  return [title, ...sections.filter((text) => text !== '')].join('\n\n');
}

function headline({ action, resources }: RegionPlan): string {
  if (action === 'none') return pc.green('nothing to do');
  if (action === 'heal') return pc.yellow('only hot-swapped code is put back');
  const counts = new Map<string, number>();
  for (const one of resources) {
    const what = one.action === 'change' && one.follows ? 'may follow' : WORDS[one.action];
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  const parts = [...counts].map(([what, count]) => `${count} ${what}`);
  return `${action === 'create' ? 'first deployment, ' : ''}${parts.join(', ') || 'only outputs or metadata change'}`;
}

function section(title: string, rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : `  ${pc.bold(title)}\n${columns(rows, 2, '    ')}`;
}

/** Pictures of something else, made anew with every change of it. */
const PICTURES = /^AWS::(Lambda::Version|ApiGateway::Deployment)$/;
/** Names that are shown of a group. */
const SHOWN = 3;

/** One row a resource; of a first deployment, and of versions, one row a type. */
function resourceRows({ action, resources }: RegionPlan): string[][] {
  const isFolded = (one: PlannedResource): boolean => {
    if (one.losesData) return false;
    if (one.action === 'change') return one.follows;
    const isPlain = one.action === 'add' || one.action === 'remove';
    return isPlain && (action === 'create' || PICTURES.test(one.type));
  };
  const groups = new Map<string, PlannedResource[]>();
  for (const one of resources.filter(isFolded)) {
    const key = `${one.action} ${one.type}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const folded = [...groups.values()].map((group) => {
    const [first] = group as [PlannedResource];
    const names = group.slice(0, SHOWN).map(({ logicalId }) => logicalId);
    const more = group.length > SHOWN ? [`${group.length - SHOWN} more`] : [];
    const sign = first.action === 'change' ? pc.dim('~ may follow') : SIGNS[first.action];
    return [sign, `${group.length}`, pc.dim(first.type), [...names, ...more].join(', ')];
  });
  return [...resources.filter((one) => !isFolded(one)).map(resourceRow), ...folded];
}

function resourceRow({ action, logicalId, type, properties, losesData, note }: PlannedResource): string[] {
  const remarks = [
    losesData ? pc.red(pc.bold('DATA LOSS')) : '',
    note ?? '',
    action === 'add' ? '' : properties.join(', '),
  ];
  return [SIGNS[action], logicalId, pc.dim(type), remarks.filter((text) => text !== '').join('; ')];
}

/** In a first deployment everything is allowed newly: how much is said, what is in `--json`. */
function permissions({ action, iam }: RegionPlan): string {
  if (action !== 'create') return section('Permissions: more than before', iam.map(wideningRow));
  const holders = new Set(iam.map(({ resource }) => resource));
  return iam.length === 0
    ? ''
    : section('Permissions', [
        [`${count(holders.size, 'resource')} with policies, all new; --json lists what they allow`],
      ]);
}

function wideningRow({ resource, property, kind, by, ...one }: ResourceWidening): string[] {
  const verb = {
    allow: 'allows',
    deny: 'no longer forbids',
    attached: 'is given',
    boundary: 'has the boundary',
  }[kind];
  const who = one.principals === undefined ? '' : `${one.principals.join(', ')}: `;
  const where = one.resources.join(', ');
  const what = [one.actions.join(', '), where].filter((text) => text !== '').join(' on ');
  const only = one.conditions.length > 0 ? ` if ${one.conditions.join(' and ')}` : '';
  const isNew = kind === 'allow' ? pc.dim(` (new: ${by.join(', ')})`) : '';
  const source = one.policy === undefined ? property : `${property} ${one.policy}`;
  return [pc.red('!'), resource, source, `${verb} ${who}${what}${only}${isNew}`];
}

function apiRows({ added, removed, changed }: RegionPlan['api'][number]): string[][] {
  const breaks = pc.red(pc.bold('BREAKING'));
  return [
    ...removed.map((operation) => [pc.red('-'), operation, breaks]),
    ...changed.flatMap(({ operation, differences }) =>
      differences.map(({ place, what, breaking }) => [
        pc.yellow('~'),
        operation,
        `${place} ${what}${breaking ? ` ${breaks}` : ''}`,
      ]),
    ),
    ...added.map((operation) => [pc.green('+'), operation, '']),
  ];
}

function driftRows(drift: StackDrift): string[][] {
  if (!drift.checked) return /^not(hing)? /.test(drift.why) ? [] : [[pc.yellow(`not known: ${drift.why}`)]];
  return drift.resources.map(({ logicalId, status, differences }) => [
    logicalId,
    status === 'DELETED' ? pc.red('deleted') : 'changed',
    differences.map(({ path, expected, actual }) => `${path}: ${expected} → ${actual}`).join(', '),
  ]);
}

function uploadRows({ uploads }: RegionPlan): string[][] {
  if (uploads.length === 0) return [];
  const bytes = uploads.reduce((sum, one) => sum + one.bytes, 0);
  return [[`${count(uploads.length, 'archive')}, ${Math.ceil(bytes / 1024)} KB`]];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
