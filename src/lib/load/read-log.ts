import { readFileSync } from 'node:fs';
import { userError } from '../../core/errors.js';
import type { KeptRequest } from '../../core/kept-request.js';
import { HIDDEN } from '../../core/redact.js';
import type { RecordedRequest } from './engine/recorded-journeys.js';

/** Headers that belong to the connection, or to the token that was used then. */
const NOT_SENT =
  /^(host|connection|content-length|transfer-encoding|accept-encoding|x-amzn-.*|x-forwarded-.*|via|expect|keep-alive|authorization)$/i;

/** A recorded traffic log, ready to be sent again. */
export interface RecordedLog {
  requests: RecordedRequest[];
  /** Why some are left out. */
  remarks: string[];
}

/**
 * Reads recorded requests (`requests-N.jsonl` below `.arcube/logs`, one JSON object a line) in the order of their
 * moments, the first at 0. Tokens were never recorded: requests that had one get a new one. Those that held a secret,
 * or too much to keep, are left out. @param speed 2 sends twice as fast. Throws LOAD_LOG.
 */
export function readLog(files: readonly string[], speed: number): RecordedLog {
  const kept = files.flatMap(readLines).sort((a, b) => a.startedAt - b.startedAt);
  const whole = kept.filter(isWhole);
  const [first] = whole;
  if (!first)
    throw userError('LOAD_LOG', {
      file: files.join(', '),
      why: 'It holds no request that can be sent again.',
    });
  const left = kept.length - whole.length;
  return {
    requests: whole.map((one) => recorded(one, (one.startedAt - first.startedAt) / speed)),
    remarks: left === 0 ? [] : [`${left} recorded requests are left out: not everything of them was kept.`],
  };
}

function readLines(file: string): KeptRequest[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as KeptRequest);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw userError('LOAD_LOG', { file, why }, { cause: error });
  }
}

function isWhole({ body, path, headers }: KeptRequest): boolean {
  const secret = headers.some(
    ([name, value]) => value.includes(HIDDEN) && name.toLowerCase() !== 'authorization',
  );
  return (
    body.cut !== true && !secret && !body.text.includes(HIDDEN) && !path.includes(encodeURIComponent(HIDDEN))
  );
}

function recorded(
  { method, path, headers, body, answer, caller }: KeptRequest,
  atMs: number,
): RecordedRequest {
  return {
    atMs,
    method,
    path,
    headers: headers.filter(([name]) => !NOT_SENT.test(name)).flat(),
    ...(body.text !== '' && { body: { text: body.text, encoding: body.encoding } }),
    status: answer.status,
    ...(caller && { actor: actorOf(caller) }),
  };
}

function actorOf({ tenant, role, clientId, pnr, sessionId, origin }: NonNullable<KeptRequest['caller']>) {
  return {
    tenant,
    ...(role !== undefined && { role: role as 'api_client' }),
    ...(clientId !== undefined && { client: clientId }),
    ...(pnr !== undefined && { pnr }),
    ...(sessionId !== undefined && { sessionId }),
    ...(origin !== undefined && { origin }),
  };
}
