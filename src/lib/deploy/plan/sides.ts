import { isDeepStrictEqual } from 'node:util';
import { loadStack } from '../../../core/stack/load.js';
import type { StackResource } from '../../../core/stack/model.js';
import type { StackFacts } from '../../aws/stacks.js';
import type { Synthesised } from '../synth/synthesise.js';
import { asDict, type Dict } from './api-document.js';

/** A resource of a template. */
export interface SideResource {
  logicalId: string;
  type: string;
  /** Made up, the same on both sides; undefined where the template stays as written. */
  physicalId?: string;
  /** Intrinsic functions resolved, where the template could be: physical ids are made up, the same on both sides. */
  properties: Dict;
  /** As written. */
  written: Dict;
  deletionPolicy: string | undefined;
  replacePolicy: string | undefined;
}

/** What is deployed and what would be, by logical id. */
export interface Sides {
  before: ReadonlyMap<string, SideResource>;
  after: ReadonlyMap<string, SideResource>;
}

/** What CloudFormation says in place of a value under `NoEcho`. */
const HIDDEN = '****';

/**
 * The resources of the deployed template and of the new one, each resolved with its own parameters. Where one of them
 * cannot be resolved, both stay as written, so that equal things look equal.
 * @param deployed undefined for a first deployment
 */
export function readSides(
  deployed: Dict | undefined,
  stack: StackFacts | undefined,
  made: Synthesised,
): Sides {
  const parameters = made.parameters.map((one) => [one.ParameterKey, one.ParameterValue]);
  const after = { template: made.template, parameters: Object.fromEntries(parameters) };
  const before = { template: deployed ?? {}, parameters: stack?.parameters ?? {} };
  const is = resolved(after, made);
  const same = deployed === made.template && isDeepStrictEqual(before.parameters, after.parameters);
  const was = deployed === undefined ? new Map<string, Resolved>() : same ? is : resolved(before, made);
  const both = is !== undefined && was !== undefined;
  return {
    before: resourcesOf(before.template, both ? was : undefined),
    after: resourcesOf(after.template, both ? is : undefined),
  };
}

type Resolved = Pick<StackResource, 'physicalId' | 'properties'>;

function resolved(
  { template, parameters }: { template: Dict; parameters: Record<string, string> },
  { settings }: Synthesised,
): Map<string, Resolved> | undefined {
  const known = Object.entries(parameters).filter(([, value]) => value !== HIDDEN);
  const { stack } = loadStack({
    file: 'template',
    text: JSON.stringify(template),
    region: settings.region,
    accountId: '000000000000',
    stackName: settings.stackName,
    parameters: Object.fromEntries(known),
  });
  return stack && new Map(stack.resources.map((resource) => [resource.logicalId, resource]));
}

/** @param known by logical id; resources that are not among them are left out by a condition */
function resourcesOf(template: Dict, known: Map<string, Resolved> | undefined): Map<string, SideResource> {
  const found = new Map<string, SideResource>();
  for (const [logicalId, raw] of Object.entries(asDict(template.Resources))) {
    const { Type, Properties, DeletionPolicy, UpdateReplacePolicy } = asDict(raw);
    const resource = known?.get(logicalId);
    if (known && !resource) continue;
    const written = asDict(Properties);
    found.set(logicalId, {
      logicalId,
      type: String(Type),
      ...(resource && { physicalId: resource.physicalId }),
      properties: resource?.properties ?? written,
      written,
      deletionPolicy: textOf(DeletionPolicy),
      replacePolicy: textOf(UpdateReplacePolicy),
    });
  }
  return found;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
