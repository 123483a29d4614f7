import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type LambdaLab, lambdaLab } from '../../helpers/lambda.js';

let lab: LambdaLab;
afterEach(() => lab?.[Symbol.asyncDispose]());

const answering = (text: string) =>
  `let n = 0; export const handler = async ({ wait = 0 }) => { n++; await new Promise((resolve) => setTimeout(resolve, wait)); return ${JSON.stringify(text)} + n; }`;

/** Waits until the function answers `text`. */
const untilAnswers = (name: string, text: string) =>
  expect
    .poll(async () => (await lab.call(name)).value, { interval: 5, timeout: 5000 })
    .toMatch(new RegExp(text));

describe('saving a handler', () => {
  it('puts the new code in force; events at work finish on the old', async () => {
    lab = await lambdaLab({ edit: answering('old') }, {}, { watch: true });
    expect((await lab.call('edit')).value).toBe('old1');
    const slow = lab.call('edit', { wait: 300 });
    await lab.write('edit/index.mjs', answering('new'));
    await untilAnswers('edit', '^new\\d');
    expect((await slow).value).toBe('old2');
    expect(lab.reloads).toMatchObject([{ what: 'function', name: 'edit', ok: true, diagnostics: [] }]);
    await expect.poll(() => lab.service.stats().environments).toBe(1);
  });

  it('reaches what the template’s aliases serve, a version that they were moved to since too', async () => {
    const aliases = [{ name: 'live', version: '1', additionalVersionWeights: {} }];
    lab = await lambdaLab({ edit: answering('old') }, { versions: ['1'], aliases }, { watch: true });
    expect((await lab.call('edit:live')).value).toBe('old1');
    const entry = lab.service.functions.registry.get('edit');
    const moved = entry && lab.service.functions.publish(entry);
    entry?.aliases.set('live', {
      ...aliases[0]!,
      version: moved?.version ?? '',
      description: '',
      revisionId: '',
    });
    await lab.write('edit/index.mjs', answering('new'));
    await untilAnswers('edit:live', '^new\\d');
    expect((await lab.call('edit:1')).value).toMatch(/^new/);
  });

  it('refuses no event while it is edited again and again, and loses no edit', async () => {
    lab = await lambdaLab({ edit: answering('v0-') }, {}, { watch: true });
    let stop = false;
    const seen: string[] = [];
    const load = (async () => {
      while (!stop) seen.push(String((await lab.call('edit')).value));
    })();
    for (let i = 1; i <= 15; i++) {
      await lab.write('edit/index.mjs', answering(`v${i}-`));
      await untilAnswers('edit', `^v${i}-`);
    }
    stop = true;
    await load;
    const versions = seen.map((text) => Number(/^v(\d+)-/.exec(text)?.[1]));
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  });

  it('shows a fault at once and goes on with the last good code', async () => {
    lab = await lambdaLab({ edit: answering('good') }, {}, { watch: true });
    await lab.call('edit');
    await lab.write('edit/index.mjs', 'export const handler = async () => {\n  return ) 1;\n}');
    await expect.poll(() => lab.reloads.length).toBe(1);
    expect(lab.reloads[0]).toMatchObject({
      ok: false,
      name: 'edit',
      diagnostics: [
        {
          severity: 'error',
          code: 'HANDLER_SYNTAX',
          message: 'Unexpected ")"',
          place: { file: join(lab.folder, 'edit/index.mjs'), line: 2, column: 10 },
          frame: expect.stringContaining('2 |   return ) 1;'),
        },
      ],
    });
    expect((await lab.call('edit')).value).toBe('good2');
    await lab.write('edit/index.mjs', answering('mended'));
    await untilAnswers('edit', '^mended');
  });

  it('follows imported files, files that appear, and editors that replace files', async () => {
    lab = await lambdaLab(
      {
        'edit/index.ts': "import { word } from './word.js'; export const handler = async () => word;",
        'edit/word.ts': "export const word = 'one';",
      },
      {},
      { watch: true },
    );
    expect((await lab.call('edit')).value).toBe('one');
    await writeFile(join(lab.folder, 'edit/word.ts~'), "export const word = 'two';");
    await rename(join(lab.folder, 'edit/word.ts~'), join(lab.folder, 'edit/word.ts'));
    await untilAnswers('edit', 'two');
    await lab.write(
      'edit/index.ts',
      "import { later } from './later.js'; export const handler = async () => later;",
    );
    await expect.poll(() => lab.reloads.at(-1)?.ok).toBe(false);
    await lab.write('edit/later.ts', "export const later = 'three';");
    await untilAnswers('edit', 'three');
  });

  it('repairs a function that could not be loaded at the start', async () => {
    lab = await lambdaLab({ edit: 'export const handler = (' }, {}, { watch: true });
    expect((await lab.call('edit')).value).toMatchObject({ errorType: 'Runtime.UserCodeSyntaxError' });
    await lab.write('edit/index.mjs', answering('fine'));
    await untilAnswers('edit', '^fine');
  });

  it('touches no other function', async () => {
    lab = await lambdaLab({ edit: answering('a'), other: answering('b') }, {}, { watch: true });
    await lab.call('other');
    await lab.write('edit/index.mjs', answering('c'));
    await untilAnswers('edit', '^c');
    expect((await lab.call('other')).value).toBe('b2');
  });
});
