import type { Diagnostic } from '../diagnostics.js';
import { type Context, partitionOf } from './context.js';
import { buildEdgeFunctions } from './edge-functions.js';
import { buildFunctions } from './lambda.js';
import type { StackModel, StackResource } from './model.js';
import { Report } from './report.js';
import { buildRestApis } from './rest-apis.js';
import { buildSecrets } from './secrets.js';
import { attachStages } from './stages.js';
import { buildWebAcls } from './web-acls.js';

/** What of a stack is served, and what is looked at meanwhile. */
export type ServedParts = Pick<
  StackModel,
  'restApis' | 'webAcls' | 'edgeFunctions' | 'functions' | 'secrets'
>;

/** Where resources are made. */
export interface ResourceHome {
  accountId: string;
  region: string;
  stackName: string;
}

/**
 * The APIs, web ACLs, edge functions, functions and secrets of resources that have been made, one by one, with their real ids and resolved
 * properties. Unlike those of a template, an API without a stage has none here.
 */
export function partsOfResources(
  resources: StackResource[],
  home: ResourceHome,
): ServedParts & { diagnostics: Diagnostic[] } {
  const context = contextOf(home);
  const restApis = buildRestApis(resources, [], context);
  attachStages(restApis, resources, context);
  for (const api of restApis) api.stages = api.stages.filter(({ implicit }) => !implicit);
  const webAcls = buildWebAcls(resources, context);
  const edgeFunctions = buildEdgeFunctions(resources, restApis, context);
  const functions = buildFunctions(resources, context);
  const secrets = buildSecrets(resources, context);
  return { restApis, webAcls, edgeFunctions, functions, secrets, diagnostics: context.report.diagnostics };
}

function contextOf({ accountId, region, stackName }: ResourceHome): Context {
  return {
    file: stackName,
    sent: true,
    region,
    accountId,
    stackName,
    ...partitionOf(region),
    stage: undefined,
    ids: undefined,
    report: new Report(),
    sources: new Set(),
    parameters: new Map(),
    mappings: {},
    conditions: {},
    resources: {},
    given: {},
  };
}
