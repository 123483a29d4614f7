import type { Finding } from './check.js';

/** As much of a DNS resolver as is asked; rejects with Node's codes (`ENOTFOUND`, `ENODATA`, `ETIMEOUT`, …). */
export interface TextResolver {
  resolveTxt(name: string): Promise<string[][]>;
}

/** A record that is asked for, and what is to be published when it is not there. */
interface Wanted {
  name: string;
  at: string;
  judge(records: string[]): Omit<Finding, 'name'>;
  remedy: string;
}

/** What SES asks for: https://docs.aws.amazon.com/ses/latest/dg/send-email-authentication-spf.html and …-dkim-easy.html. */
const SPF = 'v=spf1 include:amazonses.com ~all';
const ABSENT = ['ENOTFOUND', 'ENODATA'];

/**
 * Looks whether the records are published by which mailboxes trust e-mails from `address`: SPF, DKIM and DMARC. What is
 * missing is said with the record to add; a DNS that is out of reach is no fault of the tenant's.
 */
export async function checkMailRecords(
  address: string,
  resolver: TextResolver,
  selectors: readonly string[] = [],
): Promise<Finding[]> {
  const domain = address.replace(/^.*@/, '').toLowerCase();
  const findings = await Promise.all([
    find(spf(domain), resolver),
    ...dkim(domain, selectors).map((wanted) => find(wanted, resolver)),
    find(dmarc(domain), resolver),
  ]);
  return findings;
}

async function find({ name, at, judge, remedy }: Wanted, resolver: TextResolver): Promise<Finding> {
  try {
    const records = (await resolver.resolveTxt(at)).map((parts) => parts.join(''));
    return { name, ...judge(records) };
  } catch (error) {
    const { code = 'UNKNOWN' } = error as { code?: string };
    // An empty name with names below it answers ENODATA (RFC 8020): what lies below a DKIM folder cannot be listed.
    if (code === 'ENODATA' && at.startsWith('_domainkey.'))
      return { name, status: 'ok', text: `keys are published below ${at}` };
    if (ABSENT.includes(code)) return { name, status: 'failed', text: `${at} has no such record`, remedy };
    return { name, status: 'warning', text: `DNS did not answer for ${at} (${code}): not checked`, remedy };
  }
}

function spf(domain: string): Wanted {
  const remedy = `Add ${domain} TXT "${SPF}".`;
  return {
    name: 'SPF',
    at: domain,
    remedy,
    judge: (records) => {
      const found = records.filter((record) => /^v=spf1(?: |$)/i.test(record));
      if (found.length === 0) return { status: 'failed', text: `${domain} has no SPF record`, remedy };
      if (found.length > 1)
        return {
          status: 'failed',
          text: `${domain} has ${found.length} SPF records; receivers then use none`,
          remedy: 'Merge them into one.',
        };
      const [record = ''] = found;
      if (/\binclude:amazonses\.com\b/i.test(record)) return { status: 'ok', text: record };
      const merged = record.replace(/^v=spf1/i, 'v=spf1 include:amazonses.com');
      return {
        status: 'failed',
        text: `${record} does not let SES send`,
        remedy: `Change it to "${merged}".`,
      };
    },
  };
}

/** Each selector that is named; without one, whether there are keys at all. */
function dkim(domain: string, selectors: readonly string[]): Wanted[] {
  const names = selectors.length > 0 ? selectors.map((selector) => `${selector}._domainkey`) : ['_domainkey'];
  return names.map((label) => ({
    name: 'DKIM',
    at: `${label}.${domain}`,
    remedy: `Add the three CNAME records that \`aws sesv2 get-email-identity --email-identity ${domain}\` names: TOKEN._domainkey.${domain} CNAME TOKEN.dkim.amazonses.com.`,
    judge: (records) => {
      const key = records.find((record) => /(?:^|;)\s*p=/.test(record));
      if (key === undefined)
        return { status: 'failed', text: `${label}.${domain} holds no key`, remedy: 'Publish the key anew.' };
      return /(?:^|;)\s*p=\s*(?:;|$)/.test(key)
        ? {
            status: 'failed',
            text: `the key at ${label}.${domain} is withdrawn`,
            remedy: 'Publish a new key.',
          }
        : { status: 'ok', text: `a key at ${label}.${domain}` };
    },
  }));
}

function dmarc(domain: string): Wanted {
  const remedy = `Add _dmarc.${domain} TXT "v=DMARC1; p=none; rua=mailto:dmarc@${domain}", and tighten p once reports look right.`;
  return {
    name: 'DMARC',
    at: `_dmarc.${domain}`,
    remedy,
    judge: (records) => {
      const found = records.find((record) => /^v=DMARC1\s*;/i.test(record));
      if (found === undefined)
        return { status: 'failed', text: `_dmarc.${domain} has no DMARC record`, remedy };
      return /;\s*p=none\b/i.test(found)
        ? {
            status: 'warning',
            text: found,
            remedy: 'Tighten p to quarantine or reject once reports look right.',
          }
        : { status: 'ok', text: found };
    },
  };
}
