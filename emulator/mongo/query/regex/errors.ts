/** A pattern that PCRE would not compile; the text is PCRE2's. */
export class PatternError extends Error {
  override readonly name = 'PatternError';

  constructor(message: string, at: number) {
    super(`${message} at offset ${at}`);
  }
}
