import { expect, test, vi } from 'vitest';
import type { Exchange } from './exchange.js';

/** Webhooks and their deliveries. */
export function webhooks({ api, as }: Exchange): void {
  test('webhooks: registered, listed, tried, their deliveries looked up, removed', async () => {
    const body = { url: 'http://127.0.0.1:9/', events: ['order.*', 'cancellation.partial'] };
    const { status, body: webhook } = await api.call('registerWebhook', { headers: as, body });
    expect(status).toBe(201);
    const path = { webhookId: webhook.id };
    expect((await api.call('listWebhooks', { headers: as })).body.webhooks.length).toBe(1);
    expect((await api.call('testWebhook', { headers: as, path })).status).toBe(202);
    await vi.waitFor(
      async () => {
        const { deliveries } = (await api.call('listDeliveries', { headers: as, path })).body;
        expect(deliveries[0].attempts.length).toBeGreaterThan(0);
      },
      { timeout: 20_000, interval: 100 },
    );
    expect((await api.call('removeWebhook', { headers: as, path })).body).toEqual({
      id: webhook.id,
      removed: true,
    });
    expect((await api.call('removeWebhook', { headers: as, path })).status).toBe(404);
  });
}
