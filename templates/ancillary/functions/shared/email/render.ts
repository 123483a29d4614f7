import Mustache from 'mustache';
import { toMajor } from '../money/currency.js';
import type { Category } from '../offers/types.js';
import type { Tenant } from '../tenant.js';
import { brandOf } from './brand.js';
import { HTML_TEMPLATE, TEXT_TEMPLATE } from './templates.js';
import { MAIL_WORDS, type MailTouchpoint, type MailWords } from './words.js';

/** What an e-mail is about. Amounts are minor units of `currency`. */
export interface MailContent {
  tenant: Tenant;
  touchpoint: MailTouchpoint;
  /** BCP 47 tag such as `es-es`. */
  locale: string;
  currency: string;
  pnr: string;
  /** Name of the airport or country it is about. */
  destination: string;
  /** First name of who reads it. */
  name?: string;
  offers: { id: string; name: string; description: string; price: number }[];
  ordered: { category: Category; quantity: number; price: number; reference?: string }[];
}

/** An e-mail in words. */
export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

/** Languages written from the right. */
const RIGHT_TO_LEFT = ['ar', 'he', 'fa', 'ur'];

/** Renders by the tenant's own template where it has one that works, else by the platform's. */
export function renderMail(content: MailContent): RenderedMail {
  const view = viewOf(content);
  const own = content.tenant.emailTemplate;
  return {
    subject: view.subject,
    html:
      (own !== undefined && ownHtml(own, view, content.tenant.id)) || Mustache.render(HTML_TEMPLATE, view),
    text: Mustache.render(TEXT_TEMPLATE, view, {}, { escape: String }).trim(),
  };
}

/** A template that cannot be read must not keep a passenger from the message. */
function ownHtml(template: string, view: object, tenant: string): string | undefined {
  try {
    return Mustache.render(template, view);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(JSON.stringify({ level: 'error', tenant, message: `emailTemplate: ${message}` }));
    return undefined;
  }
}

function viewOf(content: MailContent) {
  const { tenant, touchpoint, currency, pnr, destination, name } = content;
  const { lang, words } = languageOf(content.locale);
  const money = new Intl.NumberFormat(lang, { style: 'currency', currency });
  const price = (minor: number): string => money.format(toMajor(minor, currency));
  const fill = (text: string): string =>
    text.replaceAll(
      /\{(\w+)\}/g,
      (_all, key: string) => ({ airline: tenant.name, destination, pnr, name })[key] ?? '',
    );
  const { subject, heading, intro } = words.touchpoints[touchpoint];
  const isRight = RIGHT_TO_LEFT.includes(new Intl.Locale(lang).language);
  const urlOf = (offer?: string): string => siteUrl(content, lang, offer);
  return {
    lang,
    dir: isRight ? 'rtl' : 'ltr',
    start: isRight ? 'right' : 'left',
    end: isRight ? 'left' : 'right',
    brand: brandOf(tenant),
    words,
    subject: fill(subject),
    heading: fill(heading),
    intro: fill(intro),
    greeting: name ? fill(words.greeting) : words.greetingWithoutName,
    footer: fill(words.footer),
    url: urlOf(),
    hasOffers: content.offers.length > 0,
    offers: content.offers.map((offer) => ({ ...offer, price: price(offer.price), url: urlOf(offer.id) })),
    hasOrdered: content.ordered.length > 0,
    ordered: content.ordered.map((item) => ({
      ...item,
      name: `${words.categories[item.category] ?? item.category}${item.quantity > 1 ? ` × ${item.quantity}` : ''}`,
      price: price(item.price * item.quantity),
    })),
    total: price(content.ordered.reduce((sum, item) => sum + item.price * item.quantity, 0)),
  };
}

/** The tag itself where there are words in its language, else English. */
function languageOf(locale: string): { lang: string; words: MailWords } {
  try {
    const tag = Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? 'en';
    const words = MAIL_WORDS[new Intl.Locale(tag).language];
    if (words) return { lang: tag, words };
  } catch {
    // no tag at all
  }
  return { lang: 'en', words: MAIL_WORDS.en };
}

/** The trip's page on the tenant's white-label site. */
function siteUrl({ tenant, touchpoint, pnr }: MailContent, lang: string, offer?: string): string {
  const site = (process.env.WHITE_LABEL_URL ?? 'https://{tenant}.trips.arcube.example').replaceAll(
    '{tenant}',
    tenant.id,
  );
  const url = new URL(site);
  for (const [key, value] of Object.entries({ pnr, touchpoint, lang, ...(offer && { offer }) }))
    url.searchParams.set(key, value);
  return url.href;
}
