import { afterAll, beforeAll, expect, test } from 'vitest';
import { DeployedLab } from '../helpers/deployed.js';

let lab: DeployedLab;

beforeAll(async () => {
  lab = await new DeployedLab({ stack: 'template', port: 0 }).start();
});

afterAll(() => lab.stop());

const getAtt = (...path: string[]) => ({ 'Fn::GetAtt': path });
const ref = (id: string) => ({ Ref: id });

/** A function that tells its variables, behind an API of resources and methods. */
const TEMPLATE = {
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
          ],
        },
      },
    },
    Fn: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Handler: 'index.handler',
        Runtime: 'nodejs22.x',
        Role: getAtt('Role', 'Arn'),
        Code: {
          ZipFile:
            'exports.handler = async () => ({ statusCode: 200, body: JSON.stringify([process.env.AWS_REGION, process.env.ARCUBE_URL]) })',
        },
      },
    },
    Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'small' } },
    Where: {
      Type: 'AWS::ApiGateway::Resource',
      Properties: { RestApiId: ref('Api'), ParentId: getAtt('Api', 'RootResourceId'), PathPart: 'where' },
    },
    GetWhere: {
      Type: 'AWS::ApiGateway::Method',
      Properties: {
        RestApiId: ref('Api'),
        ResourceId: ref('Where'),
        HttpMethod: 'GET',
        AuthorizationType: 'NONE',
        ApiKeyRequired: true,
        Integration: {
          Type: 'AWS_PROXY',
          IntegrationHttpMethod: 'POST',
          Uri: {
            'Fn::Sub':
              'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Fn.Arn}/invocations',
          },
        },
      },
    },
    Deployment: {
      Type: 'AWS::ApiGateway::Deployment',
      DependsOn: 'GetWhere',
      Properties: { RestApiId: ref('Api') },
    },
    Stage: {
      Type: 'AWS::ApiGateway::Stage',
      Properties: { RestApiId: ref('Api'), DeploymentId: ref('Deployment'), StageName: 'v1' },
    },
    Plan: {
      Type: 'AWS::ApiGateway::UsagePlan',
      Properties: { UsagePlanName: 'small', ApiStages: [{ ApiId: ref('Api'), Stage: ref('Stage') }] },
    },
    Key: {
      Type: 'AWS::ApiGateway::ApiKey',
      Properties: { Enabled: true, Value: 'a-key-of-twenty-characters' },
    },
    KeyOfPlan: {
      Type: 'AWS::ApiGateway::UsagePlanKey',
      Properties: { KeyId: ref('Key'), KeyType: 'API_KEY', UsagePlanId: ref('Plan') },
    },
    Permission: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: ref('Fn'),
        Principal: 'apigateway.amazonaws.com',
        SourceArn: { 'Fn::Sub': 'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/GET/where' },
      },
    },
  },
};

const KEY = { 'x-api-key': 'a-key-of-twenty-characters' };

test('a stack in each of two regions stands beside the own one; each has its API, functions, keys and address', async () => {
  const own = lab.emulator.urls.api;
  for (const region of ['eu-central-1', 'us-east-1'])
    expect(await lab.make('small', region, TEMPLATE)).toBe('CREATE_COMPLETE');
  const [first, second] = lab.emulator.deployedStacks();
  expect([first?.region, second?.region]).toEqual(['eu-central-1', 'us-east-1']);
  for (const { apiUrl, region } of [first, second].filter((one) => one !== undefined)) {
    const answer = await fetch(`${apiUrl}/where`, { headers: KEY });
    expect(await answer.json()).toEqual([region, apiUrl]);
    expect((await fetch(`${apiUrl}/where`)).status).toBe(403);
  }
  expect(lab.emulator.urls.api).toBe(own);
  expect((await fetch(`${own}/health`)).status).toBe(200);
  const control = await fetch(`${lab.emulator.urls.control}/_arcube/stacks`);
  expect(await control.json()).toEqual({ stacks: lab.emulator.deployedStacks() });
}, 30_000);

test('a function that nobody lets API Gateway invoke is not invoked', async () => {
  const { Permission: _, ...rest } = TEMPLATE.Resources;
  expect(await lab.make('closed', 'us-east-1', { Resources: rest })).toBe('ROLLBACK_COMPLETE');
  const { Key, KeyOfPlan, ...open } = rest;
  expect([Key.Type, KeyOfPlan.Type]).toEqual(['AWS::ApiGateway::ApiKey', 'AWS::ApiGateway::UsagePlanKey']);
  const method = structuredClone(open.GetWhere);
  method.Properties.ApiKeyRequired = false;
  expect(await lab.make('shut', 'us-east-1', { Resources: { ...open, GetWhere: method } })).toBe(
    'CREATE_COMPLETE',
  );
  const stack = lab.emulator.deployedStacks().find(({ stackName }) => stackName === 'shut');
  expect((await fetch(`${stack?.apiUrl}/where`)).status).toBe(500);
}, 30_000);
