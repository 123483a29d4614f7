/** Finds what is registered for a path and a verb: static beats `{param}` beats `{proxy+}`, and the verb takes part (§1.3). */
export class RouteTree<T> {
  readonly #root = new Node<T>();

  /** Registers `target` under a template such as `/items/{id}` or `/{proxy+}`, for a verb or `ANY`. */
  add(template: string, verb: string, target: T): void {
    let node = this.#root;
    for (const segment of template.split('/')) {
      if (segment === '') continue;
      if (isGreedy(segment)) {
        node.greedy ??= new Map();
        node.greedy.set(verb, target);
        return;
      }
      node = segment.startsWith('{') ? node.parameter() : node.child(segment);
    }
    node.verbs.set(verb, target);
  }

  /** The match and the raw values of its parameters in order; one trailing slash makes no difference. */
  find(path: string, verb: string): { target: T; values: string[] } | undefined {
    const end = path.length > 1 && path.charCodeAt(path.length - 1) === 47 ? path.length - 1 : path.length;
    const values: string[] = [];
    const target = descend(this.#root, path, 1, end, verb, values);
    return target === undefined ? undefined : { target, values };
  }
}

class Node<T> {
  fixed: Map<string, Node<T>> | undefined;
  single: Node<T> | undefined;
  greedy: Map<string, T> | undefined;
  readonly verbs = new Map<string, T>();

  child(segment: string): Node<T> {
    this.fixed ??= new Map();
    let next = this.fixed.get(segment);
    if (next === undefined) {
      next = new Node();
      this.fixed.set(segment, next);
    }
    return next;
  }

  parameter(): Node<T> {
    this.single ??= new Node();
    return this.single;
  }
}

/** `from` is where the next segment starts, `end` where the path ends. */
function descend<T>(
  node: Node<T>,
  path: string,
  from: number,
  end: number,
  verb: string,
  values: string[],
): T | undefined {
  if (from > end || (from === end && from === 1)) return pick(node.verbs, verb);
  const slash = path.indexOf('/', from);
  const stop = slash < 0 || slash > end ? end : slash;
  if (stop > from) {
    const segment = path.slice(from, stop);
    const fixed = node.fixed?.get(segment);
    const found = fixed && descend(fixed, path, stop + 1, end, verb, values);
    if (found !== undefined) return found;
    if (node.single !== undefined) {
      values.push(segment);
      const target = descend(node.single, path, stop + 1, end, verb, values);
      if (target !== undefined) return target;
      values.pop();
    }
  }
  const target = from < end ? node.greedy && pick(node.greedy, verb) : undefined;
  if (target !== undefined) values.push(path.slice(from, end));
  return target;
}

/** The verbs `ANY` stands for. */
const ANY = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']);

function pick<T>(verbs: Map<string, T>, verb: string): T | undefined {
  return verbs.get(verb) ?? (ANY.has(verb) ? verbs.get('ANY') : undefined);
}

function isGreedy(segment: string): boolean {
  return segment.startsWith('{') && segment.endsWith('+}');
}

/** Names of a template's parameters in order, `+` left out. */
export function pathParameterNames(template: string): string[] {
  return [...template.matchAll(/\{([^}+]+)\+?\}/g)].map((match) => match[1] as string);
}
