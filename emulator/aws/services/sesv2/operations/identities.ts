import { AwsError } from '../../../protocol/faults.js';
import type { RestOperation } from '../../../protocol/rest-json-api.js';
import type { SesContext } from '../context.js';

/** What SES says of a verified identity. There is no DNS to wait for here: one is verified when it is created. */
const VERIFIED = {
  VerifiedForSendingStatus: true,
  DkimAttributes: { SigningEnabled: true, Status: 'SUCCESS', SigningAttributesOrigin: 'AWS_SES', Tokens: [] },
};

export const createEmailIdentity: RestOperation<SesContext> = ({ mailroom }, { body }) => {
  const name = body.text('EmailIdentity', { min: 1, max: 320 });
  if (!mailroom.verify(name))
    throw new AwsError('AlreadyExistsException', `Email identity ${name} already exist.`);
  return { IdentityType: mailroom.typeOf(name), ...VERIFIED };
};

export const getEmailIdentity: RestOperation<SesContext> = ({ mailroom }, { path }) => {
  const { identity = '' } = path;
  const type = mailroom.typeOf(identity);
  if (!type) throw missing(identity);
  return {
    IdentityType: type,
    FeedbackForwardingStatus: true,
    VerificationStatus: 'SUCCESS',
    Policies: {},
    Tags: [],
    ...VERIFIED,
  };
};

export const listEmailIdentities: RestOperation<SesContext> = ({ mailroom }) => ({
  EmailIdentities: mailroom.identities().map(({ name, type }) => ({
    IdentityName: name,
    IdentityType: type,
    SendingEnabled: true,
    VerificationStatus: 'SUCCESS',
  })),
});

export const deleteEmailIdentity: RestOperation<SesContext> = ({ mailroom }, { path }) => {
  const { identity = '' } = path;
  if (!mailroom.remove(identity)) throw missing(identity);
  return {};
};

function missing(identity: string): AwsError {
  return new AwsError('NotFoundException', `Email identity ${identity} does not exist.`, 404);
}
