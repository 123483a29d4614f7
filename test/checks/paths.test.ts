import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ROOMS = ['src', 'emulator', 'templates', 'test'];

/** The project's own documents, from its root on. */
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...ROOMS.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('README.md') && !name.includes('node_modules'))
      .map((name) => join(room, name)),
  ),
];

/** Places of the project that a document names: `src/core/stack/`, `emulator/compose.ts`. */
function namedIn(document: string): string[] {
  const text = readFileSync(join(root, document), 'utf8');
  const named = [...text.matchAll(/`((?:src|emulator|templates|test|scripts|bin|\.ci)\/[\w./-]*)`/g)];
  const linked = [...text.matchAll(/\]\(([\w./-]+)\)/g)].map(([, path]) =>
    join(dirname(document), path ?? ''),
  );
  return [...named.map(([, path]) => path ?? ''), ...linked];
}

it.each(documents)('%s names no file or folder that is not there', (document) => {
  expect(namedIn(document).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
