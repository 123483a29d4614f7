import { type CheckedFile, readYamlWithSchema } from './read-with-schema.js';
import schema from './schemas/project.schema.json' with { type: 'json' };

/** A stage of the platform on AWS: what differs from the project's own values. */
export interface StageConfig {
  stackName?: string;
  region?: string;
  parameters?: Record<string, string | number | boolean>;
  /** In the order in which they are deployed to; a map where some have something of their own. */
  regions?: string[] | Record<string, { parameters?: Record<string, string | number | boolean> } | null>;
}

/** `arcube.yaml`. Paths are as written: relative to the file. The schema beside this file says what each means. */
export interface ProjectConfig {
  template?: string;
  stackName: string;
  stage?: string;
  region: string;
  accountId: string;
  accountThrottle?: { rateLimit: number; burstLimit: number };
  parameters?: Record<string, string | number | boolean>;
  stages?: Partial<Record<'dev' | 'staging' | 'prod', StageConfig>>;
  tenants: string;
  dataRegions?: string[];
  slo: string;
  scenarios: string;
  host: string;
  ports?: { api?: number; aws?: number; mongo?: number; control?: number };
  mongo: string;
  state: string;
  seed?: string | number;
  environment?: Record<string, string | number | boolean>;
  watch: boolean;
}

/** AWS regions that a project may name. */
export const REGIONS: readonly string[] = schema.properties.region.enum;

/** Reads and checks a project file; defaults are filled in. */
export function readProject(file: string): CheckedFile<ProjectConfig> {
  return readYamlWithSchema<ProjectConfig>(file, schema);
}
