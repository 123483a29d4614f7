import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LambdaLab, lambdaLab } from '../../helpers/lambda.js';

/** Longer than a function without anything to wait for is left alone. */
const LONG = 400;

let lab: LambdaLab;
beforeAll(async () => {
  lab = await lambdaLab({
    promises: `import { setTimeout as wait } from 'node:timers/promises';
      export const handler = async () => wait(${LONG}, 'waited');`,
    promisified: `import { promisify } from 'node:util';
      export const handler = async () => { await promisify(setTimeout)(${LONG}); return 'waited'; };`,
    interval: `import { setInterval } from 'node:timers/promises';
      export const handler = async () => { let n = 0; for await (const word of setInterval(${LONG / 2}, 'tick')) if (++n === 2) return word; };`,
    aborted: `import { setTimeout as wait } from 'node:timers/promises';
      export const handler = async () => wait(60000, 0, { signal: AbortSignal.timeout(5) }).catch(({ name, code }) => [name, code]);`,
    idle: `import { setTimeout as wait } from 'node:timers/promises';
      export const handler = async () => wait(60000, 0, { ref: false });`,
  });
});
afterAll(() => lab?.[Symbol.asyncDispose]());

it.each([
  ['promises', 'waited'],
  ['promisified', 'waited'],
  ['interval', 'tick'],
  ['aborted', ['AbortError', 'ABORT_ERR']],
])('a wait by %s is waited for', async (name, value) => {
  expect((await lab.call(name)).value).toEqual(value);
});

it('a wait that keeps no process alive is not', async () => {
  expect((await lab.call('idle')).value).toMatchObject({ errorType: 'Runtime.NodeJsExit' });
});
