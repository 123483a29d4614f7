import { isDict } from '../dict.js';
import type { Context } from './context.js';
import { propsOf } from './lambda.js';
import type { StackResource, WebAcl } from './model.js';
import type { Props } from './props.js';

const REFERENCED = ['AWS::WAFv2::IPSet', 'AWS::WAFv2::RegexPatternSet', 'AWS::WAFv2::RuleGroup'];
const ACL_KEYS = (
  'ApplicationConfig AssociationConfig CaptchaConfig ChallengeConfig CustomResponseBodies DataProtectionConfig ' +
  'DefaultAction Description Name OnSourceDDoSProtectionConfig Rules Scope Tags TokenDomains VisibilityConfig'
).split(' ');
const RULE_KEYS =
  'Action CaptchaConfig ChallengeConfig Name OverrideAction Priority RuleLabels Statement VisibilityConfig'.split(
    ' ',
  );
/** What WAF looks at of a body behind API Gateway: 16 KB unless the ACL raises it (fidelity §12.3). */
const BODY_LIMITS = { KB_16: 16_384, KB_32: 32_768, KB_48: 49_152, KB_64: 65_536 } as const;

/** The web ACLs of a stack, their rules as written, with the sets and groups they may refer to. */
export function buildWebAcls(resources: StackResource[], context: Context): WebAcl[] {
  const references = Object.fromEntries(
    resources
      .filter(({ type }) => REFERENCED.includes(type))
      .map(({ arn, properties }) => [arn ?? '', properties]),
  );
  return resources.flatMap((resource) => {
    if (resource.type !== 'AWS::WAFv2::WebACL') return [];
    const props = propsOf(resource, context);
    props.knownKeys(ACL_KEYS);
    for (const key of ['DefaultAction', 'VisibilityConfig']) if (!props.has(key)) props.required(key);
    checkRules(props);
    return [
      {
        logicalId: resource.logicalId,
        arn: resource.arn ?? '',
        name: resource.physicalId.split('|')[0] as string,
        defaultAction: props.dict('DefaultAction') ?? {},
        rules: (props.list('Rules') ?? []).filter(isDict),
        customResponseBodies: (props.dict('CustomResponseBodies') ?? {}) as WebAcl['customResponseBodies'],
        bodyLimit: readBodyLimit(props),
        references,
        place: resource.place,
      },
    ];
  });
}

/** What AWS refuses of rules before it looks at their statements. */
function checkRules(props: Props): void {
  const priorities = new Map<number, string>();
  for (const rule of props.items('Rules')) {
    rule.knownKeys(RULE_KEYS);
    const name = rule.required('Name') ?? '';
    for (const key of ['Statement', 'VisibilityConfig']) if (!rule.has(key)) rule.required(key);
    const priority = rule.has('Priority') ? rule.number('Priority') : undefined;
    if (priority === undefined) rule.required('Priority');
    else if (priorities.has(priority))
      rule.error(
        'DUPLICATE_PRIORITY',
        `The rules ${priorities.get(priority)} and ${name} have the same priority.`,
        'Give each its own.',
        'Priority',
      );
    else priorities.set(priority, name);
  }
}

function readBodyLimit(props: Props): number {
  const association = props.inner('AssociationConfig').inner('RequestBody').inner('API_GATEWAY');
  const size = association.oneOf('DefaultSizeInspectionLimit', ['KB_16', 'KB_32', 'KB_48', 'KB_64']);
  return BODY_LIMITS[size ?? 'KB_16'];
}
