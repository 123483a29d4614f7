import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { parse, YAMLParseError } from 'yaml';

/** Turns `import document from './openapi.yaml'` into a module with the document as plain data. */
export const documentPlugin: Plugin = {
  name: 'documents',
  setup(build) {
    build.onLoad({ filter: /\.ya?ml$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      try {
        return { contents: JSON.stringify(parse(text) ?? null), loader: 'json' };
      } catch (error) {
        if (!(error instanceof YAMLParseError)) throw error;
        return { errors: [{ text: error.message, location: locate(path, text, error) }] };
      }
    });
  },
};

function locate(file: string, text: string, error: YAMLParseError) {
  const [start] = error.linePos ?? [];
  const line = start?.line ?? 1;
  return { file, line, column: (start?.col ?? 1) - 1, lineText: text.split('\n')[line - 1] ?? '' };
}
