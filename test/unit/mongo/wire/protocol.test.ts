import { BSON } from 'mongodb';
import { describe, expect, test } from 'vitest';
import { crc32c } from '../../../../emulator/mongo/wire/crc32c.js';
import { startCluster } from '../../../helpers/mongo-cluster.js';
import { MongoSocket, opMsg, opMsgOf, opQuery, section, sequence } from '../../../helpers/mongo-socket.js';

const PING = { ping: 1, $db: 'admin' };

async function socket(): Promise<MongoSocket> {
  const { cluster } = await startCluster();
  return MongoSocket.open(cluster.uri);
}

describe('OP_MSG', () => {
  test('ok is a double, and the reply tells the cluster time', async () => {
    const reply = await (await socket()).command(PING);
    expect(reply?.ok).toBeInstanceOf(BSON.Double);
    expect(Number(reply?.ok)).toBe(1);
    expect(reply?.operationTime).toBeInstanceOf(BSON.Timestamp);
    expect(reply?.$clusterTime.clusterTime).toEqual(reply?.operationTime);
  });

  test('CRC-32C is that of RFC 3720', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
    expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa);
  });

  test('a right checksum is taken, a wrong one ends the connection', async () => {
    const client = await socket();
    const good = signed(PING);
    client.socket.write(good);
    expect(Number((await client.reply())?.ok)).toBe(1);
    const bad = Buffer.from(good);
    bad[bad.length - 1]! ^= 1;
    client.socket.write(bad);
    await client.untilClosed();
  });

  test('documents may come beside the body, in any order of sections', async () => {
    const client = await socket();
    const documents = sequence('documents', [{ _id: 1 }, { _id: 2 }]);
    const body = section(0, BSON.serialize({ insert: 'c', $db: 't' }));
    for (const sections of [[documents, body]]) client.socket.write(opMsgOf(Buffer.concat(sections)));
    expect(Number((await client.reply())?.n)).toBe(2);
    const found = await client.command({ find: 'c', $db: 't' });
    expect(found?.cursor.firstBatch).toHaveLength(2);
  });

  test.each([
    [
      'two bodies',
      Buffer.concat([section(0, BSON.serialize(PING)), section(0, BSON.serialize(PING))]),
      40430,
    ],
    ['no body', sequence('documents', [{}]), 40587],
    ['an unknown section', section(9, BSON.serialize(PING)), 40432],
    [
      'a sequence twice',
      Buffer.concat([sequence('d', []), sequence('d', []), section(0, BSON.serialize(PING))]),
      40431,
    ],
    ['no $db', section(0, BSON.serialize({ ping: 1 })), 40571],
  ])('%s is an answer, not the end', async (_name, sections, code) => {
    const client = await socket();
    client.socket.write(opMsgOf(sections));
    expect(Number((await client.reply())?.code)).toBe(code);
    expect(Number((await client.command(PING))?.ok)).toBe(1);
  });

  test('moreToCome wants no answer', async () => {
    const client = await socket();
    client.socket.write(opMsg({ insert: 'c', documents: [{ _id: 1 }], writeConcern: { w: 0 }, $db: 't' }, 2));
    const reply = await client.command({ count: 'c', $db: 't' });
    expect(Number(reply?.n)).toBe(1);
  });

  test('requests that come at once are answered in order', async () => {
    const client = await socket();
    client.socket.write(Buffer.concat([opMsg(PING), opMsg({ nonsense: 1, $db: 'admin' }), opMsg(PING)]));
    const codes = [await client.reply(), await client.reply(), await client.reply()].map(
      (reply) => reply?.code,
    );
    expect(codes.map((code) => (code === undefined ? undefined : Number(code)))).toEqual([
      undefined,
      59,
      undefined,
    ]);
  });

  test('an awaited hello over an exhaust stream is answered again and again', async () => {
    const client = await socket();
    const first = await client.command({ hello: 1, $db: 'admin' });
    const { topologyVersion } = first!;
    client.socket.write(opMsg({ hello: 1, topologyVersion, maxAwaitTimeMS: 30, $db: 'admin' }, 1 << 16));
    for (let i = 0; i < 3; i++) {
      const message = await client.message();
      expect(message!.readUInt32LE(16) & 2).toBe(2);
    }
  });
});

describe('OP_QUERY', () => {
  test('answers the handshake with an OP_REPLY', async () => {
    const client = await socket();
    client.socket.write(opQuery('admin.$cmd', { isMaster: 1, helloOk: true }));
    const message = await client.message();
    expect(message!.readInt32LE(12)).toBe(1);
    expect(message!.readInt32LE(8)).toBe(7);
    const reply = BSON.deserialize(message!.subarray(36));
    expect(reply).toMatchObject({ ismaster: true, helloOk: true, setName: 'arcube', maxWireVersion: 25 });
  });

  test('refuses everything else, as mongod has since 5.1', async () => {
    const client = await socket();
    client.socket.write(opQuery('t.$cmd', { find: 'c' }));
    expect(Number((await client.reply())?.code)).toBe(352);
  });
});

describe('what is no message', () => {
  test.each([
    ['a length below the header', [3, 0, 0, 0, ...Array(12).fill(0)]],
    ['a length beyond the limit', [0xff, 0xff, 0xff, 0x7f, ...Array(12).fill(0)]],
    ['a negative length', [0xff, 0xff, 0xff, 0xff, ...Array(12).fill(0)]],
    ['an unknown op code', [...[20, 0, 0, 0], ...Array(8).fill(0), ...[1, 1, 0, 0], ...Array(4).fill(0)]],
    ['an unknown required flag', [...opMsg(PING, 4)]],
    [
      'compression that was never agreed',
      [...[20, 0, 0, 0], ...Array(8).fill(0), ...[0xdc, 7, 0, 0], 0, 0, 0, 0],
    ],
  ])('%s ends that connection and no other', async (_name, bytes) => {
    const { cluster } = await startCluster();
    const [bad, good] = [await MongoSocket.open(cluster.uri), await MongoSocket.open(cluster.uri)];
    bad.socket.write(Buffer.from(bytes as number[]));
    await bad.untilClosed();
    expect(Number((await good.command(PING))?.ok)).toBe(1);
  });
});

function signed(command: object): Buffer {
  const message = Buffer.concat([opMsg(command, 1), Buffer.alloc(4)]);
  message.writeInt32LE(message.length, 0);
  message.writeUInt32LE(crc32c(message.subarray(0, -4)), message.length - 4);
  return message;
}
