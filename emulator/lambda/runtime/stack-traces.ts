import { SourceMap } from 'node:module';
import { resolve } from 'node:path';

interface Source {
  /** JSON in UTF-8. */
  bytes: Uint8Array;
  folder: string;
  map?: SourceMap | undefined;
}

const sources = new Map<string, Source>();

/** Frames of the script `file` will be shown at their place in the original sources, which the map names from `folder`. */
export function registerSourceMap(file: string, bytes: Uint8Array, folder: string): void {
  if (bytes.length > 0) sources.set(file, { bytes, folder });
}

/** Makes stack traces of this thread point into the sources that were bundled. Maps are parsed when first needed. */
export function installStackTraces(): void {
  Error.prepareStackTrace = (error: Error, frames: NodeJS.CallSite[]) => {
    const lines = frames.map((frame) => `\n    at ${describe(frame)}`);
    return headOf(error) + lines.join('');
  };
}

function headOf(error: Error): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return '<error>';
  }
}

function describe(frame: NodeJS.CallSite): string {
  const text = String(frame);
  const file = frame.getFileName();
  const source = file ? sources.get(file) : undefined;
  const line = frame.getLineNumber();
  const column = frame.getColumnNumber();
  if (!source || !file || line === null || column === null) return text;
  source.map ??= new SourceMap(
    JSON.parse(Buffer.from(source.bytes).toString()) as ConstructorParameters<typeof SourceMap>[0],
  );
  const entry = source.map.findEntry(line - 1, column - 1);
  if (!('originalSource' in entry)) return text;
  const place = `${resolve(source.folder, entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  return text.replace(`${file}:${line}:${column}`, place);
}
