import { type HeaderName, headerName } from './header-names.js';

/** The header lines of a request, in order, with the client's own spelling. */
export class RequestHeaders {
  readonly names: HeaderName[] = [];
  readonly written: string[] = [];
  readonly values: string[] = [];
  /** Bytes of all values together. */
  readonly valueBytes: number;

  constructor(rawHeaders: readonly string[]) {
    let bytes = 0;
    for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
      const written = rawHeaders[i] as string;
      const value = rawHeaders[i + 1] as string;
      this.names.push(headerName(written));
      this.written.push(written);
      this.values.push(value);
      bytes += value.length; // node gives header bytes as latin1: one character, one byte
    }
    this.valueBytes = bytes;
  }

  /** The last value of a header, by lower-case name. */
  get(lower: string): string | undefined {
    const { names } = this;
    for (let i = names.length - 1; i >= 0; i--)
      if ((names[i] as HeaderName).lower === lower) return this.values[i];
    return undefined;
  }

  /** The last value under exactly this spelling, which validators compare; the edge respells some names first. */
  getExact(name: string, edge: boolean): string | undefined {
    for (let i = this.names.length - 1; i >= 0; i--)
      if ((edge ? (this.names[i] as HeaderName).edge : this.written[i]) === name) return this.values[i];
    return undefined;
  }
}
