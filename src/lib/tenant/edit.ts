import { readFileSync } from 'node:fs';
import { type Document, isCollection, parse, parseDocument } from 'yaml';
import { writeFileAtomically } from '../../core/atomic-file.js';
import { checkTenant, type TenantConfig } from '../../core/config/tenant.js';
import { TenantConflicts } from '../../core/config/tenant-conflicts.js';
import { userError } from '../../core/errors.js';
import type { TenantFile } from './folder.js';

/** A change of one value; without a value it is taken out. */
export interface Edit {
  path: (string | number)[];
  value?: unknown;
}

/** Reads `categories.ESIMS.markup=25` or `clients[0].enabled=false`; the value is YAML. Throws BAD_COMMAND_LINE. */
export function parseEdit(text: string): Edit {
  const at = text.indexOf('=');
  if (at <= 0) throw userError('BAD_COMMAND_LINE', { what: `\`${text}\` is no PATH=VALUE.` });
  const path = parsePath(text.slice(0, at));
  try {
    return { path, value: parse(text.slice(at + 1)) as unknown };
  } catch {
    throw userError('BAD_COMMAND_LINE', { what: `The value of \`${text.slice(0, at)}\` is not valid YAML.` });
  }
}

/** `clients[0].id` or `clients.0.id` as steps. */
export function parsePath(text: string): (string | number)[] {
  const steps = text.replace(/\[(\d+)\]/g, '.$1').split('.');
  if (steps.some((step) => step === ''))
    throw userError('BAD_COMMAND_LINE', { what: `\`${text}\` is no path such as categories.ESIMS.markup.` });
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/**
 * Changes values of a tenant's file, whose comments and order stay, and checks the outcome before anything is written.
 * The file is replaced in one step; ids that one of `others` has are faults, too. Throws TENANT_EDIT_INVALID with every
 * fault, and NO_SUCH_SETTING for a path through what is no map or list.
 */
export async function editTenant(
  file: string,
  edits: readonly Edit[],
  others: readonly TenantFile[] = [],
): Promise<TenantConfig> {
  const text = editText(file, edits);
  const { value, diagnostics } = checkTenant(file, text);
  const conflicts = new TenantConflicts();
  for (const other of others) if (other.file !== file) conflicts.add(other.file, other.tenant);
  const conflict = value && conflicts.add(file, value);
  if (!value || conflict)
    throw userError('TENANT_EDIT_INVALID', { file, diagnostics: conflict ? [conflict] : diagnostics });
  await writeFileAtomically(file, text, 0o644);
  return value;
}

function editText(file: string, edits: readonly Edit[]): string {
  const text = readFileSync(file, 'utf8');
  const document = parseDocument(text);
  for (const { path, value } of edits) {
    if (isThroughValue(document, path)) throw userError('NO_SUCH_SETTING', { file, path: path.join('.') });
    if (value === undefined) {
      if (document.hasIn(path)) document.deleteIn(path);
    } else document.setIn(path, document.createNode(value, { flow: isFlow(value) }));
  }
  return likeBefore(text, document.toString({ lineWidth: 0 }));
}

/** True for a path that leads on from a text or a number. */
function isThroughValue(document: Document, path: readonly (string | number)[]): boolean {
  return path.slice(1).some((_step, index) => {
    const value = document.getIn(path.slice(0, index + 1), true);
    return value !== undefined && !isCollection(value);
  });
}

/** The writer has one way to space brackets: lines in which nothing else changed stay as they were. */
function likeBefore(before: string, after: string): string {
  const known = new Map(before.split('\n').map((line) => [squeezed(line), line]));
  const lines = after.split('\n').map((line) => known.get(squeezed(line)) ?? tidy(line));
  return lines.join('\n');
}

function squeezed(line: string): string {
  const [indent = ''] = /^ */.exec(line) ?? [];
  return indent + line.replace(/\s+/g, '');
}

function tidy(line: string): string {
  return /['"#]/.test(line) ? line : line.replace(/\[ (.*?) \]/g, '[$1]');
}

/** Short lists stand in one line, as in the scaffolds. */
function isFlow(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one !== 'object');
}
