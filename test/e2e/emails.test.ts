import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Reply, send } from '../helpers/api-client.js';
import { type PlatformLab, platformLab } from '../helpers/platform.js';
import { roundTrip } from '../unit/platform/sample-trip.js';

const TENANT = 'aulis-air';
let lab: PlatformLab;
let as: Record<string, string>;

beforeAll(async () => {
  lab = await platformLab();
  as = lab.as(TENANT);
}, 60_000);
afterAll(() => lab?.stop());

const outbox = async (query = ''): Promise<Reply['body'][]> =>
  (await send(`${lab.emulator.urls.control}/_arcube/outbox${query}`, 'GET')).body.messages;

function trip(pnr: string, email: string, change: object = {}) {
  const own = { ...roundTrip(), pnr, ...change };
  own.passengers[0] = { ...own.passengers[0]!, email, isLead: true, firstName: 'Eleni' };
  return own;
}
const recommend = (body: object): Promise<Reply> =>
  lab.post('/aggregation-api/servePassengerRecommendations', { pointOfSale: 'AIRLINE_WEBSITE', ...body }, as);

describe('touchpoint e-mails', () => {
  test('go out in time on the clock, once, with real offers in the traveller’s language', async () => {
    const heard: string[] = [];
    lab.emulator.events.on('mail', ({ subject }) => void heard.push(subject));
    const to = 'pre@example.com';
    expect((await recommend(trip('MAIL001', to, { pnrLocale: 'ar-ae' }))).status).toBe(200);
    const departure = Date.parse(roundTrip().segments[0]!.departureTime);
    lab.emulator.clock.set(departure - 73 * 3_600_000);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await outbox(`?to=${to}`)).toEqual([]);
    lab.emulator.clock.set(departure - 71 * 3_600_000);
    await vi.waitFor(async () => expect((await outbox(`?to=${to}`)).length).toBe(1), {
      timeout: 20_000,
      interval: 200,
    });
    lab.emulator.clock.advance(6 * 60_000); // the schedule comes round again
    await new Promise((resolve) => setTimeout(resolve, 500));
    const [message, ...others] = await outbox(`?to=${to}`);
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      from: '"Aulis Air" <trips@aulis-air.example>',
      tags: { tenant: TENANT, touchpoint: 'pre-departure' },
    });
    expect(heard).toContain(message.subject);
    const page = await fetch(lab.emulator.urls.control + message.html);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain('sandbox');
    expect(html).toContain('dir="rtl"');
    expect(html).toContain('الولايات المتحدة');
    expect(html.match(/offer(?:=|&#x3D;)/g)?.length).toBeGreaterThan(1);
    const text = await (await fetch(`${lab.emulator.urls.control}/_arcube/outbox/${message.id}.txt`)).text();
    expect(text).toContain('MAIL001');
  });

  test('an order is confirmed by e-mail with its booking codes', async () => {
    const to = 'order@example.com';
    lab.emulator.clock.reset();
    const { body } = await recommend(trip('MAIL002', to));
    const picked = body.result.slice(0, 1);
    const placed = await lab.post(
      '/order-api/confirmOrder',
      {
        sessionId: body.correlationId,
        selectedAncillaries: picked.map(({ id, price, metadata }: Reply['body']) => ({
          vendor: metadata.provider,
          id,
          price: { amount: price, currency: 'EUR' },
        })),
      },
      { ...as, 'idempotency-key': randomUUID() },
    );
    expect(placed.status).toBe(200);
    await vi.waitFor(async () => expect((await outbox(`?to=${to}`)).length).toBe(1), {
      timeout: 20_000,
      interval: 100,
    });
    const [{ id }] = (await outbox(`?to=${to}`)) as [Reply['body']];
    const message = (await send(`${lab.emulator.urls.control}/_arcube/outbox/${id}`, 'GET')).body;
    const bookings = (await send(`${lab.emulator.urls.vendors}/_sandbox/bookings`, 'GET')).body.bookings;
    const mine = bookings.find(({ key }: { key: string }) => key.startsWith(placed.body.transactionId));
    expect(message.text).toContain(mine.reference);
    expect(message.headers).toContainEqual({ name: 'X-Entity-Ref-ID', value: placed.body.transactionId });
    lab.emulator.clock.advance(6 * 60_000);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await outbox(`?to=${to}`)).length).toBe(1);
  });
});
