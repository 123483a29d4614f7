import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MUTATIONS } from '../mutations/mutations.js';
import { runMutation } from '../mutations/run-mutation.js';

it.each(MUTATIONS)('the platform has the place of: $name', ({ file, from }) => {
  const path = `templates/ancillary/functions/${file}`;
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8').split(from).length).toBe(2);
});

it.each([
  ['orders take any price', 'wrong-price'],
  ['orders are found whoever’s they are', 'cannot be seen or cancelled'],
])(
  '%s: the shipped suites notice',
  async (name, grep) => {
    const mutation = MUTATIONS.find((one) => one.name === name);
    expect(mutation).toBeDefined();
    expect(await runMutation(mutation, { grep })).toMatchObject({ exitCode: 1 });
  },
  60_000,
);
