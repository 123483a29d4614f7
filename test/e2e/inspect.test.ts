import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from '../helpers/cli.js';
import { DebugClient } from '../helpers/debugger.js';
import { Dev, emptyProject } from '../helpers/dev.js';

const project = emptyProject();
afterAll(() => project.remove());

const HANDLER = `interface Event {
  path: string;
}

export const handler = async ({ path }: Event): Promise<object> => {
  const body = path.toUpperCase();
  return { statusCode: 200, body };
};
`;

/** The small stack with a folder of TypeScript, a second for the function and half of one for the gateway. */
function writeStack(): string {
  const text = readFileSync('test/fixtures/small-stack/template.yaml', 'utf8');
  const template = text
    .replace(/Code:\n {8}ZipFile: \|\n(?: {10}.*\n)+/, 'Code: echo\n      Timeout: 1\n')
    .replace('type: aws_proxy', 'type: aws_proxy\n                timeoutInMillis: 500');
  mkdirSync(join(project.folder, 'echo'));
  writeFileSync(join(project.folder, 'echo/index.ts'), HANDLER);
  writeFileSync(join(project.folder, 'template.yaml'), template);
  return join(project.folder, 'echo/index.ts');
}

test('a breakpoint in the .ts holds a request past every time limit, and it is answered', async () => {
  const file = writeStack();
  const dev = await Dev.start(project.folder, '-t', join(project.folder, 'template.yaml'), '--inspect');
  const told = () => dev.lines.find(({ event }) => event === 'inspector');
  await dev.until(() => told() !== undefined);
  const client = await DebugClient.connect(String(told()?.url));
  await expect.poll(() => client.scripts.length).toBe(1);
  await client.breakAt(file, 6);
  const answer = fetch(`${dev.ready.urls.api}/echo`);
  expect(client.placeOf(await client.paused())).toBe(`${file}:6`);
  await new Promise((resolve) => setTimeout(resolve, 1300));
  await client.ask('Debugger.resume');
  const { status } = await answer;
  expect([status, await (await answer).text()]).toEqual([200, '/ECHO']);
  client.close();
  expect(await dev.end()).toBe(0);
});

test('a function that is not there is named with those that are', async () => {
  const { code, stderr } = await runCli([
    'dev',
    '--inspect=nope',
    '--port',
    '0',
    '--project',
    project.folder,
  ]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/UNKNOWN_FUNCTION.*\n.*OrdersFunction/);
});
