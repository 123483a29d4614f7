import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { placeOf } from '../document/marks.js';
import { readYaml, type TagResolver } from '../document/read-yaml.js';
import { SourceFile } from '../document/source.js';
import type { At, Report } from './report.js';
import { resolveShortForm } from './tags.js';

/** Which short forms a file may use: templates all; included and imported files none, as on AWS. */
export type Dialect = 'template' | 'include' | 'openapi';

/** A path of the user's, relative to the file it is written in. */
export function pathFrom(at: At, fallback: string, path: string): string {
  const from = placeOf(at.holder, at.key)?.file ?? fallback;
  return isAbsolute(path) ? path : resolve(dirname(from), path);
}

/** Reads a document into plain values with places; faults go to the report. Undefined when it could not be read. */
export function readDocument(path: string, dialect: Dialect, report: Report, at: At): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const fault = {
      code: 'FILE_MISSING',
      message: code === 'ENOENT' ? `There is no file ${path}.` : `The file ${path} cannot be read (${code}).`,
      remedy: 'Correct the path: it is relative to the file it is written in.',
    };
    if (at.holder) report.error(fault, at);
    else report.take([{ severity: 'error', ...fault, place: { file: path, line: 1, column: 1 } }]);
    return undefined;
  }
  const source = new SourceFile(path, text);
  const tags: TagResolver | undefined = dialect === 'openapi' ? undefined : resolveShortForm;
  const { value, diagnostics } = readYaml(source, {
    ...(tags && { tags }),
    ...(dialect === 'include' && { onTag: shortFormInInclude(source, report) }),
  });
  report.take(diagnostics);
  return value;
}

/**
 * Reads a template that was sent as text: JSON or YAML, short forms made long. `name` stands for the file in messages.
 * Undefined when it could not be read.
 */
export function readTemplateText(text: string, name: string, report: Report): unknown {
  if (text.trimStart().startsWith('{')) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // flow-style YAML begins like JSON: the other reader knows, and tells where it is broken
    }
  }
  const { value, diagnostics } = readYaml(new SourceFile(name, text), {
    tags: resolveShortForm,
    keep: false,
  });
  report.take(diagnostics);
  return value;
}

/** AWS::Include does not know the YAML short forms ("use the full function name form"). */
function shortFormInInclude(source: SourceFile, report: Report): (tag: string, offset: number) => void {
  return (tag, offset) =>
    report.take([
      {
        severity: 'error',
        code: 'SHORT_FORM_IN_INCLUDE',
        message: `\`${tag}\` stands in an included file, where AWS::Include accepts only the long form.`,
        remedy: `Write \`${tag === '!Ref' ? 'Ref' : `Fn::${tag.slice(1)}`}:\` as a key instead.`,
        place: source.place(offset),
      },
    ]);
}
