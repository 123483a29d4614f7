/**
 * Units of each currency for one euro, as of 30 June 2026: a fixed table, so that equal input gives equal prices.
 * Rounded mid-market figures of the platform's own.
 */
const TABLE: Readonly<Record<string, number>> = {
  EUR: 1,
  AED: 4.2963,
  ARS: 1690,
  AUD: 1.7652,
  BGN: 1.95583,
  BHD: 0.4408,
  BRL: 6.3284,
  CAD: 1.6157,
  CHF: 0.9372,
  CLP: 1098.4,
  CNY: 8.3211,
  COP: 4634.2,
  CZK: 24.318,
  DKK: 7.4612,
  EGP: 55.91,
  GBP: 0.8714,
  HKD: 9.1147,
  HUF: 384.6,
  IDR: 19462,
  ILS: 3.8427,
  INR: 103.52,
  ISK: 146.1,
  JOD: 0.8294,
  JPY: 181.3,
  KES: 151.2,
  KRW: 1702.4,
  KWD: 0.3591,
  MAD: 10.644,
  MXN: 21.487,
  MYR: 4.8193,
  NOK: 11.742,
  NZD: 2.0214,
  OMR: 0.4503,
  PEN: 3.9516,
  PHP: 68.74,
  PLN: 4.2386,
  QAR: 4.2584,
  RON: 5.0912,
  SAR: 4.3871,
  SEK: 10.968,
  SGD: 1.5124,
  THB: 37.846,
  TND: 3.4127,
  TRY: 49.37,
  TWD: 36.41,
  USD: 1.1699,
  VND: 30824,
  ZAR: 20.134,
};

/** Rates in force. A deployment's own come from the template's `ExchangeRates`. */
export const RATES = ratesWith(process.env.EXCHANGE_RATES);

/**
 * The table with other figures over it, which may bring further currencies: JSON such as `{"USD": 1.2}`, units for one
 * euro. Throws a `RangeError` for what is no rate: no price is made with it.
 */
export function ratesWith(text: string | undefined): Readonly<Record<string, number>> {
  const own = text ? (JSON.parse(text) as Record<string, number>) : {};
  for (const [currency, rate] of Object.entries(own))
    if (!(Number.isFinite(rate) && rate > 0)) throw new RangeError(`EXCHANGE_RATES: no rate of ${currency}`);
  return { ...TABLE, ...own };
}
