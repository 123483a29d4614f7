import type { WafRequest } from '../request.js';
import type { Match } from '../scope.js';

/** One rule of a managed group; all of them block unless the ACL overrides it. */
export interface ManagedRule {
  name: string;
  /** The last part of its label, where that is not the name with its component in mixed case. */
  label?: string;
  matches: Match;
}

/** A rule that matches where a part of the request has a text that fits. */
export function rule(
  name: string,
  read: (request: WafRequest) => Iterable<string>,
  test: (text: string) => boolean,
): ManagedRule {
  const matches = (request: WafRequest): boolean => {
    for (const text of read(request)) if (test(text)) return true;
    return false;
  };
  return { name, matches };
}

const COMPONENTS: Readonly<Record<string, string>> = {
  BODY: 'Body',
  COOKIE: 'Cookie',
  HEADER: 'Header',
  METHOD: 'Method',
  QUERYARGUMENTS: 'QueryArguments',
  QUERYSTRING: 'QueryString',
  URIPATH: 'URIPath',
};

/** The last part of a rule's label: `SQLi_BODY` labels as `SQLi_Body`. As AWS's guide lists them beside the names. */
export function labelOf({ name, label }: ManagedRule): string {
  return label ?? name.replace(/[A-Z]+$/, (component) => COMPONENTS[component] ?? component);
}
