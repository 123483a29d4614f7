import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ProjectConfig } from '../../core/config/project.js';
import { readProject } from '../../core/config/project.js';
import { userError } from '../../core/errors.js';
import { packageRoot } from '../../core/package-root.js';
import { loadStack } from '../../core/stack/load.js';
import type { StackModel } from '../../core/stack/model.js';

/** `arcube.yaml` of a project, or nothing where there is none. Throws PROJECT_INVALID. */
export function projectConfig(projectDir: string): Partial<ProjectConfig> {
  const file = join(projectDir, 'arcube.yaml');
  if (!existsSync(file)) return {};
  const { value, diagnostics } = readProject(file);
  if (value) return value;
  throw userError('PROJECT_INVALID', { file, diagnostics });
}

/** The project's template, or the shipped one. */
export function templateFile(projectDir: string, { template }: Partial<ProjectConfig>): string {
  return template === undefined
    ? join(packageRoot(), 'templates', 'ancillary', 'template.yaml')
    : resolve(projectDir, template);
}

/** The project's stack, or the shipped one, resolved for an account and a region. Throws STACK_INVALID. */
export function projectStack(
  projectDir: string,
  where: { accountId: string; region: string; stackName: string; stage: string },
): StackModel {
  const config = projectConfig(projectDir);
  const { parameters = {} } = config;
  const file = templateFile(projectDir, config);
  const values = Object.entries(parameters).map(([name, value]) => [name, String(value)]);
  const { stack, diagnostics } = loadStack({ file, ...where, parameters: Object.fromEntries(values) });
  if (stack) return stack;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  throw userError('STACK_INVALID', { file, diagnostics: errors });
}
