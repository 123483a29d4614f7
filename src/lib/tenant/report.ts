import type { DataFunction } from './data-function.js';

/** One order with its balances by the ledger. Amounts are minor units; what is due to an account is positive. */
export interface ReportedOrder {
  order: string;
  createdAt: string;
  channel: string;
  status: string;
  currency: string;
  /** Digits after the point of the currency. */
  digits: number;
  paid: number;
  balances: Record<string, number>;
  discrepancies: { order: string; kind: string; account?: string; ledger?: number; expected?: number }[];
}

/** Sums of one currency: no rate is applied between them. */
export interface CurrencyTotals {
  currency: string;
  digits: number;
  orders: number;
  /** What passengers paid, by the orders. */
  paid: number;
  /** What each party is due, by the ledger. */
  accounts: Record<string, number>;
  /** What is due to all of them together: `paid`, unless the two disagree. */
  due: number;
}

/** What each party is due for the orders of a period, and whether ledger and orders agree. */
export interface Report {
  tenant: string;
  from: string;
  to: string;
  orders: ReportedOrder[];
  totals: CurrencyTotals[];
  discrepancies: ReportedOrder['discrepancies'];
  reconciled: boolean;
}

/** Reads the ledger of a period (ISO 8601, `to` not included) and holds it against the orders. */
export async function reportOf(
  data: DataFunction,
  period: { tenant: string; from: string; to: string },
): Promise<Report> {
  const orders: ReportedOrder[] = [];
  for await (const step of data.steps<{ orders: ReportedOrder[]; next?: unknown }>('report', period))
    orders.push(...step.orders);
  const totals = totalsOf(orders);
  const discrepancies = orders.flatMap((one) => one.discrepancies);
  const agree = totals.every(({ paid, due }) => paid === due);
  return { ...period, orders, totals, discrepancies, reconciled: agree && discrepancies.length === 0 };
}

function totalsOf(orders: readonly ReportedOrder[]): CurrencyTotals[] {
  const byCurrency = new Map<string, CurrencyTotals>();
  for (const { currency, digits, paid, balances } of orders) {
    const sum = byCurrency.get(currency) ?? { currency, digits, orders: 0, paid: 0, accounts: {}, due: 0 };
    byCurrency.set(currency, sum);
    sum.orders++;
    sum.paid += paid;
    for (const [account, amount] of Object.entries(balances)) {
      if (account === 'passenger') continue; // the other side of the same money
      sum.accounts[account] = (sum.accounts[account] ?? 0) + amount;
      sum.due += amount;
    }
  }
  return [...byCurrency.values()].sort((one, other) => (one.currency < other.currency ? -1 : 1));
}
