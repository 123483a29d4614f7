import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { DataFunction } from '../../../src/lib/tenant/data-function.js';

const at = (port: number): DataFunction =>
  new DataFunction({
    functionName: 'arcube-tenant-data:live',
    region: 'eu-central-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });

test('an emulator that ends during an action is told of as such, not as a fault of ours', async () => {
  const dying = createServer((socket) => socket.resetAndDestroy()).listen(0, '127.0.0.1');
  await once(dying, 'listening');
  const { port } = dying.address() as AddressInfo;
  await expect(at(port).run('report', {})).rejects.toMatchObject({ code: 'EMULATOR_SILENT' });
  dying.close();
  await once(dying, 'close');
  await expect(at(port).run('report', {})).rejects.toMatchObject({ code: 'EMULATOR_SILENT' });
});
