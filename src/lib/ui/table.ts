import { stripVTControlCharacters } from 'node:util';

/** Rows in aligned columns; colours do not count as width. */
export function columns(rows: readonly (readonly string[])[], gap = 2, indent = ''): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, width(cell));
  const lines = rows.map((row) => {
    const cells = row.map((cell, index) =>
      index === row.length - 1 ? cell : cell + ' '.repeat((widths[index] ?? 0) - width(cell) + gap),
    );
    return indent + cells.join('');
  });
  return lines.join('\n');
}

function width(text: string): number {
  return stripVTControlCharacters(text).length;
}
