import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { shellWords } from '../../../src/lib/ui/shell-words.js';

it('a shell makes the same words of them', () => {
  const words = [
    '--stage',
    'prod',
    "it's mine",
    '$HOME',
    '',
    'a;b',
    'EU=https://eu.api.example',
    '"x"',
    '`id`',
  ];
  const script = `for word in ${shellWords(words)}; do printf '%s\\n' "$word"; done`;
  expect(execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' })).toBe(`${words.join('\n')}\n`);
});
