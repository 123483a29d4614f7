import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../../core/atomic-file.js';
import { licenceList } from './report.js';
import type { Synthesised } from './synthesise.js';

/**
 * Writes everything into a folder: `template.yaml`, `parameters.json`, each archive at its key with its source map beside,
 * and `licences.txt`. Files of other names are left alone.
 */
export async function writeSynthesised(folder: string, made: Synthesised): Promise<void> {
  const write = (name: string, text: string) => writeFileAtomically(join(folder, name), text, 0o644);
  await mkdir(join(folder, 'functions'), { recursive: true });
  await Promise.all([
    write('template.yaml', made.text),
    write('parameters.json', `${JSON.stringify(made.parameters, null, 2)}\n`),
    write('licences.txt', `${licenceList(made.functions)}\n`),
    ...made.functions.map(async ({ file, key, sourceMap }) => {
      await copyFile(file, join(folder, key));
      if (sourceMap !== undefined) await copyFile(sourceMap, join(folder, `${key}.map`));
    }),
  ]);
}
