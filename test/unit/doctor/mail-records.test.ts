import { expect, test } from 'vitest';
import { checkMailRecords } from '../../../src/lib/doctor/mail-records.js';

type Zone = Record<string, string[] | string>;

/** A name answers its records, or fails with a code; a name that is not there does not exist. */
const dns = (zone: Zone) => ({
  resolveTxt: async (name: string): Promise<string[][]> => {
    const found = zone[name] ?? 'ENOTFOUND';
    if (typeof found === 'string') throw Object.assign(new Error(found), { code: found });
    return found.map((record) => [record.slice(0, 5), record.slice(5)]); // long records come in pieces
  },
});
const check = async (zone: Zone, selectors?: string[]) =>
  (await checkMailRecords('Trips@Airline.example', dns(zone), selectors)).map(
    ({ name, status, text, remedy }) => ({ name, status, said: `${text} ${remedy ?? ''}` }),
  );

test('a domain with everything passes', async () => {
  const zone: Zone = {
    'airline.example': ['other=1', 'v=spf1 include:amazonses.com -all'],
    '_domainkey.airline.example': 'ENODATA',
    '_dmarc.airline.example': ['v=DMARC1; p=reject'],
  };
  expect((await check(zone)).map(({ status }) => status)).toEqual(['ok', 'ok', 'ok']);
});

test('a domain with nothing is told each record to add', async () => {
  const [spf, dkim, dmarc] = await check({});
  expect(spf).toMatchObject({ name: 'SPF', status: 'failed' });
  expect(spf?.said).toContain('Add airline.example TXT "v=spf1 include:amazonses.com ~all".');
  expect(dkim?.said).toContain('TOKEN._domainkey.airline.example CNAME TOKEN.dkim.amazonses.com');
  expect(dmarc?.said).toContain('Add _dmarc.airline.example TXT "v=DMARC1; p=none');
});

test('what is there but not right is told how to mend', async () => {
  const zone: Zone = {
    'airline.example': ['v=spf1 ip4:192.0.2.1 -all'],
    's1._domainkey.airline.example': ['v=DKIM1; p=MIGf'],
    's2._domainkey.airline.example': ['v=DKIM1; p='],
    '_dmarc.airline.example': ['v=DMARC1; p=none'],
  };
  const [spf, one, two, dmarc] = await check(zone, ['s1', 's2']);
  expect(spf?.said).toContain('Change it to "v=spf1 include:amazonses.com ip4:192.0.2.1 -all".');
  expect([one?.status, two?.status, dmarc?.status]).toEqual(['ok', 'failed', 'warning']);
  const twice = await check({ 'airline.example': ['v=spf1 -all', 'v=spf1 include:amazonses.com -all'] });
  expect(twice[0]?.said).toContain('Merge them into one.');
});

test('a DNS that is out of reach is no fault of the tenant’s, and the records are told all the same', async () => {
  const zone: Zone = {
    'airline.example': 'ETIMEOUT',
    '_domainkey.airline.example': 'ESERVFAIL',
    '_dmarc.airline.example': 'ECONNREFUSED',
  };
  const findings = await check(zone);
  expect(findings.map(({ status }) => status)).toEqual(['warning', 'warning', 'warning']);
  expect(findings[0]?.said).toContain('Add airline.example TXT');
});
