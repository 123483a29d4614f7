import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../../core/atomic-file.js';
import { readTemplateText } from '../../../core/stack/files.js';
import { Report } from '../../../core/stack/report.js';
import { sha256 } from '../package/archive-store.js';
import { pruneFolder } from '../package/prune-folder.js';
import type { Synthesised } from '../synth/synthesise.js';
import { asDict, type Dict } from './api-document.js';

/**
 * A template that is deployed, read. Reading YAML takes longer than all else in a plan, so what was read is kept in
 * `folder` under the text's hash; the project's own template need not be read again at all.
 */
export async function deployedTemplate(
  text: string,
  made: Pick<Synthesised, 'text' | 'template'>,
  folder: string,
): Promise<Dict> {
  if (text === made.text) return made.template;
  const name = `${sha256(text)}.json`;
  const kept = await readFile(join(folder, name), 'utf8').catch(() => undefined);
  if (kept !== undefined) return JSON.parse(kept) as Dict;
  const template = asDict(readTemplateText(text, 'deployed', new Report()));
  await writeFileAtomically(join(folder, name), JSON.stringify(template));
  await pruneFolder(folder, new Set([name]));
  return template;
}
