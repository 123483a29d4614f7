import { AddPermissionCommand, GetPolicyCommand, RemovePermissionCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import { functionLab } from '../../../helpers/function-lab.js';

const own = functionLab();

describe('resource policies', () => {
  it('are made of statements', async () => {
    const FunctionName = 'guarded';
    await own.create(FunctionName, { Publish: true });
    const Qualifier = '1';
    const permission = {
      FunctionName,
      StatementId: 'gateway',
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: 'arn:aws:execute-api:eu-central-1:123456789012:abc/*/GET/a',
    };
    await expect(own.client.send(new GetPolicyCommand({ FunctionName }))).rejects.toThrow(
      'The resource you requested does not exist.',
    );
    const { Statement } = await own.client.send(new AddPermissionCommand(permission));
    const statement = {
      Sid: 'gateway',
      Effect: 'Allow',
      Principal: { Service: 'apigateway.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
      Resource: 'arn:aws:lambda:eu-central-1:123456789012:function:guarded',
      Condition: { ArnLike: { 'AWS:SourceArn': permission.SourceArn } },
    };
    expect(JSON.parse(Statement ?? '')).toEqual(statement);
    const { Policy } = await own.client.send(new GetPolicyCommand({ FunctionName }));
    expect(JSON.parse(Policy ?? '')).toEqual({
      Version: '2012-10-17',
      Id: 'default',
      Statement: [statement],
    });
    await expect(own.client.send(new AddPermissionCommand(permission))).rejects.toThrow(
      /^The statement id \(gateway\) provided already exists/,
    );
    await expect(
      own.client.send(new AddPermissionCommand({ ...permission, Principal: 'who ever' })),
    ).rejects.toThrow(/^The provided principal was invalid/);

    const by = {
      service: 'apigateway.amazonaws.com',
      sourceArn: 'arn:aws:execute-api:eu-central-1:123456789012:abc/prod/GET/a',
    };
    const functionName = statement.Resource;
    const call = (name: string, sourceArn = by.sourceArn) =>
      own.cloud.lambda.invoke({ functionName: name, payload: '{}', by: { ...by, sourceArn } });
    expect((await call(functionName)).payload).toBe('"first word"');
    await expect(call(`${functionName}:1`)).rejects.toMatchObject({ code: 'AccessDeniedException' });
    await expect(call(functionName, by.sourceArn.replace('GET', 'PUT'))).rejects.toMatchObject({
      statusCode: 403,
    });
    await own.client.send(new AddPermissionCommand({ ...permission, Qualifier }));
    expect((await call(`${functionName}:1`)).payload).toBe('"first word"');
    await own.client.send(new RemovePermissionCommand({ FunctionName, Qualifier, StatementId: 'gateway' }));
    await expect(call(`${functionName}:1`)).rejects.toMatchObject({ code: 'AccessDeniedException' });
    await expect(
      own.client.send(new RemovePermissionCommand({ FunctionName, StatementId: 'nobody' })),
    ).rejects.toThrow('Statement nobody is not found in resource policy.');
  });
});
