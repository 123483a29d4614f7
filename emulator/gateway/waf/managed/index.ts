import { COMMON_RULES } from './common.js';
import { KNOWN_BAD_INPUTS } from './known-bad-inputs.js';
import type { ManagedRule } from './rule.js';
import { SQLI_RULES } from './sqli.js';

/** A group and the part of its labels that names it: `awswaf:managed:aws:{label}:{rule}`. */
export interface ManagedGroup {
  label: string;
  rules: readonly ManagedRule[];
}

const GROUPS: Readonly<Record<string, ManagedGroup>> = {
  AWSManagedRulesCommonRuleSet: { label: 'core-rule-set', rules: COMMON_RULES },
  AWSManagedRulesKnownBadInputsRuleSet: { label: 'known-bad-inputs', rules: KNOWN_BAD_INPUTS },
  AWSManagedRulesSQLiRuleSet: { label: 'sql-database', rules: SQLI_RULES },
};

/** The managed group of this vendor and name; undefined when it is not emulated. */
export function managedGroup(vendor: string, name: string): ManagedGroup | undefined {
  return vendor === 'AWS' && Object.hasOwn(GROUPS, name) ? GROUPS[name] : undefined;
}
