import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import type { Diagnostic } from '../core/diagnostics.js';
import { readYaml } from '../core/document/read-yaml.js';
import { SourceFile } from '../core/document/source.js';

/** Turns `import document from './openapi.yaml'` into a module with the document as plain data. */
export const documentPlugin: Plugin = {
  name: 'documents',
  setup(build) {
    build.onLoad({ filter: /\.ya?ml$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const source = new SourceFile(path, text);
      // asked for as the stack's loader does, which has mostly just read the same file
      const { value, diagnostics } = readYaml(source, { onTag: () => undefined });
      const faults = diagnostics.filter(({ code }) => code !== 'UNKNOWN_TAG'); // its value is plain data all the same
      if (faults.length > 0) return { errors: faults.map((fault) => messageOf(fault, text)) };
      return { contents: JSON.stringify(value ?? null), loader: 'json' };
    });
  },
};

/** A fault as esbuild tells it, at its line. */
export function messageOf({ message, place, remedy }: Diagnostic, source: string) {
  const { file, line, column } = place ?? { file: '', line: 1, column: 1 };
  const lineText = source.split('\n')[line - 1] ?? '';
  return { text: message, location: { file, line, column: column - 1, lineText }, notes: [{ text: remedy }] };
}
