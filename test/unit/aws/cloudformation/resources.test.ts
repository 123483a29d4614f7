import {
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStackResourceDriftsCommand,
  DetectStackDriftCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  GetDashboardCommand,
  GetMetricStatisticsCommand,
  ListDashboardsCommand,
} from '@aws-sdk/client-cloudwatch';
import {
  CloudWatchLogsClient,
  CreateLogStreamCommand,
  DescribeLogGroupsCommand,
  DescribeMetricFiltersCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { DescribeKeyCommand, GetKeyRotationStatusCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  DescribeSecretCommand,
  GetResourcePolicyCommand,
  GetSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { describe, expect, test } from 'vitest';
import { endpointLab } from '../../../helpers/cloudformation/endpoint-lab.js';
import { everyType, policy } from '../../../helpers/cloudformation/every-type.js';

const { harness, lab } = endpointLab();

const Capabilities = ['CAPABILITY_IAM' as const];

describe('what a stack makes is what the services answer', () => {
  let ids: Record<string, string>;
  const id = (logicalId: string) => ids[logicalId] as string;

  test('when it is made', async () => {
    await lab.client.send(
      new CreateStackCommand({
        StackName: 'all',
        TemplateBody: everyType(1),
        Capabilities,
        Tags: [{ Key: 'team', Value: 'us' }],
      }),
    );
    expect((await lab.settled('all')).StackStatus).toBe('CREATE_COMPLETE');
    ids = await lab.resources('all');
    const kms = harness.client(KMSClient);
    expect((await kms.send(new DescribeKeyCommand({ KeyId: 'alias/made' }))).KeyMetadata).toMatchObject({
      KeyId: ids.Key,
      Description: 'key 1',
    });
    expect((await kms.send(new GetKeyRotationStatusCommand({ KeyId: ids.Key }))).KeyRotationEnabled).toBe(
      true,
    );
    const iam = harness.client(IAMClient);
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: ids.Role }));
    expect(ids.Role).toMatch(/^all-Role-[A-Za-z0-9]{12}$/);
    expect(Role?.Tags).toContainEqual({ Key: 'aws:cloudformation:stack-name', Value: 'all' });
    expect(Role?.Tags).toContainEqual({ Key: 'team', Value: 'us' });
    expect(
      (await iam.send(new ListAttachedRolePoliciesCommand({ RoleName: ids.Role }))).AttachedPolicies,
    ).toMatchObject([{ PolicyArn: ids.Managed }]);
    const { PolicyDocument } = await iam.send(
      new GetRolePolicyCommand({ RoleName: ids.Role, PolicyName: 'outer' }),
    );
    expect(JSON.parse(decodeURIComponent(PolicyDocument ?? ''))).toEqual(policy('sqs:Get1'));
    const s3 = harness.client(S3Client);
    const Bucket = id('Bucket');
    expect(Bucket).toMatch(/^all-bucket-[a-z0-9]{12}$/);
    expect((await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBe('Enabled');
    expect(
      (await s3.send(new GetPublicAccessBlockCommand({ Bucket }))).PublicAccessBlockConfiguration
        ?.BlockPublicPolicy,
    ).toBe(true);
    const { ServerSideEncryptionConfiguration: sealed } = await s3.send(
      new GetBucketEncryptionCommand({ Bucket }),
    );
    expect(sealed?.Rules?.[0]).toMatchObject({
      BucketKeyEnabled: true,
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' },
    });
    expect((await s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }))).Rules).toMatchObject([
      { ID: 'old', Expiration: { Days: 10 } },
    ]);
    expect((await s3.send(new GetBucketTaggingCommand({ Bucket }))).TagSet).toContainEqual({
      Key: 'n',
      Value: '1',
    });
    expect((await s3.send(new GetBucketPolicyCommand({ Bucket }))).Policy).toContain(
      `arn:aws:s3:::${Bucket}/*`,
    );
    const secrets = harness.client(SecretsManagerClient);
    const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: ids.Secret }));
    expect(JSON.parse(SecretString ?? '')).toEqual({
      user: 'me',
      password: expect.stringMatching(/^.{20}$/),
    });
    expect(
      (await secrets.send(new GetResourcePolicyCommand({ SecretId: ids.Secret }))).ResourcePolicy,
    ).toContain('DeleteSecret');
    const watch = harness.client(CloudWatchClient);
    expect(
      (await watch.send(new DescribeAlarmsCommand({ AlarmNames: [id('Alarm')] }))).MetricAlarms,
    ).toMatchObject([{ Threshold: 1, EvaluationPeriods: 1 }]);
    expect((await watch.send(new GetDashboardCommand({ DashboardName: 'mine' }))).DashboardBody).toBe(
      '{"widgets":[],"n":1}',
    );
    const { Parameter } = await harness.client(SSMClient).send(new GetParameterCommand({ Name: '/mine' }));
    expect(Parameter?.Value).toBe(`${Bucket}/arn:aws:kms:eu-central-1:123456789012:key/${ids.Key}`);
  });

  test('its metric filter counts what is logged', async () => {
    const logs = harness.client(CloudWatchLogsClient);
    const own = { logGroupName: id('Group'), logStreamName: 'one' };
    await logs.send(new CreateLogStreamCommand(own));
    const lines = ['{"error":"BAD_TOKEN"}', '{"error":"-"}', '{"error":"BAD_KEY"}', 'plain'];
    const now = harness.clock.now();
    await logs.send(
      new PutLogEventsCommand({ ...own, logEvents: lines.map((message) => ({ message, timestamp: now })) }),
    );
    const { Datapoints } = await harness.client(CloudWatchClient).send(
      new GetMetricStatisticsCommand({
        Namespace: 'Mine',
        MetricName: 'errors',
        StartTime: new Date(now - 120_000),
        EndTime: new Date(now + 120_000),
        Period: 60,
        Statistics: ['Sum'],
      }),
    );
    expect(Datapoints).toMatchObject([{ Sum: 2 }]);
    const { metricFilters } = await logs.send(
      new DescribeMetricFiltersCommand({ logGroupName: id('Group') }),
    );
    expect(metricFilters).toMatchObject([{ filterName: ids.Filter, filterPattern: '{ $.error = "BAD_*" }' }]);
  });

  test('when it is changed, in place', async () => {
    const secrets = harness.client(SecretsManagerClient);
    const before = await secrets.send(new GetSecretValueCommand({ SecretId: ids.Secret }));
    await lab.client.send(
      new UpdateStackCommand({ StackName: 'all', TemplateBody: everyType(2), Capabilities }),
    );
    expect((await lab.settled('all')).StackStatus).toBe('UPDATE_COMPLETE');
    expect(await lab.resources('all')).toEqual(ids);
    expect(
      (await harness.client(KMSClient).send(new GetKeyRotationStatusCommand({ KeyId: ids.Key })))
        .KeyRotationEnabled,
    ).toBe(false);
    const iam = harness.client(IAMClient);
    expect((await iam.send(new GetRoleCommand({ RoleName: ids.Role }))).Role?.Description).toBe('role 2');
    const { PolicyVersion } = await iam.send(
      new GetPolicyVersionCommand({ PolicyArn: ids.Managed, VersionId: 'v2' }),
    );
    expect(PolicyVersion?.IsDefaultVersion).toBe(true);
    expect(
      (await harness.client(S3Client).send(new GetBucketVersioningCommand({ Bucket: ids.Bucket }))).Status,
    ).toBe('Suspended');
    const { logGroups } = await harness
      .client(CloudWatchLogsClient)
      .send(new DescribeLogGroupsCommand({ logGroupNamePrefix: ids.Group }));
    expect(logGroups?.[0]).toMatchObject({ retentionInDays: 14, metricFilterCount: 1 });
    const { Description, Tags } = await secrets.send(new DescribeSecretCommand({ SecretId: ids.Secret }));
    expect(Description).toBe('secret 2');
    expect(Tags).toContainEqual({ Key: 'team', Value: 'us' });
    // a generated value is made once
    expect((await secrets.send(new GetSecretValueCommand({ SecretId: ids.Secret }))).SecretString).toBe(
      before.SecretString,
    );
  });

  test('has drifted when somebody changed it, and only then', async () => {
    const drifts = async () => {
      await lab.client.send(new DetectStackDriftCommand({ StackName: 'all' }));
      const { StackResourceDrifts = [] } = await lab.client.send(
        new DescribeStackResourceDriftsCommand({
          StackName: 'all',
          StackResourceDriftStatusFilters: ['MODIFIED', 'DELETED'],
        }),
      );
      return StackResourceDrifts.map((one) => [
        one.LogicalResourceId,
        one.PropertyDifferences?.map(({ PropertyPath }) => PropertyPath),
      ]);
    };
    expect(await drifts()).toEqual([]);
    await harness.client(IAMClient).send(
      new PutRolePolicyCommand({
        RoleName: ids.Role,
        PolicyName: 'inner',
        PolicyDocument: JSON.stringify(policy('*')),
      }),
    );
    expect(await drifts()).toEqual([['Role', ['/Policies']]]);
  });

  test('when it is deleted: a bucket with something in it stays, and tells', async () => {
    const s3 = harness.client(S3Client);
    await s3.send(
      new PutObjectCommand({ Bucket: ids.Bucket, Key: 'k', Body: 'x', ServerSideEncryption: 'AES256' }),
    );
    await lab.client.send(new DeleteStackCommand({ StackName: 'all' }));
    expect(await lab.settled('all')).toMatchObject({
      StackStatus: 'DELETE_FAILED',
      StackStatusReason: 'The following resource(s) failed to delete: [Bucket]. ',
    });
    const { StackEvents = [] } = await lab.client.send(new DescribeStackEventsCommand({ StackName: 'all' }));
    const failed = StackEvents.find(
      (one) => one.LogicalResourceId === 'Bucket' && one.ResourceStatus === 'DELETE_FAILED',
    );
    expect(failed?.ResourceStatusReason).toMatch(
      /"The bucket you tried to delete is not empty".*HandlerErrorCode: ResourceConflict/,
    );
    await expect(
      harness.client(IAMClient).send(new GetRoleCommand({ RoleName: ids.Role })),
    ).rejects.toMatchObject({ name: 'NoSuchEntityException' });
    expect(
      (await harness.client(KMSClient).send(new DescribeKeyCommand({ KeyId: ids.Key }))).KeyMetadata,
    ).toMatchObject({ KeyState: 'Enabled' });
    expect(
      (await harness.client(CloudWatchClient).send(new ListDashboardsCommand({}))).DashboardEntries,
    ).toEqual([]);
  });
});
