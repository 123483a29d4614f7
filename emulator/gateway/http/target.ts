/** A request target split in two, nothing decoded. */
export interface Target {
  path: string;
  /** Without the question mark; empty when there is none. */
  query: string;
}

const ABSOLUTE_FORM = /^https?:\/\/[^/?#]*/i;

/** Splits a request target in origin or absolute form; `undefined` for anything else (`*`, an authority). */
export function splitTarget(url: string): Target | undefined {
  let target = url;
  if (target.charCodeAt(0) !== 47) {
    const origin = ABSOLUTE_FORM.exec(target);
    if (origin === null) return undefined;
    target = target.slice(origin[0].length);
    if (target.charCodeAt(0) !== 47) target = `/${target}`;
  }
  const fragment = target.indexOf('#');
  if (fragment >= 0) target = target.slice(0, fragment);
  const mark = target.indexOf('?');
  if (mark < 0) return { path: target, query: '' };
  return { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** Several slashes at the start count as one (`//x` is `/x`); inner ones stay. */
export function collapseLeadingSlashes(path: string): string {
  let start = 0;
  while (path.charCodeAt(start + 1) === 47) start++;
  return start === 0 ? path : path.slice(start);
}
