import type { AwsApi, AwsApiRequest } from '../../../kernel/aws.js';
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
    askOf: (operation, request) => ({ action: `ses:${operation}`, resource: identityArn(request) }),
    routes: [
      ['POST', '/v2/email/outbound-emails', 'SendEmail', sendEmail],
      ['POST', '/v2/email/identities', 'CreateEmailIdentity', createEmailIdentity],
      ['POST', '/v2/email/list-identities', 'ListEmailIdentities', listEmailIdentities],
      ['GET', '/v2/email/identities/{identity}', 'GetEmailIdentity', getEmailIdentity],
      ['DELETE', '/v2/email/identities/{identity}', 'DeleteEmailIdentity', deleteEmailIdentity],
    ],
  });
}

/** The identity that a request is for, as policies name it: the sender's, or the one in the path. */
function identityArn({ path, body, region, caller }: AwsApiRequest): string {
  const [, named] = /^\/v2\/email\/identities\/([^/]+)/.exec(path) ?? [];
  const identity = named === undefined ? senderOf(body) : decodeURIComponent(named);
  return identity === undefined ? '*' : `arn:aws:ses:${region}:${caller.accountId}:identity/${identity}`;
}

function senderOf(body: Buffer): string | undefined {
  const [, from] = /"FromEmailAddress"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(body.toString('utf8')) ?? [];
  return from === undefined ? undefined : (/<([^<>]+)>/.exec(from)?.[1] ?? from);
}
