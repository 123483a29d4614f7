import { CaseFailure, type TestCase } from '../../case.js';
import { type SuiteApi, suite } from '../api.js';

/** Shorter values are words that occur by themselves. */
const SHORTEST = 16;
/** Members of stored secrets that are no secrets: addresses, names, the open half of keys. */
const OPEN = new Set([
  'url',
  'uri',
  'x',
  'y',
  'kid',
  'tenant',
  'region',
  'database',
  'role',
  'id',
  'notAfter',
  'createdAt',
]);

/** Every secret text in a stored value. */
function secretTexts(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return value.length >= SHORTEST && !OPEN.has(key) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) =>
    secretTexts(child, Array.isArray(value) ? key : name),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

async function wholeJourney(api: SuiteApi): Promise<void> {
  for (const { tenant } of api.tenants()) {
    const { transactionId, pnr } = await api.placed({ tenant });
    await api.send('orders', 'GET', `/cancellation-api/orders?pnr=${pnr}`, { as: { tenant } });
    await api.post(
      'cancel',
      `/cancellation-api/orders/${transactionId}/items/itm_1/cancel`,
      {},
      { as: { tenant } },
    );
    await api.webhook({ tenant });
    await api.send('webhooks', 'GET', '/webhooks', { as: { tenant } });
  }
  const wrong = {
    grant_type: 'client_credentials',
    client_id: api.tenants()[0]?.clients[0]?.id,
    client_secret: 'wrong',
  };
  await api.post('wrong secret', '/oauth/token', wrong, { as: { anonymous: true } });
  await api.post('no JSON', '/order-api/confirmOrder', '{"a":', {});
  await api.controls.fault({ target: 'mongo', name: '*', errorRate: 1 });
  await api.post('broken database', '/order-api/confirmOrder', {}, {});
  await api.controls.fault({ clear: true });
}

/** Nothing that is secret in any answer or log, in fair weather and in foul. */
export function secretCases(): TestCase[] {
  return suite('security', true, {
    'no secret is in any answer or log': async (api) => {
      const heard: string[] = [];
      api.listen = ({ body }) => void heard.push(body);
      await wholeJourney(api);
      const secrets = api.controls.secrets().flatMap((one) => secretTexts(parsed(one.reveal())));
      api.expect('secrets', secrets, { length: { gt: 3 } }, 'the secrets that are looked for');
      const logs = api.controls.logs();
      api.expect('logs', logs.length, { gt: 10 }, 'the log lines that are looked at');
      for (const secret of new Set(secrets)) {
        if (heard.some((text) => text.includes(secret)))
          throw new CaseFailure('answers', `A secret of ${secret.length} characters is in an answer.`);
        const line = logs.find(({ text }) => text.includes(secret));
        if (line)
          throw new CaseFailure('logs', `${line.functionName} logs a secret of ${secret.length} characters.`);
      }
      const token = logs.find(({ text }) => /eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/.test(text));
      if (token) throw new CaseFailure('logs', `${token.functionName} logs a token.`);
    },
    'a failure tells nothing of what is inside': async (api) => {
      await api.controls.fault({ target: 'mongo', name: '*', errorRate: 1 });
      const answer = await api.post(
        'broken database',
        '/aggregation-api/servePassengerRecommendations',
        api.trip(),
      );
      api.expect('broken database', answer.status, { in: [500, 502, 503, 504] }, 'the status', answer);
      const inside = 'mongodb://|127\\.0\\.0\\.1|\\.ts:\\d|    at |node_modules|MongoServerError';
      api.expect('broken database', answer.body, { not: { matches: inside } }, 'the answer', answer);
    },
  });
}
