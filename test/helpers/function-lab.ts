import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  InvokeCommand,
  LambdaClient,
  waitUntilFunctionActiveV2,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll } from 'vitest';
import { LambdaCloud } from './lambda-cloud.js';
import { zip } from './zip.js';

/** The archive of a function that answers with this word and the one in its environment. */
export const code = (word: string) =>
  zip({ 'index.js': `exports.handler = async () => '${word} ' + process.env.WORD;` });

/** What is asked for when a function is made. */
export function wish(
  FunctionName: string,
  more: Partial<CreateFunctionCommandInput> = {},
): CreateFunctionCommandInput {
  return {
    FunctionName,
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::123456789012:role/runs',
    Code: { ZipFile: code('first') },
    Environment: { Variables: { WORD: 'word' } },
    ...more,
  };
}

/** A cloud for the file that calls this, with a role that Lambda may assume (`runs`) and one that it may not (`rides`). */
export function functionLab() {
  const cloud = new LambdaCloud();
  const own = { cloud } as { cloud: LambdaCloud; client: LambdaClient };
  /** The clock has moved, or the cloud is another: signatures go by the one, addresses by the other. */
  const connect = (): void => {
    own.client = cloud.client(LambdaClient);
  };
  beforeAll(async () => {
    await cloud.start();
    connect();
    await makeRoles(cloud.client(IAMClient));
  }, 30_000);
  afterAll(() => cloud.stop());
  return Object.assign(own, {
    connect,
    /** Makes a function and waits until it can be called. */
    create: async (FunctionName: string, more: Partial<CreateFunctionCommandInput> = {}) => {
      const made = await own.client.send(new CreateFunctionCommand(wish(FunctionName, more)));
      await waitUntilFunctionActiveV2({ client: own.client, maxWaitTime: 20, minDelay: 1 }, { FunctionName });
      return made;
    },
    /** What the function answers. */
    say: async (FunctionName: string, Qualifier?: string): Promise<unknown> => {
      const { Payload } = await own.client.send(
        new InvokeCommand({ FunctionName, ...(Qualifier !== undefined && { Qualifier }) }),
      );
      return JSON.parse(Buffer.from(Payload ?? []).toString());
    },
  });
}

async function makeRoles(iam: IAMClient): Promise<void> {
  const trust = (Service: string) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }],
    });
  for (const [RoleName, service] of [
    ['runs', 'lambda.amazonaws.com'],
    ['rides', 'apigateway.amazonaws.com'],
  ] as const)
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust(service) }));
}
