import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { execa } from 'execa';
import { userError } from '../../../core/errors.js';

/** A project as it was at a commit, in a folder of its own. */
export interface EarlierTree {
  projectDir: string;
  commit: string;
  remove(): void;
}

/**
 * Takes a project's files out of git as they were at `ref`. Packages are those that are installed now. Undefined
 * without git, without a commit, or when the project was not there yet. Throws BAD_COMMAND_LINE for a commit that was
 * named and is not there.
 */
export async function earlierTree(
  projectDir: string,
  ref: string | undefined,
): Promise<EarlierTree | undefined> {
  const git = (...args: string[]) => execa('git', args, { cwd: projectDir, reject: false });
  const found = await git('rev-parse', '--verify', `${ref ?? 'HEAD'}^{commit}`);
  if (found.exitCode !== 0) {
    if (ref === undefined) return undefined;
    throw userError('BAD_COMMAND_LINE', { what: `There is no commit ${ref} here.` });
  }
  const top = (await git('rev-parse', '--show-toplevel')).stdout.trim();
  const folder = mkdtempSync(join(tmpdir(), 'arcube-earlier-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const commit = found.stdout.trim();
  const archive = join(folder, '.tree.tar');
  await execa('git', ['archive', '--format=tar', `--output=${archive}`, commit], { cwd: top });
  await execa('tar', ['-xf', archive, '-C', folder]);
  rmSync(archive);
  const at = join(folder, relative(top, projectDir));
  if (!existsSync(at)) {
    remove();
    return undefined;
  }
  linkPackages(top, projectDir, folder);
  return { projectDir: at, commit, remove };
}

/** Installed packages are not in git: wherever they lie from the project up to the repository's top, they are seen. */
function linkPackages(top: string, projectDir: string, folder: string): void {
  for (let at = projectDir; at.startsWith(top); at = dirname(at)) {
    const packages = join(at, 'node_modules');
    const link = join(folder, relative(top, at), 'node_modules');
    if (existsSync(packages) && !existsSync(link)) symlinkSync(packages, link);
    if (at === top) break;
  }
}
