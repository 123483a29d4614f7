import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Reply, send } from '../helpers/api-client.js';
import { orderOf } from '../helpers/journey.js';
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
    const placed = await lab.post('/order-api/confirmOrder', orderOf(body.correlationId, picked, 'EUR'), {
      ...as,
      'idempotency-key': randomUUID(),
    });
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

test('over the days of a trip, on a clock that is moved: each touchpoint once, in its time; what a leap passed by stays at home', async () => {
  const { clock } = lab.emulator;
  clock.reset();
  const home = lab.database('eu-central-1').db('arcube');
  // more than a run looks at, of a tenant that sends nothing: the others must not wait for it
  const silent = Array.from({ length: 450 }, (_, index) => ({
    _id: `gone-air/pnr:GONE${index}`,
    tenant: 'gone-air',
    version: 1,
    mails: [],
    nextMailAt: new Date(0),
  }));
  await home.collection<{ _id: string }>('trips').insertMany(silent);
  const tenants = home.collection<{ _id: string }>('tenants');
  await tenants.updateOne(
    { _id: TENANT },
    { $set: { 'touchpoints.return': { enabled: true, hoursBefore: 24 } } },
  );
  const HOUR = 3_600_000;
  const [steps, leap] = ['steps@example.com', 'leap@example.com'];
  const later = JSON.parse(JSON.stringify(roundTrip()).replaceAll('2030-07', '2030-08')) as ReturnType<
    typeof roundTrip
  >;
  expect((await recommend(trip('MAIL003', steps))).status).toBe(200);
  expect((await recommend({ ...trip('MAIL004', leap), segments: later.segments })).status).toBe(200);
  const touchpoints = async (to: string) =>
    (await outbox(`?to=${to}`)).map(({ tags }) => tags.touchpoint).reverse();
  const settled = (to: string, wanted: string[]) =>
    vi.waitFor(async () => expect(await touchpoints(to)).toEqual(wanted), { timeout: 20_000, interval: 100 });
  const flights = roundTrip().segments;
  const [departs, lands, leaves] = [
    Date.parse(flights[0]!.departureTime),
    Date.parse(flights[1]!.arrivalTime),
    Date.parse(flights[2]!.departureTime),
  ];
  const stops: [number, string[]][] = [
    [departs - 60 * HOUR, ['pre-departure']],
    [lands + HOUR + 60_000, ['pre-departure', 'post-landing']],
    [leaves - 23 * HOUR, ['pre-departure', 'post-landing', 'return']],
  ];
  for (const [time, wanted] of stops) {
    clock.set(time);
    await settled(steps, wanted);
  }
  clock.set(Date.parse(later.segments[1]!.arrivalTime) + 30 * HOUR);
  const plan = async () =>
    (await home.collection('trips').find({ tenant: TENANT }).toArray())
      .map(({ mails }) => (mails as Reply['body'][]).map(({ state, reason }) => `${state} ${reason ?? ''}`))
      .find(([first]) => first === 'SKIPPED TOO_LATE');
  await vi.waitFor(async () => expect((await plan())?.[1]).toBe('SKIPPED TOO_LATE'), {
    timeout: 20_000,
    interval: 100,
  });
  clock.set(Date.parse(later.segments[2]!.departureTime) - 23 * HOUR);
  await settled(leap, ['return']);
  expect(await touchpoints(steps)).toEqual(stops.at(-1)![1]);
});
