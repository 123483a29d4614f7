/** Properties of a resource type: all, and those it cannot do without (CloudFormation's template reference). */
interface Schema {
  known: readonly string[];
  required: readonly string[];
}

/** `required | further` names of properties, by resource type. */
const NAMES: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::RestApi':
    '| ApiKeySourceType BinaryMediaTypes Body BodyS3Location CloneFrom Description DisableExecuteApiEndpoint EndpointAccessMode EndpointConfiguration FailOnWarnings MinimumCompressionSize Mode Name Parameters Policy SecurityPolicy Tags',
  'AWS::ApiGateway::Resource': 'ParentId PathPart RestApiId |',
  'AWS::ApiGateway::Method':
    'HttpMethod ResourceId RestApiId | ApiKeyRequired AuthorizationScopes AuthorizationType AuthorizerId Integration MethodResponses OperationName RequestModels RequestParameters RequestValidatorId',
  'AWS::ApiGateway::Model': 'RestApiId | ContentType Description Name Schema',
  'AWS::ApiGateway::Authorizer':
    'Name RestApiId Type | AuthType AuthorizerCredentials AuthorizerResultTtlInSeconds AuthorizerUri IdentitySource IdentityValidationExpression ProviderARNs',
  'AWS::ApiGateway::RequestValidator': 'RestApiId | Name ValidateRequestBody ValidateRequestParameters',
  'AWS::ApiGateway::GatewayResponse':
    'ResponseType RestApiId | ResponseParameters ResponseTemplates StatusCode',
  'AWS::ApiGateway::Deployment':
    'RestApiId | DeploymentCanarySettings Description StageDescription StageName',
  'AWS::ApiGateway::Stage':
    'RestApiId | AccessLogSetting CacheClusterEnabled CacheClusterSize CanarySetting ClientCertificateId DeploymentId Description DocumentationVersion MethodSettings StageName Tags TracingEnabled Variables',
  'AWS::ApiGateway::Account': '| CloudWatchRoleArn',
  'AWS::WAFv2::WebACL':
    'DefaultAction Scope VisibilityConfig | ApplicationConfig AssociationConfig CaptchaConfig ChallengeConfig CustomResponseBodies DataProtectionConfig Description Name OnSourceDDoSProtectionConfig Rules Tags TokenDomains',
  'AWS::WAFv2::IPSet': 'Addresses IPAddressVersion Scope | Description Name Tags',
  'AWS::WAFv2::RegexPatternSet': 'RegularExpressionList Scope | Description Name Tags',
  'AWS::WAFv2::RuleGroup':
    'Capacity Scope VisibilityConfig | AvailableLabels ConsumedLabels CustomResponseBodies Description Name Rules Tags',
  'AWS::WAFv2::WebACLAssociation': 'ResourceArn WebACLArn |',
  'AWS::CloudFront::Function': 'FunctionCode FunctionConfig Name | AutoPublish FunctionMetadata Tags',
  'AWS::CloudFront::Distribution': 'DistributionConfig | Tags',
  'AWS::Events::Rule':
    '| Description EventBusName EventPattern Name RoleArn ScheduleExpression State Tags Targets',
};

/** What properties a type may, and must, have; undefined for a type that is not made here. */
export function schemaOf(type: string): Schema | undefined {
  const names = NAMES[type];
  if (names === undefined) return undefined;
  const [required = [], further = []] = names.split('|').map((part) => part.split(' ').filter(Boolean));
  return { required, known: [...required, ...further] };
}
