import { setTimeout as wait } from 'node:timers/promises';

/** An emulator that may be killed at any moment, as the travellers see it. */
export interface World {
  /** Addresses of now; they may change with a restart. */
  urls(): { api: string; vendors: string };
  credentials: { tenant: string; clientId: string; clientSecret: string }[];
  /** Resolves once it answers again. */
  up(): Promise<void>;
}

export interface Heard {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely, as a script of an integrator's would
  body: any;
}

/** Tries of a call, by the contract's advice: only what may help, with growing waits. */
const TRIES = 12;

const tokens = new Map<string, string>();

/** Calls the API as an integrator is advised to: network errors, 429 and 5xx are tried again, with the same key. */
export async function call(
  world: World,
  tenant: string,
  path: string,
  { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<Heard> {
  for (let attempt = 0; ; attempt++) {
    try {
      const token = tokens.get(tenant) ?? (await signIn(world, tenant));
      const answer = await fetch(world.urls().api + path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
        signal: AbortSignal.timeout(40_000),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const heard: Heard = { status: answer.status, body: await answer.json() };
      if (answer.status === 401) tokens.delete(tenant);
      else if (answer.status < 500 && answer.status !== 429) return heard;
      if (attempt >= TRIES) return heard;
      await wait(Number(answer.headers.get('retry-after') ?? 0) * 1000);
    } catch (error) {
      if (attempt >= TRIES) throw error;
      await world.up();
    }
    await wait(Math.min(5_000, 100 * 2 ** attempt));
  }
}

async function signIn(world: World, tenant: string): Promise<string> {
  const { clientId, clientSecret } = world.credentials.find((one) => one.tenant === tenant)!;
  const answer = await fetch(`${world.urls().api}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    }),
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (!token) throw new Error(`no token for ${tenant}: ${answer.status}`);
  tokens.set(tenant, token);
  return token;
}

/** Plans a fault of a vendor; while the emulator is down there is nobody to plan it. */
export async function plan(world: World, fault: object): Promise<void> {
  await fetch(`${world.urls().vendors}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  }).catch(() => undefined);
}
