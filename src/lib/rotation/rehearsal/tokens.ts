import type { Holder } from './stage.js';

/** A token in the hands of a caller. Times are epoch ms of the emulator's clock. */
export interface HeldToken {
  text: string;
  kid: string;
  issuedAt: number;
  expiresAt: number;
}

/** Reads key id and end of a token. */
export function heldToken(text: string): HeldToken {
  const [head = '', body = ''] = text.split('.');
  const read = (part: string): Record<string, unknown> =>
    JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
  const { iat, exp } = read(body);
  return { text, kid: String(read(head).kid), issuedAt: Number(iat) * 1000, expiresAt: Number(exp) * 1000 };
}

/** Tokens of all ages: given out evenly over their life, kept until a little before their end. */
export class TokenPool {
  #tokens: HeldToken[] = [];

  add(token: HeldToken): void {
    this.#tokens.push(token);
  }

  /** Any token that is good for at least another `margin` ms. */
  any(now: number, margin: number): HeldToken | undefined {
    if (this.#tokens.length > 0 && (this.#tokens[0] as HeldToken).expiresAt < now + margin)
      this.#tokens = this.#tokens.filter(({ expiresAt }) => expiresAt >= now + margin);
    return this.#tokens[Math.floor(Math.random() * this.#tokens.length)];
  }
}

/** The body of a request for a token. */
export function grantRequest({ clientId }: Holder, secret: string): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret }),
  };
}
