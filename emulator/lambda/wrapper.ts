/**
 * A bundle becomes a function that each environment calls with its own module, process, timers, … It is made once, before the text
 * goes to the threads: a text of megabytes that is put together in a thread lies there twice.
 */

/** Names that each environment has of its own; they come before the globals of the same name. */
export const PARAMETERS = [
  ...[
    'exports',
    'require',
    'module',
    '__filename',
    '__dirname',
    'process',
    'console',
    'globalThis',
    'global',
  ],
  ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate'],
] as const;

/** The function's source. V8 is told that it begins one line above the bundle. */
export function wrapBundle(code: string, format: 'cjs' | 'esm'): string {
  const head = `(${format === 'esm' ? 'async ' : ''}function (${PARAMETERS.join(', ')}) {\n`;
  const body = format === 'esm' ? moduleToBody(code) : code.replace(/^#!.*/, '');
  return `${head}${body}\n})`;
}

/**
 * Makes the body of an async function from an ES module as the bundler writes it: two lines of `require` in front (kept
 * blank, so that line numbers stay), one export clause at the end.
 */
function moduleToBody(code: string): string {
  const lines = code.split('\n');
  const start = lines.findIndex((line) => line.startsWith('const require = __createRequire('));
  for (let at = 0; at <= start; at++) if (/__createRequire/.test(lines[at] ?? '')) lines[at] = '';
  const text = lines.map(importToRequire).join('\n');
  return text.replace(
    /\nexport \{([^}]*)\};\s*$/,
    (_all, names: string) => `\nreturn {${exportsOf(names)}};\n`,
  );
}

function exportsOf(clause: string): string {
  const names = clause.split(',').map((name) => name.trim());
  const pairs = names.filter(Boolean).map((name) => name.split(' as ').map((part) => part.trim()));
  return pairs.map(([local, shown = local]) => `${JSON.stringify(shown)}: ${local}`).join(', ');
}

/** `import x, { a as b } from "node:y"` and its kin, each on a line of its own, for Node's modules only. */
function importToRequire(line: string): string {
  const bare = /^import "([^"]+)";$/.exec(line);
  if (bare) return `require(${JSON.stringify(bare[1])});`;
  const found = /^import (.+) from "([^"]+)";$/.exec(line);
  if (!found) return line;
  const source = `require(${JSON.stringify(found[2])})`;
  const clauses = (found[1] ?? '').split(/,\s*(?=[{*])/);
  return clauses.map((clause) => binding(clause, source)).join(' ');
}

function binding(clause: string, source: string): string {
  if (clause.startsWith('* as ')) return `const ${clause.slice(5)} = ${source};`;
  if (clause.startsWith('{')) return `const ${clause.replaceAll(' as ', ': ')} = ${source};`;
  return `const ${clause} = ${source};`;
}
