import {
  AddPermissionCommand,
  CreateAliasCommand,
  DeleteFunctionCommand,
  GetAliasCommand,
  GetFunctionConfigurationCommand,
  GetPolicyCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import { code, functionLab } from '../../../helpers/function-lab.js';

const own = functionLab();

describe('versions', () => {
  it('freeze code and configuration', async () => {
    const FunctionName = 'frozen';
    const { CodeSha256 } = await own.create(FunctionName, { Publish: true });
    const WORD = 'other';
    await own.client.send(
      new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables: { WORD } } }),
    );
    await own.client.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile: code('second') }));
    const two = await own.client.send(new PublishVersionCommand({ FunctionName, Description: 'two' }));
    expect(two).toMatchObject({ Version: '2', Description: 'two', State: 'Active' });
    expect([await own.say(FunctionName, '1'), await own.say(FunctionName, '2')]).toEqual([
      'first word',
      'second other',
    ]);
    const again = await own.client.send(new PublishVersionCommand({ FunctionName }));
    expect(again.Version).toBe('2');
    await expect(own.client.send(new PublishVersionCommand({ FunctionName, CodeSha256 }))).rejects.toThrow(
      /is different from current CodeSHA256 in \$LATEST/,
    );
    await expect(
      own.client.send(new PublishVersionCommand({ FunctionName, RevisionId: two.RevisionId })),
    ).rejects.toMatchObject({ name: 'PreconditionFailedException' });
    const one = await own.client.send(new GetFunctionConfigurationCommand({ FunctionName, Qualifier: '1' }));
    expect(one).toMatchObject({ CodeSha256, Environment: { Variables: { WORD: 'word' } } });
  });

  it('say where they log to, be it that only the format was given', async () => {
    const made = await own.create('logs', { LoggingConfig: { LogFormat: 'JSON' } });
    expect(made.LoggingConfig).toEqual({ LogFormat: 'JSON', LogGroup: '/aws/lambda/logs' });
    const LoggingConfig = { LogGroup: '/of/its/own' };
    const moved = await own.client.send(
      new UpdateFunctionConfigurationCommand({ FunctionName: 'logs', LoggingConfig }),
    );
    expect(moved.LoggingConfig).toEqual({ LogFormat: 'Text', ...LoggingConfig });
  });

  it('end one by one, unless an alias needs them, and their numbers are not given again', async () => {
    const FunctionName = 'pruned';
    await own.create(FunctionName, { Publish: true });
    const alias = { FunctionName, Name: 'live', FunctionVersion: '1' };
    await own.client.send(new CreateAliasCommand(alias));
    const remove = (Qualifier?: string) =>
      own.client.send(new DeleteFunctionCommand({ FunctionName, ...(Qualifier && { Qualifier }) }));
    await expect(remove('1')).rejects.toMatchObject({
      name: 'ResourceConflictException',
      message: 'Unable to delete version because the following aliases reference it: [live]',
    });
    await expect(remove('$LATEST')).rejects.toThrow(/cannot be deleted without deleting the function/);
    await expect(remove('live')).rejects.toThrow('Deletion of aliases is not currently supported.');
    await remove('99');
    await own.client.send(new UpdateAliasCommand({ ...alias, FunctionVersion: '$LATEST' }));
    await remove('1');
    await expect(own.say(FunctionName, '1')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    expect((await own.client.send(new PublishVersionCommand({ FunctionName }))).Version).toBe('2');
    await remove();
    await expect(own.say(FunctionName)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('a restart', () => {
  it('finds functions, versions, aliases and policies as they were', async () => {
    const FunctionName = 'kept';
    await own.create(FunctionName, { Publish: true, Tags: { a: 'b' } });
    await own.client.send(
      new UpdateFunctionCodeCommand({ FunctionName, ZipFile: code('second'), Publish: true }),
    );
    const RoutingConfig = { AdditionalVersionWeights: { '2': 0.25 } };
    const alias = { FunctionName, Name: 'live' };
    await own.client.send(new CreateAliasCommand({ ...alias, FunctionVersion: '1', RoutingConfig }));
    const StatementId = 'events';
    await own.client.send(
      new AddPermissionCommand({
        FunctionName,
        StatementId,
        Action: 'lambda:InvokeFunction',
        Principal: 'events.amazonaws.com',
      }),
    );
    await own.cloud.restart();
    own.connect();
    const { Versions } = await own.client.send(new ListVersionsByFunctionCommand({ FunctionName }));
    expect(Versions?.map(({ Version }) => Version)).toEqual(['$LATEST', '1', '2']);
    expect([await own.say(FunctionName, '1'), await own.say(FunctionName)]).toEqual([
      'first word',
      'second word',
    ]);
    expect(await own.client.send(new GetAliasCommand(alias))).toMatchObject({
      FunctionVersion: '1',
      RoutingConfig,
    });
    expect((await own.client.send(new GetPolicyCommand({ FunctionName }))).Policy).toContain(StatementId);
    expect((await own.client.send(new PublishVersionCommand({ FunctionName }))).Version).toBe('2');
    await own.client.send(new DeleteFunctionCommand({ FunctionName }));
    await own.cloud.restart();
    own.connect();
    await expect(own.say(FunctionName)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
