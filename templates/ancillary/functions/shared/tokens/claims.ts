/** What a token may do. */
export type Role = 'api_client' | 'widget_user' | 'whitelabel_user';

/** The platform's claims beside `iss`, `aud`, `iat`, `exp` and `jti`. */
export interface Claims {
  tenant: string;
  role: Role;
  /** Region of the tenant's data. */
  region: string;
  clientId?: string;
  pnr?: string;
  sessionId?: string;
  /** Host of the page a widget's token was given to. */
  origin?: string;
}

/** Who calls: the claims of a checked token. */
export interface Caller extends Claims {
  jti: string;
  /** Epoch seconds. */
  expiresAt: number;
}
