/** What the functions use of API Gateway's proxy event (REST API, payload 1.0). */
export interface ProxyEvent {
  /** Path template, e.g. `/oauth/token`. */
  resource: string;
  path: string;
  httpMethod: string;
  headers: Record<string, string> | null;
  queryStringParameters: Record<string, string> | null;
  pathParameters: Record<string, string> | null;
  requestContext: {
    requestId: string;
    authorizer?: Record<string, string | number>;
    identity?: { sourceIp?: string };
  };
  body: string | null;
  isBase64Encoded: boolean;
}

/** What API Gateway expects back. */
export interface ProxyResult {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

/** A header of the request, whatever its case. */
export function header(event: ProxyEvent, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [key, value] of Object.entries(event.headers ?? {}))
    if (key.toLowerCase() === wanted) return value;
  return undefined;
}
