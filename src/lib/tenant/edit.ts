import { readFileSync } from 'node:fs';
import { parse, parseDocument } from 'yaml';
import { writeFileAtomically } from '../../core/atomic-file.js';
import { checkTenant, type TenantConfig } from '../../core/config/tenant.js';
import { userError } from '../../core/errors.js';

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
 * The file is replaced in one step. Throws TENANT_EDIT_INVALID with every fault.
 */
export async function editTenant(file: string, edits: readonly Edit[]): Promise<TenantConfig> {
  const text = editText(readFileSync(file, 'utf8'), edits);
  const { value, diagnostics } = checkTenant(file, text);
  if (!value) throw userError('TENANT_EDIT_INVALID', { file, diagnostics });
  await writeFileAtomically(file, text, 0o644);
  return value;
}

function editText(text: string, edits: readonly Edit[]): string {
  const document = parseDocument(text);
  for (const { path, value } of edits) {
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, document.createNode(value, { flow: isFlow(value) }));
  }
  return likeBefore(text, document.toString({ lineWidth: 0 }));
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
