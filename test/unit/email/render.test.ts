import { describe, expect, test } from 'vitest';
import { readTenant } from '../../../src/core/config/tenant.js';
import { brandOf } from '../../../templates/ancillary/functions/shared/email/brand.js';
import { displayName } from '../../../templates/ancillary/functions/shared/email/deliver.js';
import { isTooLate, planMails } from '../../../templates/ancillary/functions/shared/email/plan.js';
import { type MailContent, renderMail } from '../../../templates/ancillary/functions/shared/email/render.js';
import { MAIL_TOUCHPOINTS, MAIL_WORDS } from '../../../templates/ancillary/functions/shared/email/words.js';
import type { Tenant } from '../../../templates/ancillary/functions/shared/tenant.js';
import { mergeTrip } from '../../../templates/ancillary/functions/shared/trip/merge.js';
import { NOW, roundTrip } from '../platform/sample-trip.js';

const aulis = readTenant('templates/tenant/aulis-air.yaml').value as unknown as Tenant;

function content(change: Partial<MailContent> = {}): MailContent {
  return {
    tenant: aulis,
    touchpoint: 'pre-departure',
    locale: 'en-GB',
    currency: 'EUR',
    pnr: 'ABC123',
    destination: 'United States',
    name: 'Eleni',
    offers: [
      { id: 'airalo-us-3gb-15d', name: 'eSIM United States', description: '3 GB & more', price: 1454 },
    ],
    ordered: [],
    ...change,
  };
}

