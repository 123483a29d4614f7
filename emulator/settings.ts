import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ProjectConfig } from '../src/core/config/project.js';
import { userError } from '../src/core/errors.js';
import { packageRoot } from '../src/core/package-root.js';
import type { EmulatorOptions } from './options.js';

/** Everything `createEmulator` needs to know, decided: options over `arcube.yaml` over defaults. Paths are absolute. */
export interface Settings {
  projectDir: string;
  /** `none`: no stack of its own, only those that are deployed to it. */
  stack: 'template' | 'none';
  template: string;
  parameters: Record<string, string>;
  stackName: string;
  stage?: string;
  region: string;
  accountId: string;
  /** The account's throttle in API Gateway; AWS's first grant when left out. */
  accountThrottle: { rateLimit: number; burstLimit: number } | undefined;
  tenantsDir: string;
  /** Data regions beside those of the tenants. */
  dataRegions: readonly string[];
  host: string;
  ports: { api: number; aws: number; mongo: number; control: number };
  strictPort: boolean;
  mongo: string;
  /** `.arcube` of the project. */
  home: string;
  keepState: boolean;
  fresh: boolean;
  /** Snapshot to begin with. */
  fromSnapshot?: string;
  seed?: string;
  /** Given to every function, over the template's. */
  environment: Record<string, string>;
  watch: boolean;
  /** Names or logical ids of functions that a debugger may attach to, or all. */
  inspect: boolean | readonly string[];
  enforceIam: boolean;
  databaseUsers: boolean;
}

const USUAL_PORTS = { api: 3000, aws: 4566, mongo: 0, control: 0 };

/** Decides the settings. Throws PROJECT_INVALID when `arcube.yaml` has faults, TEMPLATE_MISSING without a template. */
export async function decideSettings(options: EmulatorOptions): Promise<Settings> {
  const projectDir = resolve(options.projectDir ?? '.');
  const project = await readProjectFile(join(projectDir, 'arcube.yaml'));
  const ports = { ...USUAL_PORTS, ...project.ports };
  const seed = options.seed ?? project.seed;
  return {
    projectDir,
    stack: options.stack ?? 'template',
    template: templateOf(options.template, project.template, projectDir),
    parameters: { ...texts(project.parameters), ...options.parameters },
    stackName: project.stackName ?? 'arcube',
    ...(project.stage !== undefined && { stage: project.stage }),
    region: project.region ?? 'eu-central-1',
    accountId: project.accountId ?? '000000000000',
    accountThrottle: project.accountThrottle,
    tenantsDir: tenantsOf(project.tenants, projectDir),
    dataRegions: furtherRegions(project, options),
    host: options.host ?? project.host ?? '127.0.0.1',
    ports: {
      api: options.port ?? ports.api,
      aws: options.awsPort ?? ports.aws,
      mongo: options.mongoPort ?? ports.mongo,
      control: options.controlPort ?? ports.control,
    },
    strictPort: options.strictPort ?? false,
    mongo: options.mongo ?? project.mongo ?? 'embedded',
    home: resolve(projectDir, project.state ?? '.arcube'),
    keepState: options.state !== 'none' && options.fromSnapshot === undefined,
    ...(options.fromSnapshot !== undefined && { fromSnapshot: resolve(options.fromSnapshot) }),
    fresh: options.fresh ?? false,
    ...(seed !== undefined && { seed: String(seed) }),
    environment: texts(project.environment),
    ...switchesOf(options),
  };
}

function switchesOf({
  watch = false,
  inspect = false,
  enforceIam = false,
  databaseUsers = false,
}: EmulatorOptions) {
  return { watch, inspect, enforceIam, databaseUsers };
}

async function readProjectFile(file: string): Promise<Partial<ProjectConfig>> {
  if (!existsSync(file)) return {};
  const { readProject } = await import('../src/core/config/project.js');
  const { value, diagnostics } = readProject(file);
  if (value) return value;
  throw userError('PROJECT_INVALID', { file, diagnostics });
}

function templateOf(option: string | undefined, configured: string | undefined, projectDir: string): string {
  if (option !== undefined) return existing(resolve(option));
  if (configured !== undefined) return existing(resolve(projectDir, configured));
  return join(packageRoot(), 'templates', 'ancillary', 'template.yaml');
}

function existing(file: string): string {
  if (existsSync(file)) return file;
  throw userError('TEMPLATE_MISSING', { file });
}

/** What is deployed to an empty account finds a cluster in each region that it may be deployed to. */
function furtherRegions(
  { dataRegions = [], stages = {} }: Partial<ProjectConfig>,
  { stack }: EmulatorOptions,
): readonly string[] {
  if (stack !== 'none') return dataRegions;
  const ofStages = Object.values(stages).flatMap(({ region, regions = [] }) => [
    ...(region === undefined ? [] : [region]),
    ...(Array.isArray(regions) ? regions : Object.keys(regions)),
  ]);
  return [...dataRegions, ...ofStages];
}

/** The project's tenants; a project without any gets the samples. */
function tenantsOf(configured: string | undefined, projectDir: string): string {
  const own = resolve(projectDir, configured ?? 'tenants');
  return configured !== undefined || existsSync(own) ? own : join(packageRoot(), 'templates', 'tenant');
}

function texts(values: Record<string, string | number | boolean> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
