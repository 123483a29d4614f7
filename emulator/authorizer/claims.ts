const DATES = new Set(['exp', 'iat']);

/** Claims as handlers see them: all strings, `exp` and `iat` as dates, lists comma-joined (§6.1). */
export function claimTexts(claims: Record<string, unknown>): Record<string, string> {
  const texts: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(claims)) texts[name] = claimText(name, value);
  return texts;
}

function claimText(name: string, value: unknown): string {
  if (DATES.has(name) && typeof value === 'number') return javaDate(value * 1000);
  if (Array.isArray(value)) return value.map(String).join(',');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** `Tue Jun 18 15:00:04 UTC 2024`, the way Java prints a date. */
function javaDate(time: number): string {
  const [weekday = '', day, month, year, clock] = new Date(time).toUTCString().split(' ');
  return `${weekday.slice(0, 3)} ${month} ${day} ${clock} UTC ${year}`;
}
