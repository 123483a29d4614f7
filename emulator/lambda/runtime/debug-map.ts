import { readFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

interface SourceMapJson {
  sources: string[];
  sourcesContent?: (string | null)[];
}

/**
 * A bundle's source map as a debugger wants it: sources by absolute URL, with the text of the function's own. Answers a data URL.
 * @param file the handler's source file
 */
export function debugMap(sourceMap: Uint8Array, file: string): string {
  const map = JSON.parse(Buffer.from(sourceMap).toString('utf8')) as SourceMapJson;
  const paths = map.sources.map((source) => resolve(dirname(file), source));
  map.sources = paths.map((path) => pathToFileURL(path).href);
  map.sourcesContent = paths.map((path) => (path.includes(`${sep}node_modules${sep}`) ? null : read(path)));
  return `data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
