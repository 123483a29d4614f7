import { type ProjectConfig, REGIONS } from '../../../core/config/project.js';
import { suggestion } from '../../../core/document/nearest.js';
import { userError } from '../../../core/errors.js';

/** The stages that a stack goes through on its way to passengers. */
export const STAGES = ['dev', 'staging', 'prod'] as const;
export type Stage = (typeof STAGES)[number];

/** Where a stage lives, and the values of the template's parameters there. */
export interface StageSettings {
  stage: Stage;
  stackName: string;
  region: string;
  parameters: Record<string, string>;
}

/** A stage's settings in a region: those of the region come before those of the stage, and these before the project's. Throws UNKNOWN_REGION. */
export function stageSettings(
  config: Partial<ProjectConfig>,
  stage: Stage,
  wantedRegion: string | undefined,
): StageSettings {
  const own = config.stages?.[stage] ?? {};
  const region = wantedRegion ?? stageRegions(config, stage)[0] ?? config.region ?? 'eu-central-1';
  if (!REGIONS.includes(region))
    throw userError('UNKNOWN_REGION', { region, hint: suggestion(region, [...REGIONS]) });
  const ofRegion = Array.isArray(own.regions) ? undefined : own.regions?.[region]?.parameters;
  const values = { ...config.parameters, ...own.parameters, ...ofRegion };
  return {
    stage,
    stackName: own.stackName ?? `${config.stackName ?? 'arcube'}-${stage}`,
    region,
    parameters: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
  };
}

/** The regions that a stage names, in the order in which they are deployed to; empty when it names none. */
export function stageRegions(config: Partial<ProjectConfig>, stage: Stage): string[] {
  const { region, regions = [] } = config.stages?.[stage] ?? {};
  const listed = Array.isArray(regions) ? regions : Object.keys(regions);
  return [...new Set([...(region === undefined ? [] : [region]), ...listed])];
}
