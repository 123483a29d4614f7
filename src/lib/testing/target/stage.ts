import { userError } from '../../../core/errors.js';
import { ApiCaller } from '../http/api-caller.js';

/** What a URL says of the stage behind it. */
export interface Stage {
  url: string;
  /** On this machine: an emulator, which nobody can hurt. */
  local: boolean;
  /** Undefined behind a domain of its own. */
  apiId?: string;
  region?: string;
  stage?: string;
}

const EXECUTE_API = /^([a-z0-9]+)\.execute-api\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?$/;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Reads a target's URL. Errors: TARGET_INVALID. */
export function stageOf(text: string): Stage {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw userError('TARGET_INVALID', { url: text, why: 'It is no URL.' });
  }
  const local = LOOPBACK.test(url.hostname);
  if (url.protocol !== 'https:' && !(local && url.protocol === 'http:'))
    throw userError('TARGET_INVALID', {
      url: text,
      why: 'Tokens are sent over HTTPS alone, but to this machine.',
    });
  const [, apiId, region] = EXECUTE_API.exec(url.hostname) ?? [];
  const [, stage] = url.pathname.split('/');
  return {
    url: url.href.replace(/\/$/, ''),
    local,
    ...(apiId !== undefined && { apiId }),
    ...(region !== undefined && { region }),
    ...(apiId !== undefined && stage && { stage }),
  };
}

/** Makes sure that a platform of ours answers there. Errors: TARGET_DOWN, TARGET_FOREIGN. */
export async function probe({ url }: Stage): Promise<void> {
  const caller = new ApiCaller(url);
  try {
    const { status, body, error, headers } = await caller.call({
      method: 'GET',
      path: '/health',
      headers: {},
      timeout: 10_000,
    });
    if (error !== undefined) throw userError('TARGET_DOWN', { url, cause: error });
    const isOurs = /^req_/.test(headers['x-request-id'] ?? '') && /"status":\s*"ok"/.test(body);
    if (!isOurs) throw userError('TARGET_FOREIGN', { url, status });
  } finally {
    caller.close();
  }
}

/** The question before anything is sent: account and stage by name. */
export function describeStage({ url, apiId, region, stage }: Stage, account: string | undefined): string {
  const named =
    stage === undefined ? 'an unnamed stage behind a domain of its own' : `stage ${stage} of API ${apiId}`;
  const where = region === undefined ? '' : ` in ${region}`;
  return `${url}: ${named}${where}, AWS account ${account ?? 'unknown (no AWS credentials here)'}`;
}
