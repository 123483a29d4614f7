import type { WebAcl } from '../../../src/core/stack/model.js';

/** A web ACL of the three managed groups. */
export function managedAcl(): WebAcl {
  const groups = ['CommonRuleSet', 'KnownBadInputsRuleSet', 'SQLiRuleSet'];
  return {
    logicalId: 'acl',
    arn: 'arn:waf',
    name: 'acl',
    defaultAction: { Allow: {} },
    rules: groups.map((name, i) => ({
      Name: name,
      Priority: i,
      Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: `AWSManagedRules${name}` } },
      OverrideAction: { None: {} },
    })),
    customResponseBodies: {},
    bodyLimit: 16_384,
    references: {},
    place: { file: 'template.yaml', line: 1, column: 1 },
  };
}
