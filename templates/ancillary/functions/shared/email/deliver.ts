import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Tenant } from '../tenant.js';
import type { RenderedMail } from './render.js';

let ses: SESv2Client | undefined;

/** An e-mail with its addressee. */
export interface Delivery extends RenderedMail {
  to: string;
  touchpoint: string;
  /** Names the message: SES may be asked twice after a crash, and a mail program can tell by it. */
  key: string;
}

/** Hands an e-mail to SES. Returns its message id. */
export async function deliver({ id, emailSender }: Tenant, mail: Delivery): Promise<string> {
  if (!emailSender) throw new Error(`${id} has no e-mail sender`);
  const { address, name, replyTo } = emailSender;
  ses ??= new SESv2Client({});
  const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
  const { MessageId = '' } = await ses.send(
    new SendEmailCommand({
      FromEmailAddress: name ? `${displayName(name)} <${address}>` : address,
      Destination: { ToAddresses: [mail.to] },
      ...(replyTo && { ReplyToAddresses: [replyTo] }),
      Content: {
        Simple: {
          Subject: utf8(mail.subject),
          Body: { Html: utf8(mail.html), Text: utf8(mail.text) },
          Headers: [{ Name: 'X-Entity-Ref-ID', Value: mail.key }],
        },
      },
      EmailTags: [
        { Name: 'tenant', Value: id },
        { Name: 'touchpoint', Value: mail.touchpoint },
      ],
    }),
  );
  return MessageId;
}

/** Bytes of one encoded word: with its frame it may have 75 characters (RFC 2047, section 2), and a name several words. */
const WORD_BYTES = 45;

/** A display name on one line: ASCII as a quoted string, anything else as RFC 2047 has it. */
export function displayName(text: string): string {
  const name = text.replaceAll(/\p{Cc}+/gu, ' ').trim();
  if (/^[\x20-\x7e]*$/.test(name)) return `"${name.replaceAll(/["\\]/g, '\\$&')}"`;
  const words = [''];
  for (const character of name) {
    const longer = words.at(-1) + character;
    if (Buffer.byteLength(longer) > WORD_BYTES) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
}

/** True when SES may take the message another time: it is too busy, or out of reach. */
export function isPassing(error: unknown): boolean {
  const { name = '', $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode;
  return (
    status === undefined ||
    status >= 500 ||
    status === 429 ||
    /Throttl|TooManyRequests|LimitExceeded/.test(name)
  );
}
