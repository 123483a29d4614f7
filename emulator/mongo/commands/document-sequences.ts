import { decode } from '../bson/index.js';
import type { Request } from '../wire/request.js';

/** Moves document sequences into the body as arrays; the one named `raw` is left as it came, with an empty array. */
export function decodeSequences(request: Request, raw: string | undefined): void {
  for (const [name, documents] of request.sequences) {
    request.body.set(name, name === raw ? [] : documents.map(decode));
  }
}
