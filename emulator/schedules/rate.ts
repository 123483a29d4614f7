const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** Milliseconds of an EventBridge `rate(5 minutes)`; undefined for anything else, `cron(…)` included. */
export function rateOf(expression: string): number | undefined {
  const match = /^rate\((\d+) (minute|hour|day)(s?)\)$/.exec(expression);
  const count = Number(match?.[1]);
  // EventBridge insists on the singular for 1 and on the plural for the rest.
  if (!match || count < 1 || (count === 1) === (match[3] === 's')) return undefined;
  return count * UNITS[match[2] as keyof typeof UNITS];
}
