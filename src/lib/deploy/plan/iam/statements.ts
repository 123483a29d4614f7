import { asDict, asList, type Dict } from '../api-document.js';

/** Values of `Action` or `Resource`, or what `NotAction` or `NotResource` leave over. */
export interface Element {
  values: string[];
  negated: boolean;
  /** The statement does not name it: that of a trust policy is the role itself. */
  implied?: boolean;
}

/** A condition of a statement: `operator` without `IfExists`. */
export interface Condition {
  operator: string;
  ifExists: boolean;
  /** In lower case. */
  key: string;
  values: string[];
}

/** A statement in a shape that can be compared. */
export interface Statement {
  effect: 'Allow' | 'Deny';
  actions: Element;
  resources: Element;
  /** `AWS:arn…`, `Service:…`; undefined in policies of identities, which have none. */
  principals: Element | undefined;
  conditions: Condition[];
  /** Policy variables count as such: policy version 2012-10-17. */
  variables: boolean;
}

/** The statements of a policy document, given as a map or as JSON. What cannot be read is kept as a text of its own. */
export function statementsOf(document: unknown): Statement[] {
  const policy = asDict(typeof document === 'string' ? parsed(document) : document);
  const variables = policy.Version === '2012-10-17';
  const { Statement: raw } = policy;
  return (Array.isArray(raw) ? raw : raw === undefined ? [] : [raw]).map((one) =>
    statementOf(asDict(one), variables),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function statementOf(raw: Dict, variables: boolean): Statement {
  return {
    effect: raw.Effect === 'Deny' ? 'Deny' : 'Allow',
    actions: elementOf(raw, 'Action'),
    resources: elementOf(raw, 'Resource'),
    principals: principalsOf(raw),
    conditions: Object.entries(asDict(raw.Condition)).flatMap(([name, keys]) =>
      Object.entries(asDict(keys)).map(([key, values]) => conditionOf(name, key, values)),
    ),
    variables,
  };
}

function elementOf(raw: Dict, name: string): Element {
  const negated = raw[name] === undefined && raw[`Not${name}`] !== undefined;
  const written = negated ? raw[`Not${name}`] : raw[name];
  if (written === undefined) return { values: ['*'], negated, implied: true };
  return { values: textsOf(written), negated };
}

function principalsOf(raw: Dict): Element | undefined {
  const negated = raw.Principal === undefined;
  const written = negated ? raw.NotPrincipal : raw.Principal;
  if (written === undefined) return undefined;
  if (written === '*') return { values: ['*'], negated };
  const values = Object.entries(asDict(written)).flatMap(([kind, names]) =>
    textsOf(names).map((name) => principalText(kind, name)),
  );
  return { values, negated };
}

/** An account is written as its number, or as the ARN of its root: they are the same. */
function principalText(kind: string, name: string): string {
  if (kind !== 'AWS') return `${kind}:${name}`;
  if (name === '*') return '*';
  return `AWS:${/^arn:[^:]+:iam::(\d{12}):root$/.exec(name)?.[1] ?? name}`;
}

function conditionOf(name: string, key: string, values: unknown): Condition {
  const ifExists = name.endsWith('IfExists');
  const operator = ifExists ? name.slice(0, -'IfExists'.length) : name;
  return { operator, ifExists, key: key.toLowerCase(), values: textsOf(values) };
}

/** Texts as they are; what CloudFormation has yet to resolve as JSON. */
function textsOf(raw: unknown): string[] {
  return (Array.isArray(raw) ? asList(raw) : [raw]).map((one) =>
    typeof one === 'object' ? JSON.stringify(one) : String(one),
  );
}
