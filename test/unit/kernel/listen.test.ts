import { createServer, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { listen, urlHost } from '../../../emulator/kernel/listen.js';

const servers: Server[] = [];
function server(): Server {
  const made = createServer();
  servers.push(made);
  return made;
}
afterEach(() => {
  for (const one of servers.splice(0)) one.close();
});

it('moves to the next free port, and says which', async () => {
  const first = await listen(server(), { host: '127.0.0.1', port: 0 });
  const second = await listen(server(), { host: '127.0.0.1', port: first });
  expect(second).toBeGreaterThan(first);
});

it('refuses a taken port when it must be that one', async () => {
  const port = await listen(server(), { host: '127.0.0.1', port: 0 });
  await expect(listen(server(), { host: '127.0.0.1', port, strictPort: true })).rejects.toMatchObject({
    code: 'PORT_TAKEN',
  });
});

it('says why an address cannot be listened on', async () => {
  await expect(listen(server(), { host: '192.0.2.1', port: 0 })).rejects.toMatchObject({
    code: 'PORT_FORBIDDEN',
  });
});

it('writes addresses as URLs need them', () => {
  expect(['127.0.0.1', '0.0.0.0', '::', '::1'].map(urlHost)).toEqual([
    '127.0.0.1',
    '127.0.0.1',
    '[::1]',
    '[::1]',
  ]);
});
