import type { Context } from './context.js';
import { propsOf } from './lambda.js';
import type { StackResource, WebAcl } from './model.js';
import { isDict } from './props.js';

const REFERENCED = ['AWS::WAFv2::IPSet', 'AWS::WAFv2::RegexPatternSet', 'AWS::WAFv2::RuleGroup'];

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
    if (!props.has('DefaultAction')) props.required('DefaultAction');
    return [
      {
        logicalId: resource.logicalId,
        arn: resource.arn ?? '',
        name: resource.physicalId.split('|')[0] as string,
        defaultAction: props.dict('DefaultAction') ?? {},
        rules: (props.list('Rules') ?? []).filter(isDict),
        customResponseBodies: (props.dict('CustomResponseBodies') ?? {}) as WebAcl['customResponseBodies'],
        references,
        place: resource.place,
      },
    ];
  });
}
