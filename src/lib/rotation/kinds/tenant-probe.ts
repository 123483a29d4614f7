import { readBack } from '../../aws/retry.js';
import type { ApiAnswer } from '../live-api.js';

/** The live API kept answering otherwise than it should. */
export class UnexpectedReply extends Error {
  override readonly name = 'UnexpectedReply';
}

/** Asks until the answer has the wanted status, a few times: one function may have asked for the secret just before. */
export async function awaitReply(
  wanted: number,
  what: string,
  ask: () => Promise<ApiAnswer>,
): Promise<string> {
  let last = 'nothing';
  const seen = await readBack(async () => {
    const { status, text } = await ask();
    last = `${status}${status === 200 ? '' : `: ${text}`}`; // a good answer holds a token
    return status === wanted;
  });
  if (!seen) throw new UnexpectedReply(`${what}: the API answered ${last} where ${wanted} was due`);
  return `${what}: the API answered ${wanted}`;
}
