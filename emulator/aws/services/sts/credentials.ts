import type { Dict } from '../../../../src/core/dict.js';

/** `Credentials` of an answer: the only time the secret is told. */
export function credentialsOf(
  accessKeyId: string,
  session: { secret: string; token: string; expiresAt: number },
): Dict {
  return {
    AccessKeyId: accessKeyId,
    SecretAccessKey: session.secret,
    SessionToken: session.token,
    Expiration: new Date(session.expiresAt),
  };
}
