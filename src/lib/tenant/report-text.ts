import pc from 'picocolors';
import { columns } from '../ui/table.js';
import type { CurrencyTotals, Report, ReportedOrder } from './report.js';

const SIDES = ['vendor', 'platform', 'tenant', 'refund', 'open', 'review'] as const;

/** Minor units as a decimal number with the currency's digits: 1454 EUR cents are 14.54. */
export function decimal(minor: number, digits: number): string {
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** For people: an order a row, then the sums of each currency, and whether the books agree. */
export function reportTable(report: Report): string {
  const head = ['Order', 'Placed', 'Currency', 'Paid', ...SIDES.map(capital)].map((one) => pc.bold(one));
  const rows = report.orders.map((one) => [
    one.order,
    one.createdAt.slice(0, 16).replace('T', ' '),
    one.currency,
    decimal(one.paid, one.digits),
    ...SIDES.map((side) => decimal(dueTo(one.balances, side), one.digits)),
  ]);
  const parts = [report.orders.length > 0 ? columns([head, ...rows]) : 'No orders in this period.'];
  for (const totals of report.totals) parts.push(totalsText(totals));
  parts.push(verdict(report));
  return parts.join('\n\n');
}

function totalsText({ currency, digits, orders, paid, accounts, due }: CurrencyTotals): string {
  const rows = Object.entries(accounts)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([account, amount]) => [account, decimal(amount, digits)]);
  const sums = [
    ['paid by passengers', decimal(paid, digits)],
    ['due to all', decimal(due, digits)],
  ];
  return `${pc.bold(`${currency}, ${orders} orders`)}\n${columns([...rows, ...sums], 2, '  ')}`;
}

function verdict({ reconciled, discrepancies, totals }: Report): string {
  if (reconciled) return pc.green('Ledger and orders agree to the cent.');
  const digits = totals[0]?.digits ?? 2;
  const lines = discrepancies.map(({ order, kind, account, ledger, expected }) =>
    account === undefined
      ? `  ${order} ${kind}`
      : `  ${order} ${account}: the ledger has ${decimal(ledger ?? 0, digits)}, the order ${decimal(expected ?? 0, digits)}`,
  );
  return [pc.red('Ledger and orders do not agree:'), ...lines].join('\n');
}

/** For spreadsheets: an order a line; amounts with a point, in the order's currency. */
export function reportCsv(reports: readonly Report[]): string {
  const head = [
    'order',
    'createdAt',
    'channel',
    'status',
    'currency',
    'paid',
    ...SIDES,
    'vendors',
    'reconciled',
    'tenant',
  ];
  const all = reports.flatMap(({ orders, tenant }) => orders.map((one) => ({ ...one, tenant })));
  const rows = all.map((one) => [
    one.order,
    one.createdAt,
    one.channel,
    one.status,
    one.currency,
    decimal(one.paid, one.digits),
    ...SIDES.map((side) => decimal(dueTo(one.balances, side), one.digits)),
    vendorsOf(one),
    String(one.discrepancies.length === 0),
    one.tenant,
  ]);
  return [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
}

/** `airalo 5.18; brb 9.00` */
function vendorsOf({ balances, digits }: ReportedOrder): string {
  const vendors = Object.entries(balances).filter(([account]) => account.startsWith('vendor:'));
  return vendors
    .map(([account, due]) => `${account.slice('vendor:'.length)} ${decimal(due, digits)}`)
    .join('; ');
}

function dueTo(balances: Record<string, number>, side: string): number {
  const mine = Object.entries(balances).filter(
    ([account]) => account === side || account.startsWith(`${side}:`),
  );
  return mine.reduce((sum, [, amount]) => sum + amount, 0);
}

/** RFC 4180; what a spreadsheet would take for a formula is not made one. */
function cell(text: string): string {
  const safe = /^[=+@]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
