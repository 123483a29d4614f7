/**
 * Whether whatever `inner` matches, `outer` matches too; both have `*` (any run) and `?` (any one character). `inner` is
 * read as a text in which `*` is a character that only `*` of `outer` can take: that never says yes wrongly.
 */
export function covers(outer: string, inner: string): boolean {
  if (outer === inner || /^\*+$/.test(outer)) return true;
  // what a policy variable stands for has any length: no `?` can be held against it
  if (inner.includes('${') && outer.includes('?')) return false;
  let row = [true, ...Array<boolean>(inner.length).fill(false)];
  for (const wanted of outer) {
    const next = [wanted === '*' && row[0] === true];
    for (let at = 1; at <= inner.length; at++) {
      const char = inner[at - 1];
      const one = wanted === '?' ? char !== '*' : wanted === char;
      next.push(wanted === '*' ? row[at] === true || next[at - 1] === true : one && row[at - 1] === true);
    }
    row = next;
  }
  return row[inner.length] === true;
}

/** Whether some text is matched by both patterns. A policy variable may stand for anything. */
export function overlap(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => text.replace(/\$\{[^}]*\}/g, '*').split('')) as [
    string[],
    string[],
  ];
  const known = new Map<number, boolean>();
  const meet = (i: number, j: number): boolean => {
    const [a, b] = [left[i], right[j]];
    if (a === undefined && b === undefined) return true;
    const key = i * (right.length + 1) + j;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    // a `*` takes nothing more, or whatever the other pattern has next
    const fits =
      (a === '*' && (meet(i + 1, j) || (b !== undefined && meet(i, j + 1)))) ||
      (b === '*' && (meet(i, j + 1) || (a !== undefined && meet(i + 1, j)))) ||
      (a !== undefined && b !== undefined && (a === b || a === '?' || b === '?') && meet(i + 1, j + 1));
    known.set(key, fits);
    return fits;
  };
  return meet(0, 0);
}
