import type { AwsApiResponse } from '../kernel/aws.js';

/** The three families of AWS error bodies. */
export type ErrorProtocol = 'json' | 'query' | 'rest';

/** An error of an AWS service, in the code and words of that service. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** Guesses the protocol as the SDKs speak it: a target header means JSON, a form means query, else REST. */
export function protocolOf(
  target: string | string[] | undefined,
  contentType: string | undefined,
): ErrorProtocol {
  if (target !== undefined) return 'json';
  return contentType?.startsWith('application/x-www-form-urlencoded') ? 'query' : 'rest';
}

/** An error body with its status and headers. */
export function renderFault(
  protocol: ErrorProtocol,
  status: number,
  code: string,
  message: string,
  requestId: string,
): AwsApiResponse {
  if (protocol === 'query') return queryFault(status, code, message, requestId);
  const json = protocol === 'json';
  return {
    status,
    headers: {
      'content-type': json ? 'application/x-amz-json-1.1' : 'application/json',
      'x-amzn-errortype': code,
    },
    body: JSON.stringify(json ? { __type: code, message } : { message }),
  };
}

function queryFault(status: number, code: string, message: string, requestId: string): AwsApiResponse {
  const type = status < 500 ? 'Sender' : 'Receiver';
  const body = `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <Error>
    <Type>${type}</Type>
    <Code>${code}</Code>
    <Message>${escapeXml(message)}</Message>
  </Error>
  <RequestId>${requestId}</RequestId>
</ErrorResponse>
`;
  return { status, headers: { 'content-type': 'text/xml' }, body };
}

/** Text as XML character data. */
export function escapeXml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (char) => entities[char] as string);
}
