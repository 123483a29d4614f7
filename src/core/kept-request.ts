/** A request with its answer as it is kept, secrets hidden: enough to send it again and compare. */
export interface KeptRequest {
  requestId: string;
  /** Epoch ms on the emulator's clock. */
  startedAt: number;
  method: string;
  /** With the query string. */
  path: string;
  headers: [name: string, value: string][];
  body: KeptBody;
  answer: KeptAnswer;
  /** Whose it was, where that is known. */
  tenant?: string;
  /** What the bearer token said, unverified: enough to ask for one like it. */
  caller?: KeptCaller;
}

export interface KeptAnswer {
  status: number;
  headers: [name: string, value: string][];
  body: KeptBody;
}

/** `cut` bodies were too large to keep whole, or nobody knew whose they were: a request with one cannot be replayed. */
export interface KeptBody {
  text: string;
  encoding: 'utf8' | 'base64';
  cut?: true;
}

/** The platform's own claims of a token. */
export interface KeptCaller {
  tenant: string;
  role?: string;
  clientId?: string;
  pnr?: string;
  sessionId?: string;
  origin?: string;
}
