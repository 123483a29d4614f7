import { withRetry } from '../../aws/retry.js';
import type { StepContext } from './engine.js';

/** How an API did in the smoke suite. */
export interface Verification {
  ok: boolean;
  note: string;
}

/** Runs the smoke suite on an API. */
export type Verify = (url: string, named: boolean, signal: AbortSignal) => Promise<Verification>;

/** The outputs that tell an API's address. */
const OUTPUTS = ['ApiUrl', 'GatewayUrl'];

/** Tries the API once it is deployed. A check that does not pass is noted, and told when it has been recorded. */
export async function verifyRegion(context: StepContext): Promise<string> {
  const { state, progress, region, tools, now, write, goOn } = context;
  if (progress.verified) return progress.verified.note;
  if (!state.begin.options.smoke) return 'not asked for';
  const api = await addressOf(context);
  if (!api) return 'no address of the API is known: name it with --api-url';
  const { ok, note } = await tools.verify(api.url, api.named, tools.signal);
  goOn(); // a suite that was broken off has found nothing out
  write({ type: 'verified', at: now(), region: region.name, ok, note });
  return note;
}

/** Base URL of the API: as it was named, else as the stack's outputs tell it. */
export async function addressOf({
  state,
  progress,
  region,
}: StepContext): Promise<{ url: string; named: boolean } | undefined> {
  const named = state.begin.options.apiUrls[region.name];
  if (named !== undefined) return { url: named, named: true };
  const stack = await withRetry(() => region.stacks.describe(progress.part.stackId));
  const url = OUTPUTS.map((one) => stack?.outputs[one]).find((one) => one?.startsWith('https://'));
  return url === undefined ? undefined : { url: url.replace(/\/$/, ''), named: false };
}
