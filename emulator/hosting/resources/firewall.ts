import { AwsError } from '../../kernel/aws-error.js';
import type { ResourceRequest } from '../../kernel/cloudformation.js';
import { type Kind, type Sight, text } from './kind.js';

/** `AWS::WAFv2::WebACL`. */
export const webAcl: Kind = {
  ...waf('webacl'),
  describe: (id, request) => {
    const { arn, attributes } = wafIdentity('webacl', id, request);
    const [name = ''] = id.split('|');
    const LabelNamespace = `awswaf:${request.stack.accountId}:webacl:${name}:`;
    return { arn, attributes: { ...attributes, LabelNamespace } };
  },
};

/** `AWS::WAFv2::IPSet`. */
export const ipSet: Kind = waf('ipset');

/** `AWS::WAFv2::RegexPatternSet`. */
export const regexPatternSet: Kind = waf('regexpatternset');

/** `AWS::WAFv2::RuleGroup`. */
export const ruleGroup: Kind = {
  ...waf('rulegroup'),
  describe: (id, request) => {
    const { arn, attributes } = wafIdentity('rulegroup', id, request);
    const [name = ''] = id.split('|');
    return {
      arn,
      attributes: { ...attributes, LabelNamespace: `awswaf:${request.stack.accountId}:rulegroup:${name}:` },
    };
  },
};

/** `AWS::WAFv2::WebACLAssociation`: of an ACL and a stage of the same stack. */
export const webAclAssociation: Kind = {
  replacedBy: ['ResourceArn', 'WebACLArn'],
  newId: (request) => `${text(request, 'WebACLArn')}|${text(request, 'ResourceArn')}`,
  check: ({ stack, resource }) => {
    const { webAcls, restApis } = stack.parts();
    const [, apiId, name] = STAGE.exec(text(resource, 'ResourceArn')) ?? [];
    const stages = restApis.find(({ id }) => id === apiId)?.stages ?? [];
    const known = webAcls.some(({ arn }) => arn === text(resource, 'WebACLArn'));
    if (!known || !stages.some((stage) => stage.name === name)) throw missing();
  },
};

const STAGE = /^arn:[^:]+:apigateway:[^:]+::\/restapis\/([^/]+)\/stages\/(.+)$/;

function waf(kind: string): Kind {
  return {
    replacedBy: ['Name', 'Scope'],
    newId: (request, ids) =>
      `${text(request, 'Name') || request.newName(128)}|${ids.uuid()}|${text(request, 'Scope')}`,
    describe: (id, request) => wafIdentity(kind, id, request),
    check: checkScope,
  };
}

/** `Ref` of an entity of WAF is `name|id|scope`. */
function wafIdentity(kind: string, physicalId: string, { stack }: ResourceRequest) {
  const [name = '', id = '', scope] = physicalId.split('|');
  const global = scope === 'CLOUDFRONT';
  const [place, region] = global ? ['global', 'us-east-1'] : ['regional', stack.region];
  const arn = `arn:aws:wafv2:${region}:${stack.accountId}:${place}/${kind}/${name}/${id}`;
  return { arn, attributes: { Arn: arn, Id: id } };
}

function checkScope({ resource }: Sight): void {
  const scope = text(resource, 'Scope');
  if (scope === 'REGIONAL' || scope === 'CLOUDFRONT') return;
  throw new AwsError(
    'WAFInvalidParameterException',
    `Error reason: Your request contains fields that are not valid: field: SCOPE_VALUE, parameter: ${scope}`,
  );
}

function missing(): AwsError {
  return new AwsError(
    'WAFNonexistentItemException',
    'AWS WAF couldn’t perform the operation because your resource doesn’t exist.',
  );
}
