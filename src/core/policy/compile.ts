import type { PolicyStatement } from '../stack/model.js';
import { type Check, type ContextValues, compileConditions } from './conditions.js';
import { PolicyError } from './error.js';
import { compilePattern, type Lookup, type Pattern } from './pattern.js';
import { compilePrincipal, type PrincipalTest, type RequestPrincipal } from './principals.js';

/** A statement ready to be asked. */
export interface CompiledStatement {
  effect: 'Allow' | 'Deny';
  source: PolicyStatement;
  matches(request: CompiledRequest): boolean;
}

/** A policy document checked and compiled once. */
export interface CompiledPolicy {
  statements: readonly CompiledStatement[];
}

/** A request made ready for many statements. */
export interface CompiledRequest {
  action: string;
  resource: string;
  principal: RequestPrincipal | undefined;
  context: ContextValues;
  lookup: Lookup;
}

const VERSIONS = ['2008-10-17', '2012-10-17'];
const DOCUMENT_KEYS = ['Version', 'Id', 'Statement'];
const STATEMENT_KEYS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

/** Checks and compiles a policy document. Throws `PolicyError` for what IAM refuses as malformed. */
export function compilePolicy(document: unknown): CompiledPolicy {
  const policy = mapOf(document, 'the policy');
  onlyKeys(policy, DOCUMENT_KEYS);
  const { Version: version = '2008-10-17', Statement: raw } = policy;
  if (!VERSIONS.includes(version as string))
    throw new PolicyError('`Version` must be 2012-10-17 or 2008-10-17');
  if (raw === undefined || raw === null) throw new PolicyError('`Statement` is missing');
  const statements = Array.isArray(raw) ? (raw as unknown[]) : [raw];
  const sids = new Set<unknown>();
  return {
    statements: statements.map((statement) => {
      const one = mapOf(statement, 'a statement');
      if (one.Sid !== undefined && sids.has(one.Sid))
        throw new PolicyError(`the Sid \`${String(one.Sid)}\` stands twice`);
      sids.add(one.Sid);
      return compileStatement(one, version === '2012-10-17');
    }),
  };
}

function mapOf(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PolicyError(`${name} must be a map`);
  return value as Record<string, unknown>;
}

function onlyKeys(map: Record<string, unknown>, known: readonly string[]): void {
  for (const key of Object.keys(map))
    if (!known.includes(key)) throw new PolicyError(`\`${key}\` is no element of a policy`);
}

type Part = (request: CompiledRequest) => boolean;

function compileStatement(statement: Record<string, unknown>, variables: boolean): CompiledStatement {
  onlyKeys(statement, STATEMENT_KEYS);
  const { Effect: effect } = statement;
  if (effect !== 'Allow' && effect !== 'Deny') throw new PolicyError('`Effect` must be `Allow` or `Deny`');
  if (statement.Sid !== undefined && typeof statement.Sid !== 'string')
    throw new PolicyError('`Sid` must be a string');
  const parts: Part[] = [
    actionPart(statement),
    resourcePart(statement, variables),
    ...principalPart(statement),
    ...compileConditions(statement.Condition, variables).map(conditionPart),
  ];
  return {
    effect,
    source: statement as unknown as PolicyStatement,
    matches: (request) => parts.every((part) => part(request)),
  };
}

/** The element under one of two names, exactly one of which must be there. */
function eitherOf(statement: Record<string, unknown>, name: string): { values: string[]; negated: boolean } {
  const negatedName = `Not${name}`;
  const both = statement[name] !== undefined && statement[negatedName] !== undefined;
  const raw = statement[name] ?? statement[negatedName];
  if (both || raw === undefined || raw === null)
    throw new PolicyError(`a statement has either \`${name}\` or \`${negatedName}\``);
  const values = Array.isArray(raw) ? (raw as unknown[]) : [raw];
  if (values.length === 0 || values.some((value) => typeof value !== 'string' || value === ''))
    throw new PolicyError(`\`${name}\` must be a string or a list of strings`);
  return { values: values as string[], negated: statement[name] === undefined };
}

function actionPart(statement: Record<string, unknown>): Part {
  const { values, negated } = eitherOf(statement, 'Action');
  for (const value of values)
    if (value !== '*' && !/^[A-Za-z0-9-]+:[A-Za-z0-9*?_-]+$/.test(value))
      throw new PolicyError(`\`${value}\` is no action`);
  const patterns = values.map((value) =>
    compilePattern(value, { wildcards: true, variables: false, ignoreCase: true }),
  );
  return ({ action, lookup }) => some(patterns, action, lookup) !== negated;
}

function resourcePart(statement: Record<string, unknown>, variables: boolean): Part {
  const { values, negated } = eitherOf(statement, 'Resource');
  const patterns = values.map((value) => compilePattern(value, { wildcards: true, variables }));
  return ({ resource, lookup }) => some(patterns, resource, lookup) !== negated;
}

function some(patterns: Pattern[], text: string, lookup: Lookup): boolean {
  for (const pattern of patterns) if (pattern.matches(text, lookup)) return true;
  return false;
}

/** A statement with a principal never fits a request that has none: it is stricter so. */
function principalPart(statement: Record<string, unknown>): Part[] {
  const { Principal: raw, NotPrincipal: not } = statement;
  if (raw !== undefined && not !== undefined)
    throw new PolicyError('a statement has either `Principal` or `NotPrincipal`');
  if (raw === undefined && not === undefined) return [];
  const test: PrincipalTest = compilePrincipal(raw ?? not);
  const negated = raw === undefined;
  return [({ principal }) => principal !== undefined && test(principal) !== negated];
}

function conditionPart(check: Check): Part {
  return ({ context, lookup }) => check(context, lookup);
}
