import type { AwsApiResponse } from '../../kernel/aws.js';
import type { AwsError } from '../../kernel/aws-error.js';
import { encodeCbor } from './cbor.js';
import { escapeXml } from './xml-writer.js';

export { AwsError } from '../../kernel/aws-error.js';

/** The families of AWS error bodies: awsJson, Smithy's RPC in CBOR, query, REST-JSON and S3's REST-XML. */
export type ErrorProtocol = 'json' | 'cbor' | 'query' | 'rest' | 's3';

/** What is known of a request before any service has seen it. */
interface Outline {
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Where REST-JSON services live; every other path without a form or a target is S3's. */
const REST_JSON = /^\/(?:20\d\d-\d\d-\d\d|restapis|apikeys|usageplans|account|tags|v2)(?:\/|$)/;

/** Guesses the protocol as the SDKs speak it, for requests that name no service. */
export function protocolOf({ path, headers }: Outline): ErrorProtocol {
  if (headers['smithy-protocol'] === 'rpc-v2-cbor') return 'cbor';
  if (headers['x-amz-target'] !== undefined) return 'json';
  if (String(headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')) return 'query';
  return REST_JSON.test(path) ? 'rest' : 's3';
}

/** What an error body is written with. */
export interface FaultContext {
  requestId: string;
  /** Namespace of a query service's errors. */
  namespace?: string;
  /** awsJson's version; `1.1` when left out. */
  version?: '1.0' | '1.1';
  /** The service also speaks query: SDKs read the old code from a header. */
  queryCompatible?: boolean;
  /** S3 tells the resource. */
  resource?: string;
}

/** An error as response: body, status and headers. */
export function renderFault(protocol: ErrorProtocol, error: AwsError, context: FaultContext): AwsApiResponse {
  return WRITERS[protocol](error, context);
}

const WRITERS: Record<ErrorProtocol, (error: AwsError, context: FaultContext) => AwsApiResponse> = {
  json: ({ code, message, status, members }, { version = '1.1', queryCompatible }) => ({
    status,
    headers: {
      'content-type': `application/x-amz-json-${version}`,
      ...(queryCompatible && { 'x-amzn-query-error': `${code};${fault(status)}` }),
    },
    body: JSON.stringify({ __type: code, message, ...members }),
  }),
  cbor: ({ code, message, status, members }, { queryCompatible }) => ({
    status,
    headers: {
      'content-type': 'application/cbor',
      'smithy-protocol': 'rpc-v2-cbor',
      ...(queryCompatible && { 'x-amzn-query-error': `${code};${fault(status)}` }),
    },
    body: encodeCbor({ __type: code, message, ...members }),
  }),
  rest: ({ code, message, status, members }) => ({
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
    body: JSON.stringify({ message, ...members }),
  }),
  query: ({ code, message, status }, { requestId, namespace = NAMESPACE }) => ({
    status,
    headers: { 'content-type': 'text/xml' },
    body: `<ErrorResponse xmlns="${namespace}">
  <Error>
    <Type>${fault(status)}</Type>
    <Code>${escapeXml(code)}</Code>
    <Message>${escapeXml(message)}</Message>
  </Error>
  <RequestId>${requestId}</RequestId>
</ErrorResponse>
`,
  }),
  s3: ({ code, message, status, members }, { requestId, resource }) => {
    const told = { ...(resource !== undefined && { Resource: resource }), ...members };
    const more = Object.entries(told).map(
      ([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`,
    );
    return {
      status,
      headers: { 'content-type': 'application/xml' },
      body: `<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message>${more.join('')}<RequestId>${requestId}</RequestId><HostId>${HOST_ID}</HostId></Error>`,
    };
  },
};

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';
const HOST_ID = 'emulated';

function fault(status: number): 'Sender' | 'Receiver' {
  return status < 500 ? 'Sender' : 'Receiver';
}