describe('an e-mail', () => {
  test('is branded, names its offers, and has the same to say as plain text', () => {
    const { subject, html, text } = renderMail(content());
    expect(subject).toBe('Your trip to United States: what you may need');
    expect(html).toContain('background:#0b4f8a');
    expect(html).toContain('Aulis Air');
    expect(html).toContain('3 GB &amp; more');
    for (const body of [html, text]) {
      expect(body).toContain('Dear Eleni,');
      expect(body).toContain('eSIM United States');
      expect(body).toContain('€14.54');
      expect(body.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&').replaceAll('&#x2F;', '/')).toContain(
        'https://aulis-air.trips.arcube.example/?pnr=ABC123&touchpoint=pre-departure&lang=en-GB',
      );
    }
    expect(text).toContain('3 GB & more');
    expect(text).not.toMatch(/<\w|\{\{/);
    expect(html).not.toContain('{{');
  });

  test.each(['en', 'es', 'el', 'ar', 'de', 'fr'])('speaks %s at every touchpoint', (locale) => {
    for (const touchpoint of MAIL_TOUCHPOINTS) {
      const ordered = [{ category: 'LOUNGE_ACCESS' as const, quantity: 2, price: 3000, reference: 'DP123' }];
      const { subject, html, text } = renderMail(content({ locale, touchpoint, ordered }));
      expect(subject + html + text).not.toMatch(/\{(airline|destination|pnr|name)\}|undefined/);
      expect(html).toContain(MAIL_WORDS[locale]!.categories.LOUNGE_ACCESS);
      expect(html).toContain(`lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`);
      expect(html).toContain('DP123');
    }
  });

  test('written from the right is turned round as a whole', () => {
    const { html } = renderMail(content({ locale: 'ar-AE', currency: 'AED' }));
    expect(html).toContain('dir="rtl"');
    expect(html).toContain('text-align:right');
    expect(html).toMatch(/white-space:nowrap;font-weight:bold;text-align:left/);
    expect(renderMail(content({ locale: 'tlh' })).html).toContain('lang="en" dir="ltr"');
  });

  test('cannot be broken by names, nor by a theme', () => {
    const evil = '"><script>alert(1)</script>';
    const theme = {
      logo: 'javascript:alert(1)',
      colors: { primary: 'red;}</style>', bodyBg: '#fff' },
      typography: { 'font-family': 'Inter;} body{display:none' },
    };
    const { html } = renderMail(content({ name: evil, tenant: { ...aulis, name: evil, theme } }));
    expect(html).not.toContain('<script');
    expect(html).not.toContain('javascript:');
    expect(html).not.toContain('display:none}');
    expect(brandOf({ name: 'x', theme }).primary).toBe('#1f3a5f');
    expect(brandOf({ name: 'x', theme }).font).toBe('Arial, Helvetica, sans-serif');
    expect(brandOf({ name: 'x', theme: { colors: { primary: '#fff' } } }).onPrimary).toBe('#111111');
  });

  test('follows the tenant’s own template, and survives a faulty one', () => {
    const emailTemplate = '<p>{{heading}} {{#offers}}[{{name}} {{price}}]{{/offers}}</p>';
    expect(renderMail(content({ tenant: { ...aulis, emailTemplate } })).html).toBe(
      '<p>Ready for United States? [eSIM United States €14.54]</p>',
    );
    const broken = renderMail(content({ tenant: { ...aulis, emailTemplate: '{{#offers}}' } }));
    expect(broken.html).toContain('<!doctype html>');
  });
});

describe('the plan', () => {
  const trip = mergeTrip(undefined, roundTrip());
  trip.passengers[0]!.email = 'lead@example.com';
  const plan = (change: Partial<typeof trip> = {}, now = NOW, known: Parameters<typeof planMails>[2] = []) =>
    planMails({ ...trip, ...change }, aulis, known, now);

  test('has what the tenant’s touchpoints ask for, in time before each moment', () => {
    const { mails = [], nextMailAt } = plan();
    expect(mails.map(({ touchpoint }) => touchpoint)).toEqual(['pre-departure', 'post-landing']);
    const departure = Date.parse(roundTrip().segments[0]!.departureTime);
    expect(mails[0]!.at.getTime()).toBe(departure - 72 * 3_600_000);
    const landing = Date.parse(roundTrip().segments[1]!.arrivalTime);
    expect(mails[1]!.at.getTime()).toBe(landing + 3_600_000); // its hour counts from the landing
    expect(nextMailAt).toEqual(mails[0]!.at);
  });

  test('needs a lead passenger’s address and a sender', () => {
    expect(plan({ passengers: trip.passengers.map(({ email: _none, ...rest }) => rest) })).toEqual({});
    const { emailSender: _none, ...silent } = aulis;
    expect(planMails(trip, silent, [], NOW)).toEqual({});
  });

  test('moves with the flights, keeps what was sent, drops what is too late', () => {
    const first = plan();
    const sent = first.mails!.map((mail, index) =>
      index === 0 ? { ...mail, state: 'SENT' as const } : mail,
    );
    const later = plan({}, NOW, sent);
    expect(later.mails!.map(({ touchpoint, state }) => `${touchpoint} ${state}`)).toEqual([
      'pre-departure SENT',
      'post-landing DUE',
    ]);
    const landed = Date.parse(roundTrip().segments[1]!.arrivalTime);
    const open = plan({}, landed + 1000, first.mails); // the schedule has not come round yet
    expect(open.mails!.map(({ touchpoint }) => touchpoint)).toEqual(['post-landing']);
    expect(plan({}, landed + 26 * 3_600_000)).toEqual({});
    expect([
      isTooLate('post-landing', trip, aulis, landed + 1000),
      isTooLate('pre-departure', trip, aulis, landed),
    ]).toEqual([false, true]);
  });
});

describe('a sender’s name', () => {
  const decoded = (words: string) =>
    words
      .split(' ')
      .map((word) => Buffer.from(/^=\?UTF-8\?B\?(.+)\?=$/.exec(word)?.[1] ?? '', 'base64').toString())
      .join('');

  test('is quoted when it is ASCII, and cannot begin another header or address', () => {
    expect(displayName('Aulis "A" \\ Air')).toBe('"Aulis \\"A\\" \\\\ Air"');
    expect(displayName('Aulis\r\nBcc: other@example.com')).toBe('"Aulis Bcc: other@example.com"');
  });

  test('of any other letters stands in encoded words of 75 characters at most, none of which ends within a letter', () => {
    for (const name of ['Αύλις', 'شركة الكثبان الذهبية للطيران والسفر والسياحة', `✈️${'日本😀'.repeat(30)}`]) {
      const words = displayName(name);
      for (const word of words.split(' ')) {
        expect(word.length).toBeLessThanOrEqual(75);
        expect(decoded(word)).not.toContain('\ufffd');
      }
      expect(decoded(words)).toBe(name);
    }
  });
});
