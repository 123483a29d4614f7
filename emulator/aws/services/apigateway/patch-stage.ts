import type { ApiStage, MethodSettings } from '../../../../src/core/stack/model.js';
import { badPath, numberOf, type Patch } from './patches.js';
import type { StoredStage } from './stored.js';

const SETTINGS: Readonly<Record<string, (patch: Patch) => MethodSettings>> = {
  'throttling/rateLimit': (patch) => ({ throttlingRateLimit: numberOf(patch) }),
  'throttling/burstLimit': (patch) => ({ throttlingBurstLimit: numberOf(patch) }),
  'caching/enabled': ({ value }) => ({ cachingEnabled: value === 'true' }),
  'caching/ttlInSeconds': (patch) => ({ cacheTtlInSeconds: numberOf(patch) }),
  'metrics/enabled': ({ value }) => ({ metricsEnabled: value === 'true' }),
};

/** Applies one patch to what differs from the template of a stage. Throws `BadRequestException`. */
export function patchStage(changed: StoredStage, stage: ApiStage, patch: Patch): void {
  const [name = '', ...rest] = patch.path;
  if (name === 'description' && rest.length === 0) changed.description = patch.value;
  else if (name === 'tracingEnabled' && rest.length === 0) changed.tracingEnabled = patch.value === 'true';
  else if (name === 'variables' && rest.length === 1) patchVariable(changed, stage, patch, rest[0] as string);
  else patchMethod(changed, stage, patch);
}

function patchVariable(changed: StoredStage, stage: ApiStage, { op, value }: Patch, name: string): void {
  const variables = { ...stage.variables, ...changed.variables };
  if (op === 'remove') delete variables[name];
  else variables[name] = value;
  changed.variables = variables;
}

/** `/{resource}/{VERB}/throttling/rateLimit`, with `*` for all of either. */
function patchMethod(changed: StoredStage, stage: ApiStage, patch: Patch): void {
  const [resource = '', verb = '', group = '', member = ''] = patch.path;
  const make = SETTINGS[`${group}/${member}`];
  if (!make || patch.op !== 'replace') throw badPath(patch);
  const key = resource === '' ? `/${verb}` : `${resource.startsWith('/') ? '' : '/'}${resource}/${verb}`;
  const settings = { ...stage.methodSettings, ...changed.methodSettings };
  settings[key] = { ...settings[key], ...make(patch) };
  changed.methodSettings = settings;
}
