import { checkRevision } from '../refusals.js';
import type { FunctionEntry, FunctionVersion } from '../registry.js';
import type { LambdaService } from '../service.js';
import { checkRole, checkRuntime } from './create.js';
import { mergeSettings, shownSettings } from './settings.js';

/** Changes settings of `$LATEST` as `UpdateFunctionConfiguration` names them. */
export async function updateConfiguration(
  service: LambdaService,
  entry: FunctionEntry,
  body: Record<string, unknown>,
): Promise<FunctionVersion> {
  checkRevision(body.RevisionId, entry.latest.revisionId);
  if (body.Role !== undefined) checkRole(service, body.Role);
  if (body.Runtime !== undefined) checkRuntime(body.Runtime);
  const shown = { ...entry.latest.shown, ...shownSettings(body) };
  const definition = mergeSettings(entry.latest.definition, body);
  const description = typeof body.Description === 'string' ? { description: body.Description } : {};
  const more = Object.keys(shown).length > 0 ? { shown } : {};
  const latest = service.functions.change(entry, { definition, ...description, ...more });
  await service.functions.kept.save();
  return latest;
}
