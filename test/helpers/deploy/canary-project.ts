import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulator } from '../../../emulator/index.js';
import type { DeployRehearsalStage } from '../../../src/lib/deploy/rehearsal/stage.js';

export const ACCOUNT = '123456789012';
export const REGION = 'eu-central-1';
export const STACK = 'shop-prod';

/** A project of one function behind one route, whose new versions go live by CodeDeploy. */
export interface CanaryProject {
  dir: string;
  /** Writes the handler's body anew. */
  writeHandler(code: string): void;
  remove(): void;
}

/** @param code of the handler's body; another body is another version */
export function canaryProject(
  code: string,
  shifting = 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
): CanaryProject {
  const dir = mkdtempSync(join(tmpdir(), 'arcube-canary-'));
  mkdirSync(join(dir, 'fn'));
  const writeHandler = (body: string): void =>
    writeFileSync(join(dir, 'fn', 'index.ts'), `export const handler = async () => {\n${body}\n};\n`);
  writeHandler(code);
  writeFileSync(
    join(dir, 'arcube.yaml'),
    `template: template.yaml\nstackName: shop\naccountId: '${ACCOUNT}'\nregion: ${REGION}\n`,
  );
  writeFileSync(join(dir, 'slo.yaml'), 'overall: { errorRate: 1% }\n');
  writeFileSync(join(dir, 'template.yaml'), template(shifting));
  return { dir, writeHandler, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Answers well, and names itself. */
export const answering = (version: string): string =>
  `return { statusCode: 200, headers: { 'x-version': '${version}' }, body: '{"status":"ok"}' };`;

/** Answers 500 to a share of the requests. */
export const failing = (share: number): string =>
  `return { statusCode: Math.random() < ${share} ? 500 : 200, body: '{"status":"ok"}' };`;

/** An emulator with an empty account, and how a rehearsal sees it. */
export async function canaryStage(
  projectDir: string,
): Promise<{ stage: DeployRehearsalStage; stop(): Promise<void> }> {
  const emulator = createEmulator({ projectDir, stack: 'none', state: 'none', port: 0, awsPort: 0 });
  const urls = await emulator.start();
  return {
    stop: () => emulator.stop(),
    stage: {
      awsUrl: urls.aws,
      account: ACCOUNT,
      region: REGION,
      apiUrl: (stack) => emulator.deployedStacks().find(({ stackName }) => stackName === stack)?.apiUrl,
      tenants: () => [],
      now: () => emulator.clock.now(),
      advance: (ms) => emulator.clock.advance(ms),
    },
  };
}

function template(shifting: string): string {
  return `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Principal: { Service: [lambda.amazonaws.com, codedeploy.amazonaws.com] }, Action: sts:AssumeRole }
  Health:
    Type: AWS::Lambda::Function
    Properties:
      Code: ./fn
      Handler: index.handler
      Runtime: nodejs22.x
      Role: !GetAtt Role.Arn
  HealthVersion:
    Type: AWS::Lambda::Version
    Properties: { FunctionName: !Ref Health }
  Deployments:
    Type: AWS::CodeDeploy::Application
    Properties: { ComputePlatform: Lambda }
  HealthDeployments:
    Type: AWS::CodeDeploy::DeploymentGroup
    Properties:
      ApplicationName: !Ref Deployments
      ServiceRoleArn: !GetAtt Role.Arn
      DeploymentConfigName: ${shifting}
      DeploymentStyle: { DeploymentType: BLUE_GREEN, DeploymentOption: WITH_TRAFFIC_CONTROL }
      AutoRollbackConfiguration: { Enabled: true, Events: [DEPLOYMENT_FAILURE, DEPLOYMENT_STOP_ON_ALARM, DEPLOYMENT_STOP_ON_REQUEST] }
  HealthAlias:
    Type: AWS::Lambda::Alias
    UpdatePolicy:
      CodeDeployLambdaAliasUpdate:
        ApplicationName: !Ref Deployments
        DeploymentGroupName: !Ref HealthDeployments
    Properties:
      Name: live
      FunctionName: !Ref Health
      FunctionVersion: !GetAtt HealthVersion.Version
  Invoke:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: !Ref HealthAlias
      Principal: apigateway.amazonaws.com
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: shop
      Body:
        openapi: 3.0.1
        info: { title: shop, version: '1' }
        paths:
          /health:
            get:
              responses: {}
              x-amazon-apigateway-integration:
                type: aws_proxy
                httpMethod: POST
                uri: !Sub 'arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${HealthAlias}/invocations'
  ApiDeployment:
    Type: AWS::ApiGateway::Deployment
    Properties: { RestApiId: !Ref Api }
  ApiStage:
    Type: AWS::ApiGateway::Stage
    Properties: { RestApiId: !Ref Api, DeploymentId: !Ref ApiDeployment, StageName: live }
`;
}
