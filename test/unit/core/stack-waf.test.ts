import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type LoadResult, loadStack } from '../../../src/core/stack/load.js';

const folder = mkdtempSync(join(tmpdir(), 'arcube-test-waf-'));
afterAll(() => rmSync(folder, { recursive: true }));

const VISIBLE =
  'VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: m }';
const RULE = `{ Name: a, Priority: 1, Action: { Block: {} }, Statement: { GeoMatchStatement: { CountryCodes: [US] } }, ${VISIBLE} }`;

interface Parts {
  rules?: string[];
  acl?: string;
  link?: string;
  distribution?: string;
}

function template({ rules = [RULE], acl = '', link, distribution = '' }: Parts): string {
  const resource = '!Sub "arn:aws:apigateway:${AWS::Region}::/restapis/${Api}/stages/${Stage}"';
  return `Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: api } }
  Deployment: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Api } }
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties: { RestApiId: !Ref Api, DeploymentId: !Ref Deployment, StageName: prod }
  Acl:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction: { Allow: {} }
      ${VISIBLE}
      ${acl}
      Rules: [${rules.join(', ')}]
  Link:
    Type: AWS::WAFv2::WebACLAssociation
    Properties: { ${link ?? `WebACLArn: !GetAtt Acl.Arn, ResourceArn: ${resource}`} }
${distribution}`;
}

let count = 0;
function load(parts: Parts): LoadResult {
  const file = join(folder, `template-${count++}.yaml`);
  writeFileSync(file, template(parts));
  return loadStack({ file, region: 'eu-west-1', accountId: '123456789012', stackName: 's' });
}
const told = (parts: Parts): string[] =>
  load(parts).diagnostics.map(({ severity, place, message }) => `${severity} ${place?.line}: ${message}`);

describe('web ACLs of a template', () => {
  it('are attached to the stage, 16 KB of a body inspected unless raised', () => {
    const { stack, diagnostics } = load({});
    expect(diagnostics).toEqual([]);
    expect(stack?.restApis[0]?.stages[0]?.webAclArn).toBe(stack?.webAcls[0]?.arn);
    expect(stack?.webAcls[0]?.bodyLimit).toBe(16_384);
    const acl = 'AssociationConfig: { RequestBody: { API_GATEWAY: { DefaultSizeInspectionLimit: KB_64 } } }';
    expect(load({ acl }).stack?.webAcls[0]?.bodyLimit).toBe(65_536);
  });
  it('with rules that AWS would refuse are told, each where it stands', () => {
    expect(told({ rules: ['{ Name: a }', RULE, RULE.replace('Name: a', 'Name: b')] })).toEqual([
      'error 14: `Statement` is missing.',
      'error 14: `VisibilityConfig` is missing.',
      'error 14: `Priority` is missing.',
      'error 14: The rules a and b have the same priority.',
    ]);
    expect(told({ rules: [RULE.replace('Action', 'Actoin')] })[0]).toMatch(/error 14: `Actoin` is not/);
  });
  it('that filter on AWS and not here are told', () => {
    const elsewhere = 'WebACLArn: arn:aws:wafv2:eu-west-1:1:regional/webacl/x/1, ResourceArn: !Sub ';
    const stage = 'arn:aws:apigateway:${AWS::Region}::/restapis/${Api}/stages/${Stage}';
    expect(told({ link: `${elsewhere}"${stage}"` })).toEqual([
      expect.stringMatching(
        /^warning 17: The web ACL arn\S+ is not in this template: nothing is filtered here/,
      ),
    ]);
    expect(told({ link: 'WebACLArn: !GetAtt Acl.Arn, ResourceArn: arn:aws:elb:x' })).toEqual([
      expect.stringMatching(/^warning 17: The web ACL is associated with arn:aws:elb:x, which is no stage/),
    ]);
    const distribution = `  Cdn:
    Type: AWS::CloudFront::Distribution
    Properties: { DistributionConfig: { Enabled: true, WebACLId: !GetAtt Acl.Arn } }
`;
    expect(told({ distribution })).toEqual([
      expect.stringMatching(/^warning 20: A web ACL on the distribution is not emulated/),
    ]);
  });
});
