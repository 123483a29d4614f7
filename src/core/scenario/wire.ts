// How a scenario's requests and statuses are written on the wire. Also runs inside other engines, k6 among them, which
// have nothing of Node's, `URLSearchParams` included.

/** A body as it is sent, with its content type; undefined when there is none. A form comes before a body. */
export function encodeBody(
  body: unknown,
  form: Record<string, unknown> | undefined,
): { type: string; text: string } | undefined {
  if (form) return { type: 'application/x-www-form-urlencoded', text: pairs(Object.entries(form)) };
  if (body === undefined) return undefined;
  return { type: 'application/json', text: typeof body === 'string' ? body : JSON.stringify(body) };
}

/** `?name=value&…`, lists as repeated names; empty without parameters. */
export function queryText(query: Record<string, unknown>): string {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one): [string, unknown] => [name, one]),
  );
  return entries.length === 0 ? '' : `?${pairs(entries)}`;
}

/** Whether a status is among those wanted (`201`, `2xx`); with none wanted, anything below 400. */
export function isExpected(status: number, wanted: readonly (number | string)[]): boolean {
  if (wanted.length === 0) return status > 0 && status < 400;
  return wanted.some((one) =>
    typeof one === 'string' && one.endsWith('xx') ? String(status)[0] === one[0] : Number(one) === status,
  );
}

function pairs(entries: [string, unknown][]): string {
  return entries
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
}
