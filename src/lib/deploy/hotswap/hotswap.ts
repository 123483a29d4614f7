import { join } from 'node:path';
import { userError } from '../../../core/errors.js';
import { attempt } from '../../aws/explain.js';
import type { FunctionFacts } from '../../aws/functions.js';
import type { StackFacts, StackMember } from '../../aws/stacks.js';
import { checkBootstrap } from '../bootstrap/check.js';
import type { FunctionPackage } from '../package/function-package.js';
import { asDict, type Dict } from '../plan/api-document.js';
import { configurationDifferences } from '../plan/configuration.js';
import { deployedTemplate } from '../plan/deployed-template.js';
import { settledStack, tagsOf } from '../plan/stack-state.js';
import { type Synthesised, synthesise } from '../synth/synthesise.js';
import type { DeployRegion, DeployTarget } from '../target/open-target.js';
import { missingAssets, uploadAssets } from '../upload/upload.js';
import { heal } from './heal.js';
import { type HotswapMark, readMarks, writeMarks } from './marks.js';
import { swapCode } from './swap-code.js';
import { differencesBesideCode } from './template-differences.js';

/** Stages in which code may go past canary and rollback. */
const STAGES: readonly string[] = ['dev'];
/** Where calls go while code is swapped: a version cannot be changed, and what is published here would be in the way of the next deployment. */
const SWAPPED = '$LATEST';

/** A function that runs other code now. */
export interface Swapped {
  function: string;
  sha256: string;
  /** True when that is the stack's own code again. */
  isStacks: boolean;
}

interface Deployed {
  stack: StackFacts;
  /** As it was sent. */
  text: string;
  template: Dict;
  members: StackMember[];
  live: Map<string, FunctionFacts>;
}

/**
 * Replaces the code of functions that differ from the project's, and nothing else; aliases go to `$LATEST` until the
 * next full deployment puts them back. Throws HOTSWAP_… and what `prepare` throws.
 */
export async function hotswap(target: DeployTarget, region: DeployRegion): Promise<Swapped[]> {
  const { command: next, template, cacheDir, account } = target;
  const { name, settings, bucket } = region;
  refuseStage(settings.stage);
  const [made, found] = await Promise.all([
    synthesise({ settings, template, accountId: account, bucket: bucket.name, cacheDir }),
    attempt({ region: name, next }, () => deployedStack(region)),
  ]);
  await checkBootstrap(region, next); // afterwards: where both are missing, the stack is what to tell of
  const folder = join(cacheDir, 'deployed');
  const deployed: Deployed = { ...found, template: await deployedTemplate(found.text, made, folder) };
  refuseMore(region, made, deployed);
  const wanted = made.functions.filter(
    (fn) => deployed.live.get(fn.function)?.codeSha256 !== fn.sha256 && deployed.live.has(fn.function),
  );
  const uploads = await attempt({ region: name, next }, () => missingAssets(bucket, wanted));
  await uploadAssets(bucket, uploads, { region: name, next });
  const state = 'Some functions may run the new code already; those are marked.';
  return attempt({ region: name, next, state }, () => swapAll(target, region, deployed, wanted));
}

/** Throws HOTSWAP_STAGE where code may not go past canary and rollback. */
export function refuseStage(stage: string): void {
  if (!STAGES.includes(stage)) throw userError('HOTSWAP_STAGE', { stage });
}

async function deployedStack(region: DeployRegion): Promise<Omit<Deployed, 'template'>> {
  const { stacks, functions, name, settings } = region;
  const stack = await settledStack(region);
  if (!stack)
    throw userError('HOTSWAP_NO_STACK', {
      stack: settings.stackName,
      region: name,
      next: `arcube deploy --stage ${settings.stage} --region ${name}`,
    });
  const [text, members] = await Promise.all([stacks.template(stack.name), stacks.resources(stack.name)]);
  const ids = new Map(
    members
      .filter(({ type }) => type === 'AWS::Lambda::Function')
      .map((one) => [one.physicalId, one.logicalId]),
  );
  const found = await functions.list((fn) => ids.has(fn));
  return {
    stack,
    text,
    members,
    live: new Map(found.map((fn) => [ids.get(fn.name) as string, fn])),
  };
}

