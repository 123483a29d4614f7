import type { Exchange } from '../exchange.js';

/** A header, cookie or query value as CloudFront functions see it. */
export interface EdgeValue {
  value: string;
  attributes?: string;
  multiValue?: EdgeValue[];
}
export type EdgeValues = Record<string, EdgeValue>;

export interface EdgeRequest {
  method: string;
  uri: string;
  querystring: EdgeValues;
  headers: EdgeValues;
  cookies: EdgeValues;
}

export interface EdgeResponse {
  statusCode: number;
  statusDescription?: string;
  headers?: EdgeValues;
  cookies?: EdgeValues;
  body?: string | { encoding: 'text' | 'base64'; data: string };
}

/** Members of the event that do not depend on the function (event version 1.0). */
export function edgeEvent(exchange: Exchange, eventType: string, members: object): object {
  return {
    version: '1.0',
    context: {
      distributionDomainName: 'd111111abcdef8.cloudfront.net',
      distributionId: 'EDFDVBD6EXAMPLE',
      eventType,
      requestId: exchange.edgeRequestId ?? exchange.requestId,
    },
    viewer: { ip: exchange.sourceIp },
    ...members,
  };
}

/** The request, its parts made when they are looked at: most functions look at few of them. */
export function edgeRequest(exchange: Exchange): EdgeRequest {
  return {
    method: exchange.method,
    uri: exchange.path,
    get querystring() {
      return fix(this, 'querystring', valuesOf(exchange.query));
    },
    get headers() {
      return fix(this, 'headers', headerValues(exchange));
    },
    get cookies() {
      return fix(this, 'cookies', cookieValues(exchange.headers.get('cookie')));
    },
  };
}

/** Makes a computed member an ordinary one, so that what a function changes in it stays. */
function fix(target: object, key: string, value: EdgeValues): EdgeValues {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  return value;
}

/** Names in lower case, cookies left out: they are members of their own. */
function headerValues({ headers }: Exchange): EdgeValues {
  const pairs: [string, string][] = [];
  for (let i = 0; i < headers.names.length; i++) {
    const lower = headers.names[i]?.lower as string;
    if (lower !== 'cookie') pairs.push([lower, headers.values[i] as string]);
  }
  return valuesOf(pairs);
}

function cookieValues(header: string | undefined): EdgeValues {
  if (header === undefined) return {};
  const pairs = header.split(';').map((pair): [string, string] => {
    const equals = pair.indexOf('=');
    return equals < 0 ? [pair.trim(), ''] : [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
  });
  return valuesOf(pairs);
}

/** Name → value; what comes more than once has all of them in `multiValue`. */
export function valuesOf(pairs: Iterable<readonly [string, string]>): EdgeValues {
  const values: EdgeValues = Object.create(null);
  for (const [name, value] of pairs) {
    const known = values[name];
    if (known === undefined) values[name] = { value };
    else {
      known.multiValue ??= [{ value: known.value }];
      known.multiValue.push({ value });
    }
  }
  return values;
}

/** Every value under a name. */
export function* flatten(values: EdgeValues | undefined): Generator<[name: string, value: EdgeValue]> {
  for (const [name, value] of Object.entries(values ?? {}))
    for (const one of value.multiValue ?? [value]) yield [name, one];
}
