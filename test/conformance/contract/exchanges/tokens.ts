import { createHmac, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Exchange, TENANT } from './exchange.js';

/** Every way to a token, and the keys that verify them. */
export function tokens({ lab, api }: Exchange): void {
  describe('tokens', () => {
    test('client credentials, both editions, JSON', async () => {
      const { clientId, clientSecret } = lab.emulator.credentials()[0]!;
      const body = {
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret.reveal(),
      };
      for (const operation of ['createToken', 'createTokenV1']) {
        const { status, body: token } = await api.call(operation, { body });
        expect([status, token.token_type, token.expires_in]).toEqual([200, 'Bearer', 3600]);
        const wrong = await api.call(operation, { body: { ...body, client_secret: 'x' } });
        expect([wrong.status, wrong.body.error.message]).toEqual([401, 'Invalid client credentials.']);
        expect((await api.call(operation, { body: {} })).status).toBe(400);
      }
    });

    test('the edge’s HMAC, a widget’s two steps, the keys that verify them', async () => {
      const { tenant, edgeSecret } = lab.emulator.credentials().find((one) => one.tenant === TENANT)!;
      const [timestamp, nonce] = [String(Math.floor(lab.emulator.clock.now() / 1000)), randomUUID()];
      const signature = createHmac('sha256', edgeSecret.reveal())
        .update(`POST\n/auth/edge/token\n${tenant}\n${timestamp}\n${nonce}`)
        .digest('hex');
      const headers = {
        'x-tenant-id': tenant,
        'x-timestamp': timestamp,
        'x-nonce': nonce,
        'x-signature': signature,
      };
      const edge = await api.call('createEdgeToken', { headers, body: { pnr: 'EDGE42' } });
      const who = await api.call('whoAmI', {
        headers: { authorization: `Bearer ${edge.body.access_token}` },
      });
      expect(who.body).toMatchObject({ role: 'widget_user', tenant, pnr: 'EDGE42' });
      for (const [role, owner] of [
        ['api_client', TENANT],
        ['whitelabel_user', 'aulis-air'],
      ] as const) {
        const authorization = `Bearer ${await lab.emulator.tokenFor(owner, { role })}`;
        const { body } = await api.call('whoAmI', { headers: { authorization } });
        expect(body).toMatchObject({ role, tenant: owner });
      }
      expect((await api.call('createEdgeToken', { headers, body: { pnr: 'EDGE42' } })).status).toBe(401);

      const page = { origin: 'https://book.dune-horizon.example' };
      const referer = { Referer: `${page.origin}/booking/42` };
      expect((await api.call('initWidget', { headers: referer, body: { tenantId: TENANT } })).status).toBe(
        200,
      );
      const init = await api.call('initWidget', { headers: page, body: { tenantId: TENANT } });
      expect(init.body.expires_in).toBe(60);
      const open = { ...page, authorization: `Bearer ${init.body.access_token}` };
      const session = await api.call('openWidgetSession', { headers: open });
      expect(session.body.expires_in).toBe(900);
      const { keys } = (await api.call('getKeys')).body;
      const [head] = session.body.access_token.split('.');
      const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString());
      expect(keys.map((key: { kid: string }) => key.kid)).toContain(kid);
      expect((await api.call('getHealth')).body.status).toBe('ok');
    });
  });
}
