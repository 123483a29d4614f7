import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test, vi } from 'vitest';
import { WEBHOOK_RETRIES, WEBHOOKS_MOST } from '../../../templates/ancillary/functions/shared/decisions.js';
import { addWebhook } from '../../../templates/ancillary/functions/shared/webhooks/add.js';
import { send } from '../../helpers/api-client.js';
import type { OrdersLab } from './orders-lab.js';

/** Deliveries of events to the airline. */
export function webhooks({ lab, as, widgetOrder }: OrdersLab): void {
  describe('webhooks', () => {
    test('tell of an order once it is placed, signed; deliveries can be looked up; another tenant sees nothing', async () => {
      const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
      const server = createServer(async (request, response) => {
        heard.push({ headers: request.headers, body: await text(request) });
        response.end();
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
      const registered = await lab.post('/webhooks', { url, events: ['order.*'] }, as);
      expect(registered.status).toBe(201);
      const { body, headers } = await widgetOrder();
      const { transactionId } = (await lab.post('/transactions/widget-order-create', body, headers)).body;
      await vi.waitFor(() => expect(heard.length).toBe(1), { timeout: 15_000, interval: 50 });
      server.close();
      const [delivery] = heard as [(typeof heard)[0]];
      const timestamp = delivery.headers['x-webhook-timestamp'];
      const signature = createHmac('sha256', registered.body.secret)
        .update(`${timestamp}.${delivery.body}`)
        .digest('hex');
      expect(delivery.headers).toMatchObject({
        'x-event-type': 'order.confirmed',
        'x-correlation-id': headers['x-correlation-id'],
        'x-webhook-signature': `sha256=${signature}`,
      });
      expect(JSON.parse(delivery.body).data).toMatchObject({
        transactionId,
        pnr: body.pnr,
        status: 'SUCCESS',
      });
      const path = `/webhooks/${registered.body.id}`;
      const delivered = { event: 'order.confirmed', state: 'DELIVERED', attempts: [{ status: 200 }] };
      await vi.waitFor(
        async () => {
          const { body } = await lab.get(`${path}/deliveries`, as);
          expect(body.deliveries).toMatchObject([delivered]);
        },
        { timeout: 15_000, interval: 50 },
      );
      expect((await lab.get('/webhooks', as)).text).not.toContain(registered.body.secret);
      expect((await lab.get(`${path}/deliveries`, lab.as('aulis-air'))).status).toBe(404);
      expect((await send(lab.url + path, 'DELETE', undefined, as)).body).toEqual({
        id: registered.body.id,
        removed: true,
      });
    });

    test('are twenty of a tenant, however many are registered at once', async () => {
      const db = lab.database('us-east-1').db('arcube');
      const tenant = 'bluestem-airways';
      const webhook = (index: number) => ({
        _id: `whk_${index}`,
        tenant,
        url: `https://hooks.bluestem.example/${index}`,
        events: ['order.*'],
        secret: 'whsec_test',
        createdAt: new Date(),
      });
      const added = await Promise.all(
        Array.from({ length: 30 }, (_, index) => addWebhook(db, { id: tenant }, webhook(index))),
      );
      expect(added.filter(Boolean).length).toBe(WEBHOOKS_MOST);
      const other = lab.as(tenant);
      expect((await lab.get('/webhooks', other)).body.webhooks.length).toBe(WEBHOOKS_MOST);
      const one = { url: 'https://hooks.bluestem.example/one', events: ['order.*'] };
      expect((await lab.post('/webhooks', one, other)).status).toBe(422);
      const gone = added.indexOf(true);
      expect((await send(`${lab.url}/webhooks/whk_${gone}`, 'DELETE', undefined, other)).status).toBe(200);
      expect((await lab.post('/webhooks', one, other)).status).toBe(201);
      expect((await lab.post('/webhooks', one, other)).status).toBe(422);
    });

    // By the machine's clock the tries would take 35 seconds, which is more than the test has.
    test('are tried again by the emulator’s clock', async () => {
      const server = createServer((_request, response) => void response.writeHead(500).end()).listen(
        0,
        '127.0.0.1',
      );
      await once(server, 'listening');
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const { id } = (await lab.post('/webhooks', { url, events: ['order.*'] }, as)).body;
      const { clock } = lab.emulator;
      clock.freeze();
      const begin = clock.now();
      try {
        await lab.post(`/webhooks/${id}/test`, {}, as);
        const deliveries = lab.database('me-central-1').db('arcube').collection('webhook_deliveries');
        const tries = (count: number) =>
          vi.waitFor(
            async () => {
              const found = await deliveries.findOne({ webhook: id });
              expect(found?.attempts.length).toBe(count);
              return found as NonNullable<typeof found>;
            },
            { timeout: 25_000, interval: 50 },
          );
        for (const [index, seconds] of WEBHOOK_RETRIES.entries()) {
          await tries(index + 1);
          clock.advance(seconds * 1000);
        }
        const { attempts, state } = await tries(4);
        expect(attempts.map(({ at }: { at: Date }) => at.getTime() - begin)).toEqual([
          0, 5000, 15_000, 35_000,
        ]);
        expect(state).toBe('FAILED');
      } finally {
        clock.resume();
        server.close().closeAllConnections();
        await send(`${lab.url}/webhooks/${id}`, 'DELETE', undefined, as);
      }
    }, 30_000);
  });
}
