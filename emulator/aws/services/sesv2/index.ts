import type { AwsApi } from '../../../kernel/aws.js';
import { RestJsonApi } from '../../protocol/rest-json-api.js';
import type { SesContext } from './context.js';
import {
  createEmailIdentity,
  deleteEmailIdentity,
  getEmailIdentity,
  listEmailIdentities,
} from './operations/identities.js';
import { sendEmail } from './operations/send-email.js';

/** Amazon SES, API version 2 (2019-09-27, REST-JSON). Messages are caught in the outbox. */
export function createSes(world: Omit<SesContext, 'region'>): AwsApi {
  return new RestJsonApi<SesContext>({
    signingName: 'ses',
    open: ({ region }) => ({ ...world, region }),
    routes: [
      ['POST', '/v2/email/outbound-emails', 'SendEmail', sendEmail],
      ['POST', '/v2/email/identities', 'CreateEmailIdentity', createEmailIdentity],
      ['POST', '/v2/email/list-identities', 'ListEmailIdentities', listEmailIdentities],
      ['GET', '/v2/email/identities/{identity}', 'GetEmailIdentity', getEmailIdentity],
      ['DELETE', '/v2/email/identities/{identity}', 'DeleteEmailIdentity', deleteEmailIdentity],
    ],
  });
}
