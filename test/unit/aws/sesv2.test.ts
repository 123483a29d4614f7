import {
  CreateEmailIdentityCommand,
  DeleteEmailIdentityCommand,
  GetEmailIdentityCommand,
  ListEmailIdentitiesCommand,
  SESv2Client,
  SendEmailCommand,
  type SendEmailCommandInput,
} from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Aws, createAws } from '../../../emulator/aws/index.js';
import type { MailRecord } from '../../../emulator/kernel/mail.js';
import { MovableClock } from '../../../src/core/clock.js';
import { createIds } from '../../../src/core/ids.js';

let aws: Aws;
let ses: SESv2Client;
const heard: MailRecord[] = [];

beforeAll(async () => {
  aws = createAws({
    host: '127.0.0.1',
    port: 0,
    accountId: '000000000000',
    region: 'eu-central-1',
    clock: new MovableClock(),
    ids: createIds('ses'),
    onMail: (mail) => void heard.push(mail),
  });
  await aws.endpoint.start();
  ses = new SESv2Client({
    endpoint: aws.endpoint.url,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  ses.destroy();
  await aws.endpoint.stop();
});

const message = (change: Partial<SendEmailCommandInput> = {}): SendEmailCommand =>
  new SendEmailCommand({
    FromEmailAddress: 'Trips <trips@airline.example>',
    Destination: { ToAddresses: ['eleni@example.com'] },
    Content: { Simple: { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'Dear Eleni' } } } },
    EmailTags: [{ Name: 'tenant', Value: 'aulis-air' }],
    ...change,
  });

test('a sender that is not verified is refused in SES’s words; a verified domain may send, and the message is caught', async () => {
  await expect(ses.send(message())).rejects.toMatchObject({
    name: 'MessageRejected',
    message:
      'Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: trips@airline.example',
  });
  await ses.send(new CreateEmailIdentityCommand({ EmailIdentity: 'airline.example' }));
  const { MessageId } = await ses.send(message());
  expect(heard).toMatchObject([
    {
      id: MessageId,
      to: ['eleni@example.com'],
      subject: 'Hello',
      text: 'Dear Eleni',
      tags: { tenant: 'aulis-air' },
    },
  ]);
  expect(aws.mail.find(MessageId as string)).toBe(heard[0]);
});

test('identities are listed, shown and removed', async () => {
  const EmailIdentity = 'other@example.com';
  expect(await ses.send(new CreateEmailIdentityCommand({ EmailIdentity }))).toMatchObject({
    IdentityType: 'EMAIL_ADDRESS',
    VerifiedForSendingStatus: true,
  });
  await expect(ses.send(new CreateEmailIdentityCommand({ EmailIdentity }))).rejects.toMatchObject({
    name: 'AlreadyExistsException',
  });
  const { EmailIdentities } = await ses.send(new ListEmailIdentitiesCommand({}));
  expect(EmailIdentities?.map(({ IdentityName }) => IdentityName)).toContain(EmailIdentity);
  await ses.send(new DeleteEmailIdentityCommand({ EmailIdentity }));
  await expect(ses.send(new GetEmailIdentityCommand({ EmailIdentity }))).rejects.toMatchObject({
    name: 'NotFoundException',
  });
});

test.each<[string, Partial<SendEmailCommandInput>, string]>([
  ['without a recipient', { Destination: {} }, 'Recipients list is empty.'],
  ['to nobody', { Destination: { ToAddresses: ['nobody'] } }, 'Illegal address: nobody'],
  [
    'to too many',
    { Destination: { ToAddresses: Array.from({ length: 51 }, (_, index) => `p${index}@example.com`) } },
    'Recipient count exceeds 50.',
  ],
  [
    'as a template',
    { Content: { Template: { TemplateName: 't' } } },
    'Content.Template is not emulated; send Content.Simple.',
  ],
])('a message %s is refused', async (_name, change, text) => {
  await ses.send(new CreateEmailIdentityCommand({ EmailIdentity: 'airline.example' })).catch(() => undefined);
  await expect(ses.send(message(change))).rejects.toMatchObject({
    name: 'BadRequestException',
    message: text,
  });
});

test('a header that would end its line, or begin another, is refused', async () => {
  await ses.send(new CreateEmailIdentityCommand({ EmailIdentity: 'airline.example' })).catch(() => undefined);
  const withHeader = (Name: string, Value: string) => {
    const Simple = { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'x' } }, Headers: [{ Name, Value }] };
    return ses.send(message({ Content: { Simple } }));
  };
  const before = heard.length;
  for (const [name, value] of [
    ['X-Ref', 'a\r\nBcc: other@example.com'],
    ['X-Ref', 'Grüße'],
    ['X-Ref: a\r\nBcc', 'other@example.com'],
    ['X:Ref', 'a'],
    ['X-Ref', 'x'.repeat(996)],
  ] as const)
    await expect(withHeader(name, value), `${name} ${value}`).rejects.toMatchObject({
      $metadata: { httpStatusCode: 400 },
    });
  expect(heard.length).toBe(before);
  await withHeader('X-Ref', 'x'.repeat(995));
});
