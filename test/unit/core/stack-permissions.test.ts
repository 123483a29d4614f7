import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadStack } from '../../../src/core/stack/load.js';

const folder = mkdtempSync(join(tmpdir(), 'arcube-test-permissions-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TEMPLATE = `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Code: { ZipFile: 'exports.handler = async () => ({})' }
      Handler: index.handler
      Runtime: nodejs20.x
      Role: arn:aws:iam::123456789012:role/x
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: api
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties: { RestApiId: !Ref Api, DeploymentId: !Ref Deployment, StageName: prod }
  Deployment: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Api } }
  Auth:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: !Ref Api
      Name: auth
      Type: TOKEN
      IdentitySource: method.request.header.Authorization
      AuthorizerUri: !Sub 'arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations'
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: CUSTOM
      AuthorizerId: !Ref Auth
      Integration:
        Type: AWS_PROXY
        IntegrationHttpMethod: POST
        Uri: !Sub 'arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations'
`;
const permission = (sourceArn: string): string => `  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: !GetAtt Fn.Arn
      Principal: apigateway.amazonaws.com
      SourceArn: !Sub 'arn:aws:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Api}/${sourceArn}'
`;

let count = 0;
function warningsOf(template: string): string[] {
  const file = join(folder, `template-${count++}.yaml`);
  writeFileSync(file, template);
  const { stack, diagnostics } = loadStack({
    file,
    region: 'eu-west-1',
    accountId: '123456789012',
    stackName: 's',
  });
  expect(stack, JSON.stringify(diagnostics)).toBeDefined();
  return diagnostics
    .filter(({ code }) => code === 'MISSING_PERMISSION')
    .map(({ message, place }) => `${place?.line}: ${message}`);
}

describe('permissions of API Gateway to invoke functions', () => {
  it('missing: one warning a function, with the line and what it is missing for', () => {
    expect(warningsOf(TEMPLATE)).toEqual([
      expect.stringMatching(
        /^25: API Gateway may not invoke s-Fn-\w+ for GET \/, the authorizer auth; AWS would/,
      ),
    ]);
  });
  it('for the method only: the authorizer lacks it', () => {
    const [warning, ...others] = warningsOf(TEMPLATE + permission('*/GET/'));
    expect(warning).toMatch(/^20: .* for the authorizer auth; .*\/authorizers\/\w{6}\.$/);
    expect(others).toEqual([]);
  });
  it('for the authorizer by its own id, and for everything: as expected', () => {
    expect(warningsOf(TEMPLATE + permission('authorizers/${Auth}'))).toEqual([
      expect.stringMatching(/for GET \/; /),
    ]);
    expect(warningsOf(TEMPLATE + permission('*'))).toEqual([]);
  });
});
