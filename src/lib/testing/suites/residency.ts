import { CaseFailure, type TestCase } from '../case.js';
import { type SuiteApi, suite } from './api.js';

/** Databases of the servers themselves. */
const OWN = new Set(['admin', 'config', 'local']);

/** What is known of one tenant's passenger, to be looked for. */
interface Traces {
  tenant: string;
  region: string;
  texts: string[];
}

/** A journey with a passenger nobody else is called like; everything that must not travel is remembered. */
async function passenger(api: SuiteApi, tenant: string, region: string): Promise<Traces> {
  const mark = api.context.ids.hex(10);
  const [lastName, email] = [`Papadaki-${mark}`, `${mark}@passenger.example`];
  const trip = api.trip();
  const passengers = trip.passengers.map((one) => ({ ...one, lastName, email }));
  const as = { tenant };
  const answer = await api.post(
    'offers',
    '/aggregation-api/servePassengerRecommendations',
    { ...trip, passengers },
    { as },
  );
  api.status('offers', answer, 200);
  const { correlationId, result } = answer.json as {
    correlationId: string;
    result: { price: number; metadata: { currency: string } }[];
  };
  const currency = result[0]?.metadata.currency ?? '';
  const offered = { pnr: trip.pnr, correlationId, offers: result as never[], currency };
  const paid = api.widgetOrder(offered, offered.offers.slice(0, 1), tenant, `PSP-${mark}`);
  const order = { ...paid, customer: { firstName: 'Maria', lastName, email } };
  const placed = await api.post('order', '/transactions/widget-order-create', order, {
    as,
    headers: { 'x-correlation-id': correlationId },
  });
  api.status('order', placed, 200);
  const { transactionId } = placed.json as { transactionId: string };
  await api.send('orders', 'GET', `/cancellation-api/orders?pnr=${trip.pnr}`, { as });
  return { tenant, region, texts: [lastName, email, trip.pnr, correlationId, transactionId, `PSP-${mark}`] };
}

/** Everything in a cluster as text, collection by collection. */
async function contentsOf(uri: string): Promise<{ namespace: string; text: string }[]> {
  const { BSON, MongoClient } = await import('mongodb');
  const client = new MongoClient(uri, { appName: 'arcube-test' });
  const found: { namespace: string; text: string }[] = [];
  try {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    for (const { name } of databases.filter((one) => !OWN.has(one.name)))
      for (const collection of await client.db(name).collections()) {
        const documents = await collection.find().toArray();
        found.push({ namespace: collection.namespace, text: BSON.EJSON.stringify(documents) });
      }
  } finally {
    await client.close();
  }
  return found;
}

async function journeys(api: SuiteApi): Promise<Traces[]> {
  const all: Traces[] = [];
  for (const { tenant, region } of api.tenants()) all.push(await passenger(api, tenant, region));
  return all;
}

/** Passenger data of a tenant is found in no other region's store, in no log and in no cache. */
export function residencySuite(): TestCase[] {
  return suite('residency', true, {
    'passenger data lies in its tenant’s region alone': async (api) => {
      const traces = await journeys(api);
      const clusters = Object.entries(api.controls.mongoByRegion());
      api.expect('clusters', clusters.length, { gt: 1 }, 'the regions that are compared');
      for (const [region, uri] of clusters) {
        const contents = await contentsOf(uri);
        for (const { tenant, texts } of traces.filter((one) => one.region !== region))
          for (const { namespace, text } of contents) {
            const leaked = texts.find((one) => text.includes(one));
            if (leaked !== undefined)
              throw new CaseFailure('stores', `${leaked} of ${tenant} lies in ${namespace} of ${region}.`);
          }
      }
    },
    'the region that should have it does': async (api) => {
      const traces = await journeys(api);
      const clusters = api.controls.mongoByRegion();
      for (const { tenant, region, texts } of traces) {
        const all = (await contentsOf(clusters[region] ?? '')).map(({ text }) => text).join('\n');
        // names and addresses may be sealed; the order must be there
        api.expect(tenant, all, { contains: texts[4] }, `the order of ${tenant} in ${region}`);
      }
    },
    'personal fields are not readable in any store': async (api) => {
      const traces = await journeys(api);
      for (const [region, uri] of Object.entries(api.controls.mongoByRegion()))
        for (const { namespace, text } of await contentsOf(uri))
          for (const { tenant, texts } of traces) {
            const open = texts.slice(0, 2).find((one) => text.includes(one));
            if (open !== undefined)
              throw new CaseFailure(
                'stores',
                `${open} of ${tenant} stands open in ${namespace} of ${region}.`,
              );
          }
    },
    'no log has passenger data': async (api) => {
      const traces = await journeys(api);
      const logs = api.controls.logs();
      api.expect('logs', logs.length, { gt: 5 }, 'the log lines that are looked at');
      for (const { tenant, texts } of traces) {
        const personal = texts.slice(0, 2);
        const line = logs.find(({ text }) => personal.some((one) => text.includes(one)));
        if (line)
          throw new CaseFailure(
            'logs',
            `${line.functionName} logs a passenger of ${tenant}: ${line.text.slice(0, 200)}`,
          );
      }
    },
    'no cache hands one tenant’s passengers to another': async (api) => {
      const traces = await journeys(api);
      for (const { tenant } of traces)
        for (const { texts } of traces.filter((one) => one.tenant !== tenant)) {
          const answer = await api.send('orders', 'GET', `/cancellation-api/orders?pnr=${texts[2]}`, {
            as: { tenant },
          });
          for (const text of texts.filter((one) => one !== texts[2]))
            api.expect('orders', answer.body, { not: { contains: text } }, `what ${tenant} is told`, answer);
        }
    },
  });
}
