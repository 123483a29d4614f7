import type { Clock } from '../../../src/core/clock.js';
import type { Dict } from '../../../src/core/dict.js';
import type { WebAcl } from '../../../src/core/stack/model.js';
import { managedGroup } from './managed/index.js';
import { labelOf } from './managed/rule.js';
import { referenceOf } from './references.js';
import type { WafRequest } from './request.js';
import type { CompileScope, Match } from './scope.js';
import { compileStatement, isGroup } from './statements.js';

/** What a rule does to a request it matches. */
export interface RuleAction {
  kind: 'Allow' | 'Block' | 'Count' | 'Captcha' | 'Challenge';
  /** `CustomResponse` of Block, `CustomRequestHandling` of the others. */
  custom: Dict | undefined;
}

interface CompiledRule {
  name: string;
  matches: Match;
  action: RuleAction;
  labels: readonly string[];
}

/** A web ACL, ready to be asked. */
export interface WafPlan {
  name: string;
  arn: string;
  /** In the order of their priorities; groups are written out rule by rule. */
  rules: readonly CompiledRule[];
  defaultAction: RuleAction;
  bodies: WebAcl['customResponseBodies'];
  /** Bytes of a body that rules look at. */
  bodyLimit: number;
}

/** The decision and the rule that made it; `Default` when none did. */
export interface WafDecision {
  rule: string;
  action: RuleAction;
}

/** Told of what a rule (or the ACL itself) asks for and does not get; an `error` refuses the stack. */
export type WafFault = (severity: 'error' | 'warning', what: string, rule: Dict | undefined) => void;

/** Compiles a web ACL (§12.1). What is not emulated is told, never passed over. */
export function compileWebAcl(acl: WebAcl, accountId: string, clock: Clock, fault: WafFault): WafPlan {
  const scopeOf = (rule: Dict): CompileScope => ({
    references: acl.references,
    labelPrefix: `awswaf:${accountId}:webacl:${acl.name}:`,
    clock,
    unsupported: (what) => void fault('error', what, rule),
    remark: (what) => fault('warning', what, rule),
  });
  const rules = [...acl.rules].sort((a, b) => Number(a.Priority) - Number(b.Priority));
  return {
    name: acl.name,
    arn: acl.arn,
    rules: rules.flatMap((rule) => compileRule(rule, scopeOf(rule))),
    defaultAction: actionOf(acl.defaultAction, 'Allow'),
    bodies: acl.customResponseBodies,
    bodyLimit: acl.bodyLimit,
  };
}

/** Asks the rules in order; counting ones go on, the first other one decides. */
export function evaluateWebAcl(plan: WafPlan, request: WafRequest): WafDecision {
  for (const { name, matches, action, labels } of plan.rules) {
    if (!matches(request)) continue;
    for (const label of labels) request.labels.add(label);
    if (action.kind !== 'Count') return { rule: name, action };
    insertHeaders(action, request);
    request.exchange.note('waf', `rule ${name} counts the request`);
  }
  return { rule: 'Default', action: plan.defaultAction };
}

/** Headers a rule asks to insert; their names get a prefix, and of equal names the last wins (§12.1). */
export function insertHeaders({ custom }: RuleAction, request: WafRequest): void {
  const list = custom?.InsertHeaders;
  if (!Array.isArray(list)) return;
  for (const { Name, Value } of list as { Name: string; Value: string }[])
    request.inserted[`x-amzn-waf-${Name}`] = String(Value);
}

function compileRule(rule: Dict, scope: CompileScope): CompiledRule[] {
  const statement = (rule.Statement ?? {}) as Dict;
  const name = String(rule.Name);
  if (isGroup(statement)) {
    if (rule.OverrideAction === undefined) scope.unsupported('a rule group without OverrideAction');
    return compileGroup(name, statement, countsOnly(rule.OverrideAction), scope);
  }
  if (!isAction(rule.Action)) scope.unsupported(`the Action ${JSON.stringify(rule.Action)}`);
  return [
    {
      name,
      matches: compileStatement(statement, scope),
      action: actionOf(rule.Action, 'Count'),
      labels: labelsOf(rule, scope.labelPrefix),
    },
  ];
}

