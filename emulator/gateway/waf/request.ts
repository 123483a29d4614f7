import type { Exchange } from '../exchange.js';
import type { HeaderName } from '../http/header-names.js';

/** What it looks at of headers and of cookies: bytes, and how many (§12.3). */
const HEADER_BYTES = 8 * 1024;
const HEADER_COUNT = 200;

/** A component with the part beyond WAF's limits cut off. Text is bytes: one character, one byte. */
export interface Inspected {
  values: readonly string[];
  oversize: boolean;
}

/** A request as WAF sees it; each part is made when a rule first asks for it. */
export class WafRequest {
  readonly exchange: Exchange;
  /** Labels that rules have added so far. */
  readonly labels = new Set<string>();
  /** Headers that rules want inserted, by name. */
  readonly inserted: Record<string, string> = {};
  readonly #ownHost: string;
  readonly #bodyLimit: number;
  #arguments: readonly (readonly [name: string, value: string])[] | undefined;
  #cookies: readonly (readonly [name: string, value: string])[] | undefined;
  #body: Inspected | undefined;

  /**
   * `ownHost` is what a Host that names this very server counts as: on AWS that is the API's domain, never localhost.
   * `bodyLimit` is what rules look at of a body, bytes (§12.3).
   */
  constructor(exchange: Exchange, ownHost: string, bodyLimit: number) {
    this.exchange = exchange;
    this.#ownHost = ownHost;
    this.#bodyLimit = bodyLimit;
  }

  get path(): string {
    return this.exchange.rawPath;
  }

  get query(): string {
    return this.exchange.rawQuery;
  }

  /** Query arguments, not decoded. */
  get arguments(): readonly (readonly [name: string, value: string])[] {
    this.#arguments ??= pairs(this.exchange.rawQuery, '&');
    return this.#arguments;
  }

  get cookies(): readonly (readonly [name: string, value: string])[] {
    this.#cookies ??= pairs(this.exchange.headers.get('cookie') ?? '', ';');
    return this.#cookies;
  }

  /** All values of a header, by lower-case name. */
  header(lower: string): string[] {
    const { names, values } = this.exchange.headers;
    const found: string[] = [];
    for (let i = 0; i < names.length; i++)
      if ((names[i] as HeaderName).lower === lower) found.push(values[i] as string);
    return lower === 'host' ? found.map((host) => this.#publicHost(host)) : found;
  }

  /** Headers within the limits, as name and value. */
  headers(): { pairs: (readonly [string, string])[]; oversize: boolean } {
    const { names, values } = this.exchange.headers;
    const all = names.map((name, i): [string, string] => [
      name.lower,
      name.lower === 'host' ? this.#publicHost(values[i] as string) : (values[i] as string),
    ]);
    return within(all);
  }

  cookiePairs(): { pairs: (readonly [string, string])[]; oversize: boolean } {
    return within(this.cookies);
  }

  get body(): Inspected {
    if (this.#body === undefined) {
      const { body } = this.exchange;
      const limit = this.#bodyLimit;
      const values = body === undefined || body.length === 0 ? [] : [body.toString('latin1', 0, limit)];
      this.#body = { values, oversize: (body?.length ?? 0) > limit };
    }
    return this.#body;
  }

  #publicHost(host: string): string {
    const port = this.exchange.req.socket.localPort;
    return host === `localhost:${port}` || host === `127.0.0.1:${port}` ? this.#ownHost : host;
  }
}

function within(all: readonly (readonly [string, string])[]): {
  pairs: (readonly [string, string])[];
  oversize: boolean;
} {
  let bytes = 0;
  const kept: (readonly [string, string])[] = [];
  for (const pair of all) {
    bytes += pair[0].length + pair[1].length;
    if (bytes > HEADER_BYTES || kept.length === HEADER_COUNT) return { pairs: kept, oversize: true };
    kept.push(pair);
  }
  return { pairs: kept, oversize: false };
}

function pairs(text: string, separator: string): (readonly [string, string])[] {
  if (text === '') return [];
  return text.split(separator).flatMap((part): [string, string][] => {
    const pair = separator === ';' ? part.trim() : part;
    if (pair === '') return [];
    const equals = pair.indexOf('=');
    return [equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]];
  });
}
