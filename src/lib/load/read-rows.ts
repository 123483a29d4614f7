import { readFileSync } from 'node:fs';
import { userError } from '../../core/errors.js';

/**
 * Rows of data for journeys, `${data.name}` in a scenario: a CSV file whose first line has the names, or a JSON list of
 * objects. Throws LOAD_DATA.
 */
export async function readRows(file: string): Promise<Record<string, unknown>[]> {
  try {
    const text = readFileSync(file, 'utf8');
    const rows: unknown = file.endsWith('.json') ? JSON.parse(text) : await csv(text);
    if (!Array.isArray(rows) || rows.length === 0 || !rows.every(isRow))
      throw new Error('It must be a list of rows with names, at least one.');
    return rows;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw userError('LOAD_DATA', { file, why }, { cause: error });
  }
}

async function csv(text: string): Promise<unknown> {
  const { parse } = await import('csv-parse/sync');
  return parse(text, { columns: true, skip_empty_lines: true, trim: true, bom: true });
}

function isRow(row: unknown): row is Record<string, unknown> {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}