function compileGroup(
  name: string,
  statement: Dict,
  countOnly: boolean,
  scope: CompileScope,
): CompiledRule[] {
  const managed = statement.ManagedRuleGroupStatement as Dict | undefined;
  const body = managed ?? (statement.RuleGroupReferenceStatement as Dict);
  const down =
    body.ScopeDownStatement === undefined
      ? undefined
      : compileStatement(body.ScopeDownStatement as Dict, scope);
  const rules =
    managed === undefined ? referencedRules(name, body, scope) : managedRules(name, managed, scope);
  return rules.map((rule) => ({
    ...rule,
    matches: down === undefined ? rule.matches : (request) => down(request) && rule.matches(request),
    action: overridden(rule, body, countOnly),
  }));
}

function managedRules(name: string, body: Dict, scope: CompileScope): CompiledRule[] {
  const group = managedGroup(String(body.VendorName), String(body.Name));
  if (group === undefined) {
    scope.unsupported(`the managed rule group ${body.VendorName} ${body.Name}`);
    return [];
  }
  for (const { Name } of [body.RuleActionOverrides ?? [], body.ExcludedRules ?? []].flat() as Dict[])
    if (!group.rules.some((rule) => rule.name === Name))
      scope.remark(`an override for ${Name}, a rule that the group does not have here`);
  return group.rules.map((rule) => ({
    name: `${name}/${rule.name}`,
    matches: rule.matches,
    action: { kind: 'Block', custom: undefined },
    labels: [`awswaf:managed:aws:${group.label}:${labelOf(rule)}`],
  }));
}

/** The rules of a rule group of the template. */
function referencedRules(name: string, body: Dict, scope: CompileScope): CompiledRule[] {
  const group = referenceOf(body, scope, 'rule group');
  const rules = [...((group?.Rules ?? []) as Dict[])].sort((a, b) => Number(a.Priority) - Number(b.Priority));
  return rules.flatMap((rule) =>
    compileRule(rule, scope).map((one) => ({ ...one, name: `${name}/${one.name}` })),
  );
}

/** Overrides in the ACL: for single rules, for excluded ones (older spelling), and for the group as a whole. */
function overridden({ name, action }: CompiledRule, body: Dict, countOnly: boolean): RuleAction {
  const own = name.slice(name.indexOf('/') + 1);
  const overrides = (body.RuleActionOverrides ?? []) as { Name: string; ActionToUse: unknown }[];
  const override = overrides.find((one) => one.Name === own);
  const excluded = ((body.ExcludedRules ?? []) as { Name: string }[]).some((one) => one.Name === own);
  if (countOnly || excluded) return { kind: 'Count', custom: undefined };
  return override === undefined ? action : actionOf(override.ActionToUse, 'Count');
}

const ACTIONS = ['Allow', 'Block', 'Count', 'Captcha', 'Challenge'];

function isAction(action: unknown): boolean {
  return (
    typeof action === 'object' &&
    action !== null &&
    Object.keys(action).length === 1 &&
    ACTIONS.includes(Object.keys(action)[0] as string)
  );
}

function countsOnly(action: unknown): boolean {
  return typeof action === 'object' && action !== null && 'Count' in action;
}

function actionOf(action: unknown, fallback: RuleAction['kind']): RuleAction {
  const [kind, raw] = Object.entries((action ?? {}) as Dict)[0] ?? [fallback, {}];
  const body = (raw ?? {}) as Dict;
  const custom = (body.CustomResponse ?? body.CustomRequestHandling) as Dict | undefined;
  return { kind: kind as RuleAction['kind'], custom };
}

function labelsOf(rule: Dict, prefix: string): string[] {
  return ((rule.RuleLabels ?? []) as { Name: string }[]).map(({ Name }) => prefix + Name);
}
