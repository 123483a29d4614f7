/** JSON text of a string. */
export const quote: (text: string) => string = JSON.stringify;

/** JSON text of a string, or `null`. */
export function quoteOrNull(text: string | undefined | null): string {
  return text === undefined || text === null ? 'null' : quote(text);
}

/** Name-value pairs as the two objects of a proxy event: the last value each, and all values each (§1.1). */
export function pairObjects(
  names: readonly string[],
  values: readonly string[],
): { single: string; multi: string } {
  let single = '';
  let multi = '';
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    const first = names.indexOf(name);
    if (first < i) continue;
    const all = valuesOf(names, values, name, i);
    const key = `${i === 0 ? '' : ','}${quote(name)}:`;
    single += key + quote(all[all.length - 1] as string);
    multi += `${key}[${all.length === 1 ? quote(all[0] as string) : all.map(quote).join(',')}]`;
  }
  return { single: `{${single}}`, multi: `{${multi}}` };
}

function valuesOf(names: readonly string[], values: readonly string[], name: string, from: number): string[] {
  const all = [values[from] as string];
  for (let i = names.indexOf(name, from + 1); i >= 0; i = names.indexOf(name, i + 1))
    all.push(values[i] as string);
  return all;
}
