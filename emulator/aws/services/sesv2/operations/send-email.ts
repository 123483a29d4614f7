import { AwsError } from '../../../protocol/faults.js';
import type { Input } from '../../../protocol/input.js';
import type { RestOperation } from '../../../protocol/rest-json-api.js';
import type { SesContext } from '../context.js';

/** SES's own limit of recipients of one message. */
const RECIPIENTS = 50;
const ADDRESS = /^(?:[^<>]*<)?([^\s<>@]+@[^\s<>@]+)>?$/;

/** `SendEmail` with simple content: checked as SES does, kept in the outbox, sent to nobody. */
export const sendEmail: RestOperation<SesContext> = ({ mailroom, clock, ids, region }, { body }) => {
  const simple = simpleContent(body);
  const from = body.optionalText('FromEmailAddress');
  if (from === undefined) throw new AwsError('BadRequestException', "Missing required header 'From'.");
  const destination = body.optionalInner('Destination');
  const [to, cc, bcc] = (['ToAddresses', 'CcAddresses', 'BccAddresses'] as const).map((name) =>
    (destination?.optionalTexts(name) ?? []).map(checkedAddress),
  ) as [string[], string[], string[]];
  const recipients = to.length + cc.length + bcc.length;
  if (recipients === 0) throw new AwsError('BadRequestException', 'Recipients list is empty.');
  if (recipients > RECIPIENTS)
    throw new AwsError('BadRequestException', `Recipient count exceeds ${RECIPIENTS}.`);
  const sender = addressOf(checkedAddress(from));
  if (!mailroom.mayBeSender(sender))
    throw new AwsError(
      'MessageRejected',
      `Email address is not verified. The following identities failed the check in region ${region.toUpperCase()}: ${sender}`,
    );
  const id = `${ids.hex(8)}-${ids.uuid()}-000000`;
  mailroom.keep({
    id,
    time: clock.now(),
    from,
    to,
    cc,
    bcc,
    replyTo: body.optionalTexts('ReplyToAddresses') ?? [],
    ...contentOf(simple),
    tags: Object.fromEntries(
      body.list('EmailTags').map((tag) => [tag.text('Name', TAG), tag.text('Value', TAG)]),
    ),
  });
  return { MessageId: id };
};

/** Tags have ASCII letters, digits, `_`, `-`, `.` and `@`, up to 256 of them. */
const TAG = { min: 1, max: 256, pattern: /^[A-Za-z0-9_\-.@]+$/ };

function simpleContent(body: Input): Input {
  const content = body.inner('Content');
  const given = ['Simple', 'Raw', 'Template'].filter((name) => content.has(name));
  if (given.length !== 1)
    throw new AwsError('BadRequestException', 'Exactly one of Simple, Raw and Template must be specified.');
  if (given[0] !== 'Simple')
    throw new AwsError('BadRequestException', `Content.${given[0]} is not emulated; send Content.Simple.`);
  return content.inner('Simple');
}

function contentOf(simple: Input) {
  const subject = simple.inner('Subject').text('Data');
  const body = simple.inner('Body');
  const [html, text] = ['Html', 'Text'].map((name) => body.optionalInner(name)?.text('Data'));
  if (html === undefined && text === undefined)
    throw new AwsError('BadRequestException', 'Missing required parameter: Body.Text or Body.Html');
  const headers = simple.list('Headers').map((header) => ({
    name: header.text('Name', HEADER_NAME),
    value: header.text('Value', HEADER_VALUE),
  }));
  return { subject, ...(html !== undefined && { html }), ...(text !== undefined && { text }), headers };
}

/** `MessageHeader` of the API's reference: printable ASCII, in names no colon; so that no line can be ended by one. */
const HEADER_NAME = { min: 1, max: 126, pattern: /^[!-9;-@A-~]+$/ };
const HEADER_VALUE = { min: 1, max: 995, pattern: /^[ -~]*$/ };

function checkedAddress(address: string): string {
  if (ADDRESS.test(address)) return address;
  throw new AwsError('BadRequestException', `Illegal address: ${address}`);
}

/** The address inside `Name <address>`. */
function addressOf(text: string): string {
  return ADDRESS.exec(text)?.[1] ?? text;
}
