import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Aws, createAws } from '../../../emulator/aws/index.js';
import { MovableClock } from '../../../src/core/clock.js';
import { createIds } from '../../../src/core/ids.js';

let aws: Aws;
beforeEach(async () => {
  aws = createAws({
    host: '127.0.0.1',
    port: 0,
    accountId: '123456789012',
    region: 'eu-central-1',
    clock: new MovableClock(),
    ids: createIds('sts'),
  });
  await aws.endpoint.start();
});
afterEach(() => aws.endpoint.stop());

async function call(service: string, body: string): Promise<Response> {
  const url = new URL(aws.endpoint.url);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const signer = new SignatureV4({ service, region: 'eu-central-1', credentials, sha256: Sha256 });
  const headers = { host: url.host, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  const draft = { method: 'POST', protocol: 'http:', hostname: url.hostname, path: '/', headers, body };
  const signed = await signer.sign(draft);
  return fetch(url, { method: 'POST', headers: signed.headers, body });
}

it('says who signed', async () => {
  const answer = await call('sts', 'Action=GetCallerIdentity&Version=2011-06-15');
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text).toContain('<Arn>arn:aws:iam::123456789012:root</Arn>');
  expect(text).toContain('<Account>123456789012</Account>');
  expect(text).toContain(`<RequestId>${answer.headers.get('x-amzn-requestid')}</RequestId>`);
});

it('answers an unknown action and an unknown service', async () => {
  const action = await call('sts', 'Action=AssumeSomething&Version=2011-06-15');
  expect(action.status).toBe(400);
  expect(await action.text()).toContain('<Code>InvalidAction</Code>');
  const service = await call('sqs', 'Action=SendMessage&Version=2012-11-05');
  expect(await service.text()).toContain("<Message>This endpoint has no service 'sqs'.</Message>");
});
