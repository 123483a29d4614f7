import type { RestApi } from './model.js';
import type { At, Report } from './report.js';

const PART = /^(\{[a-zA-Z0-9._-]+\+?\}|[a-zA-Z0-9._:,~$*@+%=!-]+)$/;

/** A path and where it was written. */
export interface DeclaredPath {
  path: string;
  at: At;
}

interface Level {
  children: Map<string, Level>;
  /** The variable part on this level, if there is one. */
  variable?: string;
}

/**
 * Checks a REST API's tree of resources as API Gateway does: legal parts, one path variable a level, a greedy one
 * last, and no path twice.
 */
export function checkPaths(declared: DeclaredPath[], report: Report): void {
  const root: Level = { children: new Map() };
  const seen = new Set<string>();
  for (const { path, at } of declared) {
    const normal = normalPath(path);
    if (seen.has(normal)) {
      const remedy = 'Keep one of the two; a trailing slash makes no difference.';
      report.error(
        { code: 'DUPLICATE_ROUTE', message: `The path \`${path}\` is declared twice.`, remedy },
        at,
      );
      continue;
    }
    seen.add(normal);
    if (!path.startsWith('/')) {
      const remedy = `Write \`/${path}\`.`;
      report.error(
        { code: 'BAD_PATH', message: `The path \`${path}\` does not begin with a slash.`, remedy },
        at,
      );
      continue;
    }
    walk(root, normal, at, report);
  }
}

/** Without the trailing slash. */
export function normalPath(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function isLegalPart(part: string, last: boolean, path: string, at: At, report: Report): boolean {
  if (!PART.test(part)) {
    const remedy =
      'A part is either plain text (letters, digits, `-._:`) or wholly a variable such as `{id}`.';
    const message = `\`${part}\` in \`${path}\` is no legal path part.`;
    report.error({ code: 'BAD_PATH', message, remedy }, at);
    return false;
  }
  if (last || !part.endsWith('+}')) return true;
  const remedy = 'A greedy variable takes the rest of the path: end the path there.';
  const message = `\`${part}\` is not the last part of \`${path}\`.`;
  report.error({ code: 'GREEDY_NOT_LAST', message, remedy }, at);
  return false;
}

function walk(root: Level, path: string, at: At, report: Report): void {
  if (path === '/') return;
  let level = root;
  const parts = path.slice(1).split('/');
  for (const [index, part] of parts.entries()) {
    if (!isLegalPart(part, index === parts.length - 1, path, at, report)) return;
    if (part.startsWith('{') && !checkVariable(level, part, path, at, report)) return;
    let next = level.children.get(part);
    if (!next) {
      next = { children: new Map() };
      level.children.set(part, next);
    }
    level = next;
  }
}

function checkVariable(level: Level, part: string, path: string, at: At, report: Report): boolean {
  const other = level.variable;
  level.variable ??= part;
  if (other === undefined || other === part) return true;
  report.error(
    {
      code: 'CONFLICTING_PATH_VARIABLE',
      message: `\`${part}\` in \`${path}\` stands beside \`${other}\`: API Gateway allows one path variable a level.`,
      remedy: `Use \`${other}\` here too.`,
    },
    at,
  );
  return false;
}

/** Reports methods declared twice, by two sources (a body and resources, say). */
export function checkMethods(api: RestApi, ats: Map<object, At>, report: Report): void {
  const seen = new Set<string>();
  for (const method of api.methods) {
    const route = `${method.httpMethod} ${method.resourcePath}`;
    if (seen.has(route))
      report.error(
        { code: 'DUPLICATE_ROUTE', message: `${route} is declared twice.`, remedy: 'Keep one of the two.' },
        ats.get(method) ?? { holder: undefined },
      );
    seen.add(route);
  }
}
