import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { TestEndpoint } from '../rotation/endpoint.js';
import { type FaultProxy, faultProxy } from '../rotation/fault-proxy.js';
import { type DeployLab, deployLab, labEndpoint } from './apply-lab.js';
import { byName } from './endpoint.js';

export const REGIONS = ['eu-central-1', 'us-east-1', 'eu-west-1'];

/**
 * The emulator's endpoint, and for each test of the file that calls this a project to deploy to it. Another
 * implementation is not asked: moto carries out what it can and rolls nothing back.
 */
export function failureLab() {
  const own = {} as { endpoint: TestEndpoint; lab: DeployLab };
  beforeAll(async () => {
    own.endpoint = await labEndpoint(REGIONS);
  }, 60_000);
  afterAll(() => own.endpoint.stop());
  beforeEach(async () => {
    own.lab = await deployLab(own.endpoint.url, REGIONS.slice(0, 1));
  });
  afterEach(() => own.lab.close());
  return Object.assign(own, {
    lastId: (): string => own.lab.deploys.ids().at(-1) ?? 'none',
    /** Something outside of any stack takes a parameter's name. */
    occupy: async (Name: string, region = 'eu-central-1'): Promise<void> => {
      const ssm = new SSMClient({ region, endpoint: own.endpoint.url });
      await ssm.send(new PutParameterCommand({ Name, Value: 'mine', Type: 'String' }));
      ssm.destroy();
    },
    /** CloudFormation, past the proxy. */
    cloudFormation: async <T>(work: (client: CloudFormationClient) => Promise<T>): Promise<T> => {
      const client = new CloudFormationClient({ region: 'eu-central-1', endpoint: own.endpoint.url });
      return work(client).finally(() => client.destroy());
    },
    /** Makes the lab one whose calls can be spoilt. */
    throughProxy: async (): Promise<FaultProxy> => {
      await own.lab.close();
      const proxy = await faultProxy(own.endpoint.url.replace('localhost', '127.0.0.1'));
      own.lab = await deployLab(byName(proxy.url));
      return proxy;
    },
  });
}

/** A parameter of a name that something outside of any stack has. */
export const collision = (name: string): string => `  Second:
    Type: AWS::SSM::Parameter
    Properties: { Type: String, Name: ${name}, Value: x }
  Third:
    Type: AWS::SSM::Parameter
    DependsOn: Second
    Properties: { Type: String, Value: y }
`;

/** A function beside these resources. */
export const functionAnd = (more: string): string => `  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
  Fn:
    Type: AWS::Lambda::Function
    Properties: { Code: fn, Handler: index.handler, Runtime: nodejs22.x, Role: !GetAtt Role.Arn }
${more}`;
