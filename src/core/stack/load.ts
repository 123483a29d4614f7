import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics.js';
import { type Dict, isDict } from '../dict.js';
import type { Ids } from '../ids.js';
import { Conditions } from './conditions.js';
import { type Context, type KnownIdentity, partitionOf } from './context.js';
import { buildEdgeFunctions } from './edge-functions.js';
import { readDocument, readTemplateText } from './files.js';
import { expandIncludes } from './includes.js';
import { buildApiKeys, buildUsagePlans } from './keys-and-plans.js';
import { buildFunctions } from './lambda.js';
import type { StackModel } from './model.js';
import { publicParameters, settleParameters } from './parameters.js';
import { buildPermissions, checkPermissions } from './permissions.js';
import { checkReferences } from './references.js';
import { Report } from './report.js';
import { ResourceSet } from './resource-set.js';
import { buildRestApis } from './rest-apis.js';
import { buildSecrets } from './secrets.js';
import { checkResources, checkSections } from './sections.js';
import { attachStages } from './stages.js';
import { buildWebAcls } from './web-acls.js';

/** What `loadStack` takes. */
export interface LoadOptions {
  /** The template. */
  file: string;
  region: string;
  /** Twelve digits. */
  accountId: string;
  stackName: string;
  /** Values for the template's parameters. */
  parameters?: Record<string, string>;
  /** Values for parameters of these names where the template has such and allows the value; `parameters` come before. */
  offered?: Record<string, string>;
  /** Name of the stage to assume for an API that declares none; `dev` by default. */
  stage?: string;
  /** Where generated secrets come from; without it they are equal in every run. */
  ids?: Ids;
  /**
   * The template itself, as CloudFormation was sent it; `file` is then a name for messages alone. Code lies in S3 or
   * inline, and nothing of this machine is read.
   */
  text?: string;
  /** What the resources that exist answer to `Ref` and `Fn::GetAtt`, by logical id. */
  identities?: ReadonlyMap<string, KnownIdentity>;
  /** ARN of the stack; made up when left out. */
  stackId?: string;
  /** Values that other stacks export, by name. */
  imports?: (name: string) => string | undefined;
}

export interface LoadResult {
  /** There only when no error was found. */
  stack?: StackModel;
  /** Every fault and remark, in the order of the files. */
  diagnostics: Diagnostic[];
  /** Absolute paths of every file read, or looked for: what to watch, after a failure too. */
  sources: string[];
}

/**
 * Reads a CloudFormation template with everything it includes and resolves it for one account, region and stage. All
 * faults of the user's come back at once as diagnostics; nothing is thrown for them.
 */
export function loadStack(options: LoadOptions): LoadResult {
  return loadInto(createContext(options));
}

/**
 * Like `loadStack`, with the template itself beside the model: includes put in, short forms made long, intrinsic
 * functions left to CloudFormation.
 */
export function loadTemplate(options: LoadOptions): LoadResult & { template?: Dict } {
  const context = createContext(options);
  const result = loadInto(context);
  if (!result.stack || !context.document) return result;
  return { ...result, template: { ...context.document, Resources: context.resources } };
}

function loadInto(context: Context): LoadResult {
  try {
    const stack = load(context);
    const ok = stack && !context.report.failed;
    return { ...(ok && { stack }), diagnostics: sorted(context), sources: [...context.sources] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const remedy = 'No real template nests this deep: look for generated or repeated content.';
    context.report.error(
      { code: 'TOO_DEEP', message: 'The document nests too deep to be read.', remedy },
      { holder: undefined },
    );
    return { diagnostics: sorted(context), sources: [...context.sources] };
  }
}

function createContext(options: LoadOptions): Context {
  const file = options.text === undefined ? resolve(options.file) : options.file;
  const { text, identities, stackId, imports } = options;
  return {
    ...(text !== undefined && { text, sent: true }),
    ...(identities && { identities }),
    ...(stackId !== undefined && { stackId }),
    ...(imports && { imports }),
    file,
    region: options.region,
    accountId: options.accountId,
    stackName: options.stackName,
    ...partitionOf(options.region),
    stage: options.stage,
    ids: options.ids,
    report: new Report(),
    sources: new Set(text === undefined ? [file] : []),
    parameters: new Map(),
    mappings: {},
    conditions: {},
    resources: {},
    given: options.parameters ?? {},
    ...(options.offered && { offered: options.offered }),
  };
}

function sorted({ report, file }: Context): Diagnostic[] {
  const rank = (diagnostic: Diagnostic): string => {
    const { place } = diagnostic;
    if (!place) return '';
    const first = place.file === file ? '0' : `1${place.file}`;
    return `${first}|${String(place.line).padStart(9, '0')}|${String(place.column).padStart(9, '0')}`;
  };
  return report.diagnostics
    .map((diagnostic) => ({ diagnostic, key: rank(diagnostic) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ diagnostic }) => diagnostic);
}

function load(context: Context): StackModel | undefined {
  const template =
    context.text === undefined
      ? readDocument(context.file, 'template', context.report, { holder: undefined })
      : readTemplateText(context.text, context.file, context.report);
  if (context.report.failed && template === undefined) return undefined;
  if (!isDict(template)) {
    const fault = {
      code: 'NOT_A_TEMPLATE',
      message: 'The file is no CloudFormation template.',
      remedy: 'It needs a map with `Resources`.',
    };
    context.report.take([{ severity: 'error', ...fault, place: { file: context.file, line: 1, column: 1 } }]);
    return undefined;
  }
  if (!checkSections(template, context)) return undefined;
  context.document = template;
  const set = prepare(template, context);
  const outputs = isDict(template.Outputs) ? template.Outputs : {};
  checkReferences(context, outputs);
  return build(set, outputs, context);
}

/** Parameters, mappings, conditions and resources, includes put in. */
function prepare(template: Dict, context: Context): ResourceSet {
  const section = (name: string): Dict => (isDict(template[name]) ? template[name] : {});
  context.parameters = settleParameters(section('Parameters'), context, context.report);
  context.mappings = section('Mappings');
  context.conditions = section('Conditions');
  const conditions = new Conditions(context, (value) => set.resolver.resolve(value));
  const set = new ResourceSet(context, conditions);
  const expanded = expandIncludes(template.Resources, context, (value) => set.resolver.value(value));
  context.resources = isDict(expanded) ? expanded : {};
  checkResources(context);
  conditions.checkAll();
  return set;
}

function build(set: ResourceSet, outputs: Dict, context: Context): StackModel {
  const resources = set.all();
  const functions = buildFunctions(resources, context);
  const permissions = buildPermissions(resources, functions, context);
  const restApis = buildRestApis(resources, functions, context);
  attachStages(restApis, resources, context);
  checkPermissions(restApis, { functions, permissions, resources }, context);
  const { file, accountId, region, stackName } = context;
  return {
    file,
    accountId,
    region,
    stackName,
    parameters: publicParameters(context.parameters),
    functions,
    permissions,
    restApis,
    apiKeys: buildApiKeys(resources, context),
    usagePlans: buildUsagePlans(resources, context),
    webAcls: buildWebAcls(resources, context),
    edgeFunctions: buildEdgeFunctions(resources, restApis, context),
    secrets: buildSecrets(resources, context),
    resources,
    outputs: resolveOutputs(set, outputs),
    sources: [...context.sources],
  };
}

function resolveOutputs(set: ResourceSet, outputs: Dict): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(outputs).flatMap(([name, output]) => {
      if (!isDict(output) || !set.holds(output)) return [];
      return [[name, set.resolver.value(output.Value)]];
    }),
  );
}
