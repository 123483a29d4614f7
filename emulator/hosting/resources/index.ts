import type { ResourceHandlers } from '../../kernel/cloudformation.js';
import type { Hosting } from '../hosting.js';
import type { HostedGateway, HostedPlatform } from '../options.js';
import { account, deployment, stage } from './deployment.js';
import { distribution, edgeFunction } from './edge.js';
import { ipSet, regexPatternSet, ruleGroup, webAcl, webAclAssociation } from './firewall.js';
import { HostedResources } from './handler.js';
import type { Kind } from './kind.js';
import {
  apiAuthorizer,
  apiResource,
  gatewayResponse,
  method,
  model,
  requestValidator,
  restApi,
} from './rest-api.js';
import { rule } from './rule.js';

const KINDS: Readonly<Record<string, Kind>> = {
  'AWS::ApiGateway::RestApi': restApi,
  'AWS::ApiGateway::Resource': apiResource,
  'AWS::ApiGateway::Method': method,
  'AWS::ApiGateway::Model': model,
  'AWS::ApiGateway::Authorizer': apiAuthorizer,
  'AWS::ApiGateway::RequestValidator': requestValidator,
  'AWS::ApiGateway::GatewayResponse': gatewayResponse,
  'AWS::ApiGateway::Deployment': deployment,
  'AWS::ApiGateway::Stage': stage,
  'AWS::ApiGateway::Account': account,
  'AWS::WAFv2::WebACL': webAcl,
  'AWS::WAFv2::IPSet': ipSet,
  'AWS::WAFv2::RegexPatternSet': regexPatternSet,
  'AWS::WAFv2::RuleGroup': ruleGroup,
  'AWS::WAFv2::WebACLAssociation': webAclAssociation,
  'AWS::CloudFront::Function': edgeFunction,
  'AWS::CloudFront::Distribution': distribution,
  'AWS::Events::Rule': rule,
};

/** What CloudFormation asks hosting to make: everything that stands before a stack's functions, and their schedules. */
export function hostedResources<G extends HostedGateway, P extends HostedPlatform>(
  hosting: () => Hosting<G, P>,
): ResourceHandlers {
  return Object.fromEntries(
    Object.entries(KINDS).map(([type, kind]) => [type, new HostedResources(type, kind, hosting)]),
  );
}
