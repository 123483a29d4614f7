import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../../core/atomic-file.js';
import { sha256 } from '../package/archive-store.js';
import { pruneFolder } from '../package/prune-folder.js';

/** Raise it when the same template is written in another way. */
const FORMAT = 1;

/**
 * A template as YAML, kept in `folder` by its content: writing YAML takes longer than all else when nothing changed.
 * CloudFormation reads YAML 1.1, where `on`, `012` and `1:30` are text in quotes only.
 */
export async function templateText(template: Record<string, unknown>, folder: string): Promise<string> {
  const name = `${sha256(JSON.stringify([FORMAT, template])).slice(0, 32)}.yaml`;
  const kept = await readFile(join(folder, name), 'utf8').catch(() => '');
  // the first line is the text's own hash: a file that was cut, or changed by hand, is written again
  const end = kept.indexOf('\n');
  if (end > 0 && kept.slice(0, end) === `# ${sha256(kept.slice(end + 1))}`) return kept.slice(end + 1);
  const { stringify } = await import('yaml');
  const text = stringify(template, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
  await writeFileAtomically(join(folder, name), `# ${sha256(text)}\n${text}`);
  await pruneFolder(folder, new Set([name]));
  return text;
}
