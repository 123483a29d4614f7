import { loadStack } from '../../../core/stack/load.js';
import type { StackModel } from '../../../core/stack/model.js';
import type { ResourceChange } from '../../aws/change-sets.js';
import { attempt } from '../../aws/explain.js';
import type { Prepared } from '../plan/prepare.js';
import type { Synthesised } from '../synth/synthesise.js';
import type { Observed, PlanSummary, RegionPart } from './entries.js';

/** What was prepared, in a form that outlives the process. */
export async function regionPart(
  { region, synthesised, changeSet, uploads, plan }: Prepared,
  next: string,
): Promise<RegionPart> {
  const { name, account, settings } = region;
  const stack = await attempt({ region: name, next }, () => region.stacks.describe(settings.stackName));
  const { id } = changeSet;
  return {
    region: name,
    stack: settings.stackName,
    stackId: stack?.id ?? settings.stackName,
    ...(id !== undefined && { changeSetId: id }),
    assets: uploads,
    content: {
      template: { sha256: synthesised.sha256, key: `templates/${synthesised.sha256}.yaml` },
      parameters: valuesOf(synthesised.parameters),
      hidden: synthesised.hidden,
      capabilities: synthesised.capabilities,
      functions: synthesised.functions.map(({ function: id, sha256, key }) => ({
        function: id,
        sha256,
        key,
      })),
    },
    plan: summaryOf(plan.action, changeSet.changes),
    observed: observedOf(synthesised, { accountId: account, region: name, stackName: settings.stackName }),
  };
}

function valuesOf(parameters: Synthesised['parameters']): Record<string, string> {
  return Object.fromEntries(
    parameters.map(({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue]),
  );
}

function summaryOf(action: PlanSummary['action'], changes: readonly ResourceChange[]): PlanSummary {
  const ids = (fits: (change: ResourceChange) => boolean): string[] =>
    changes
      .filter(fits)
      .map(({ logicalId }) => logicalId)
      .sort();
  return {
    action,
    added: ids((one) => one.action === 'Add' || one.action === 'Import'),
    changed: ids((one) => !['Add', 'Import', 'Remove'].includes(one.action) && one.replacement !== 'True'),
    replaced: ids((one) => one.action === 'Modify' && one.replacement === 'True'),
    removed: ids((one) => one.action === 'Remove'),
  };
}

/** Which API, which routes and which hook a template has. */
export function observedOf(
  { text, template, parameters }: Pick<Synthesised, 'text' | 'template' | 'parameters'>,
  where: { accountId: string; region: string; stackName: string },
): Observed {
  const { stack } = loadStack({ file: 'template.yaml', text, ...where, parameters: valuesOf(parameters) });
  const hook = hookOf(template);
  const [api] = stack?.restApis ?? [];
  const [stage] = api?.stages ?? [];
  return {
    ...(api && stage && !stage.implicit && { api: { name: api.name, stage: stage.name } }),
    routes: stack ? routesOf(stack) : {},
    ...(hook !== undefined && { hook }),
  };
}

function routesOf({ functions, restApis }: StackModel): Record<string, string[]> {
  const routes: Record<string, string[]> = {};
  for (const { methods } of restApis)
    for (const { httpMethod, resourcePath, integration } of methods) {
      const fn = functions.find(({ arn }) => `${integration.uri}:`.startsWith(`${arn}:`));
      if (!fn) continue;
      routes[fn.logicalId] = [...(routes[fn.logicalId] ?? []), `${httpMethod} ${resourcePath}`];
    }
  return routes;
}

type Dict = Record<string, unknown>;

function hookOf(template: Dict): string | undefined {
  for (const { UpdatePolicy } of Object.values(
    template.Resources as Record<string, { UpdatePolicy?: Dict }>,
  )) {
    const { BeforeAllowTrafficHook: hook } = (UpdatePolicy?.CodeDeployLambdaAliasUpdate ?? {}) as Dict;
    const { Ref } = (hook ?? {}) as Dict;
    if (typeof Ref === 'string') return Ref;
  }
  return undefined;
}
