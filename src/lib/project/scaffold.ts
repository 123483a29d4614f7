import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '../../core/atomic-file.js';
import { checkTenant } from '../../core/config/tenant.js';
import { userError } from '../../core/errors.js';
import { packageRoot } from '../../core/package-root.js';
import { putSchemas } from './schemas.js';
import { tenantYaml } from './tenant-yaml.js';

/** What a new project needs to be told. */
export interface ScaffoldAnswers {
  /** Tenant id, kebab case. */
  tenant: string;
  /** Name that passengers see. */
  name: string;
  /** AWS region of the tenant's passenger data. */
  region: string;
  /** ISO 4217. */
  currency: string;
  /** Host of the booking site. */
  domain: string;
}

export interface ScaffoldedFile {
  /** Relative to the project. */
  path: string;
  outcome: 'written' | 'kept';
}

/** Writes a project. Files that are there are kept unless `force`. Throws TENANT_INVALID for answers that cannot be. */
export async function scaffold(
  folder: string,
  answers: ScaffoldAnswers,
  force: boolean,
): Promise<ScaffoldedFile[]> {
  const tenantPath = join('tenants', `${answers.tenant}.yaml`);
  const tenantText = tenantYaml(answers);
  const { diagnostics } = checkTenant(join(folder, tenantPath), tenantText);
  if (diagnostics.some(({ severity }) => severity === 'error'))
    throw userError('TENANT_INVALID', { diagnostics });
  const files: [path: string, text: string][] = [
    ['arcube.yaml', projectYaml(answers)],
    [tenantPath, tenantText],
    ['slo.yaml', shipped('slo.yaml')],
    ...['scenarios/first-order.yaml', 'scenarios/offers-expire.yaml'].map((path): [string, string] => [
      path,
      shipped(path),
    ]),
  ];
  const outcomes: ScaffoldedFile[] = [];
  for (const [path, text] of files) outcomes.push(await write(folder, path, text, force));
  await putSchemas(folder);
  const ignored = await ignoreState(folder);
  return ignored ? [...outcomes, ignored] : outcomes;
}

function shipped(path: string): string {
  return readFileSync(join(packageRoot(), 'templates', 'project', path), 'utf8');
}

async function write(folder: string, path: string, text: string, force: boolean): Promise<ScaffoldedFile> {
  if (!force && existsSync(join(folder, path))) return { path, outcome: 'kept' };
  await writeFileAtomically(join(folder, path), text, 0o644);
  return { path, outcome: 'written' };
}

/** `.arcube/` holds state and keys: it must not be committed. Undefined when it is ignored already. */
async function ignoreState(folder: string): Promise<ScaffoldedFile | undefined> {
  const file = join(folder, '.gitignore');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (/^\/?\.arcube\/?$/m.test(text)) return undefined;
  const separator = text === '' || text.endsWith('\n') ? '' : '\n';
  await writeFileAtomically(file, `${text}${separator}.arcube/\n`, 0o644);
  return { path: '.gitignore', outcome: 'written' };
}

function projectYaml({ region }: ScaffoldAnswers): string {
  return `# The project, as \`arcube\` reads it. Everything left out has a default; the shipped ancillary stack is run.
stackName: ancillary
region: ${JSON.stringify(region)}
tenants: tenants

# What the stages on AWS have of their own (\`arcube synth\` shows it). Left out, a stage is a stack of its own in the
# project's region, and takes a new version of a function at once (dev) or by a canary of five minutes (staging, prod).
# stages:
#   prod:
#     regions: [${region}, ${region === 'us-east-1' ? 'eu-west-1' : 'us-east-1'}] # in this order; the first failure stops
#     parameters:
#       DeploymentConfig: Canary10Percent15Minutes
#       LogRetention: 365
#       AlarmTopicArn: arn:aws:sns:${region}:123456789012:on-call
`;
}
