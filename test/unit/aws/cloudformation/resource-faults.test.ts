import { CreateStackCommand, DescribeStackEventsCommand } from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, GetBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { endpointLab } from '../../../helpers/cloudformation/endpoint-lab.js';

const { harness, lab } = endpointLab();

test('what is there already is neither taken nor deleted', async () => {
  await harness.client(S3Client).send(new CreateBucketCommand({ Bucket: 'somebodys-bucket' }));
  const TemplateBody = JSON.stringify({
    Resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'somebodys-bucket' } } },
  });
  await lab.client.send(new CreateStackCommand({ StackName: 'taker', TemplateBody }));
  expect((await lab.settled('taker')).StackStatus).toBe('ROLLBACK_COMPLETE');
  const { StackEvents = [] } = await lab.client.send(new DescribeStackEventsCommand({ StackName: 'taker' }));
  expect(
    StackEvents.find(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED')?.ResourceStatusReason,
  ).toMatch(
    /^Resource handler returned message: "Resource of type 'AWS::S3::Bucket' with identifier 'somebodys-bucket' already exists\." \(RequestToken: [0-9a-f-]+, HandlerErrorCode: AlreadyExists\)$/,
  );
  await harness.client(S3Client).send(new GetBucketVersioningCommand({ Bucket: 'somebodys-bucket' }));
});

test('a property that a type does not have is refused', async () => {
  const TemplateBody = JSON.stringify({
    Resources: { Key: { Type: 'AWS::KMS::Key', Properties: { Descripton: 'x' } } },
  });
  await lab.client.send(new CreateStackCommand({ StackName: 'typo', TemplateBody }));
  await lab.settled('typo');
  const { StackEvents = [] } = await lab.client.send(new DescribeStackEventsCommand({ StackName: 'typo' }));
  expect(
    StackEvents.find(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED')?.ResourceStatusReason,
  ).toBe(
    'Properties validation failed for resource Key with message:\n#: extraneous key [Descripton] is not permitted',
  );
});
