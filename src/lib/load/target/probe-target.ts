import { request } from 'undici';
import { userError } from '../../../core/errors.js';
import { outcomeOfError } from '../engine/outcome.js';

/** A half-open target takes the connection and never answers: this is how long it may. */
const PATIENCE_MS = 5000;

const WHY: Record<string, string> = {
  'connection-refused': 'Nothing listens there.',
  'connection-reset': 'It took the connection and dropped it.',
  timeout: `It did not answer within ${PATIENCE_MS / 1000} s.`,
  dns: 'Its name cannot be resolved.',
  tls: 'Its certificate is not trusted, or it speaks no TLS.',
};

/**
 * Makes sure that the target is there and is the platform: load is sent to nothing else. Throws LOAD_TARGET_SILENT or
 * LOAD_TARGET_FOREIGN.
 */
export async function probeTarget(url: string): Promise<void> {
  const { status, body } = await health(url);
  if (status !== 200 || !isHealth(body)) throw userError('LOAD_TARGET_FOREIGN', { url, status });
}

async function health(url: string): Promise<{ status: number; body: string }> {
  try {
    const answer = await request(`${url}/health`, { headersTimeout: PATIENCE_MS, bodyTimeout: PATIENCE_MS });
    return { status: answer.statusCode, body: await answer.body.text() };
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    const why = WHY[outcomeOfError(failure)] ?? failure.message;
    throw userError('LOAD_TARGET_SILENT', { url, why }, { cause: error });
  }
}

function isHealth(text: string): boolean {
  try {
    const { status, time } = JSON.parse(text) as { status?: unknown; time?: unknown };
    return typeof status === 'string' && typeof time === 'string';
  } catch {
    return false;
  }
}