/** Throws HOTSWAP_MORE when anything but code would have to change. */
function refuseMore(region: DeployRegion, made: Synthesised, { stack, template }: Deployed): void {
  const { name, settings } = region;
  const names = made.functions.map((one) => one.function);
  const settingsChanged = configurationDifferences({ stack, functions: new Map() }, made, tagsOf(region), {
    after: new Map(),
  });
  const changes = [
    ...differencesBesideCode(template, made.template, names),
    ...settingsChanged.map((one) => `${one.of} ${one.name}`),
  ];
  if (changes.length === 0) return;
  const next = `arcube deploy --stage ${settings.stage} --region ${name}`;
  throw userError('HOTSWAP_MORE', { stack: stack.name, region: name, changes, next });
}

/** Marks first, then swaps: code that nobody knows of is never left behind. */
async function swapAll(
  target: DeployTarget,
  region: DeployRegion,
  deployed: Deployed,
  wanted: readonly FunctionPackage[],
): Promise<Swapped[]> {
  const { bucket, settings } = region;
  const marks = new Map((await readMarks(bucket, settings.stackName)).map((mark) => [mark.function, mark]));
  const healed: string[] = [];
  for (const fn of wanted) {
    const stackKey = codeKey(deployed.template, fn.function);
    const known = marks.get(fn.function);
    if (fn.key === stackKey && known) healed.push(fn.function);
    else marks.set(fn.function, await markOf(target, region, deployed, fn, known));
  }
  if (wanted.length > 0) await writeMarks(bucket, settings.stackName, [...marks.values()]);
  await Promise.all(
    wanted.map((fn) => {
      const mark = marks.get(fn.function) as HotswapMark;
      const name = deployed.live.get(fn.function)?.name as string;
      if (healed.includes(fn.function)) return heal(region, mark, name);
      const aliases = Object.fromEntries(Object.keys(mark.aliases).map((alias) => [alias, SWAPPED]));
      return swapCode(region, { name, aliases }, fn.key);
    }),
  );
  const left = [...marks.values()].filter((mark) => !healed.includes(mark.function));
  if (healed.length > 0) await writeMarks(bucket, settings.stackName, left);
  return wanted.map((fn) => ({
    function: fn.function,
    sha256: fn.sha256,
    isStacks: healed.includes(fn.function),
  }));
}

async function markOf(
  { caller, clock }: DeployTarget,
  { functions }: DeployRegion,
  { template, members, live }: Deployed,
  fn: FunctionPackage,
  known: HotswapMark | undefined,
): Promise<HotswapMark> {
  const name = live.get(fn.function)?.name as string;
  const aliases: Record<string, string> = { ...known?.aliases };
  for (const alias of aliasesOf(members, name)) aliases[alias] ??= await functions.aliasVersion(name, alias);
  return {
    function: fn.function,
    since: new Date(clock.now()).toISOString(),
    by: caller,
    sha256: fn.sha256,
    stackKey: codeKey(template, fn.function),
    aliases,
  };
}

/** The stack's aliases of a function: their ids are ARNs that end with its name and theirs. */
function aliasesOf(members: readonly StackMember[], name: string): string[] {
  return members
    .filter(({ type, physicalId }) => type === 'AWS::Lambda::Alias' && physicalId.split(':').at(-2) === name)
    .map(({ physicalId }) => physicalId.split(':').at(-1) as string);
}

function codeKey(template: Dict, id: string): string {
  const { Code } = asDict(asDict(asDict(template.Resources)[id]).Properties);
  return String(asDict(Code).S3Key ?? '');
}
