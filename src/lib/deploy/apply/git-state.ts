import { execa } from 'execa';
import type { GitState } from './entries.js';

/** The commit of a project, and whether files differ from it; undefined without git, or outside of a repository. */
export async function gitState(projectDir: string): Promise<GitState | undefined> {
  const git = async (...args: string[]): Promise<string | undefined> => {
    const { exitCode, stdout } = await execa('git', args, { cwd: projectDir, reject: false });
    return exitCode === 0 ? stdout.trim() : undefined;
  };
  const commit = await git('rev-parse', 'HEAD');
  if (commit === undefined) return undefined;
  const [branch, changes] = await Promise.all([
    git('rev-parse', '--abbrev-ref', 'HEAD'),
    git('status', '--porcelain', '--', '.'),
  ]);
  return {
    commit,
    ...(branch !== undefined && branch !== 'HEAD' && { branch }),
    dirty: changes === undefined || changes !== '',
  };
}
