import { connect } from 'node:net';

/** One HTTP answer as it lay on the wire. */
export interface WireAnswer {
  status: number;
  /** The status line. */
  line: string;
  /** Name and value as written, in order. */
  headers: [name: string, value: string][];
  body: Buffer;
}

/** Sends bytes over a socket of its own and resolves to everything that came back until the other side closed. */
export function exchangeBytes(
  port: number,
  parts: (string | Buffer)[],
  localAddress?: string,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1', ...(localAddress !== undefined && { localAddress }) });
    socket.setTimeout(10_000, () => socket.destroy(new Error('no end of the answer within 10 s')));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.once('close', () => resolve(Buffer.concat(chunks)));
    socket.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(Buffer.concat(chunks)) : reject(error),
    );
    socket.once('connect', () => {
      for (const part of parts) socket.write(part);
    });
  });
}

/** Reads every answer in the bytes of a connection; answers to HEAD have no body. */
export function readAnswers(bytes: Buffer, head = false): WireAnswer[] {
  const answers: WireAnswer[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) throw new Error(`not an HTTP answer: ${rest.toString('latin1').slice(0, 200)}`);
    const [line = '', ...lines] = rest.subarray(0, end).toString('latin1').split('\r\n');
    const headers = lines.map((text): [string, string] => {
      const colon = text.indexOf(':');
      return [text.slice(0, colon), text.slice(colon + 1).trim()];
    });
    const length = Number(headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? 0);
    const start = end + 4;
    const stop = head ? start : start + length;
    answers.push({ status: Number(line.split(' ')[1]), line, headers, body: rest.subarray(start, stop) });
    rest = rest.subarray(stop);
  }
  return answers;
}

export interface WireCall {
  method?: string;
  /** Header lines as they go on the wire, Host and Connection added when missing. */
  headers?: string[];
  body?: string | Buffer;
  localAddress?: string;
}

/** Sends one request as raw bytes and reads its answer. */
export async function send(port: number, target: string, call: WireCall = {}): Promise<WireAnswer> {
  const { method = 'GET', headers = [], body } = call;
  const lines = [...headers];
  const has = (name: string) => lines.some((line) => line.toLowerCase().startsWith(`${name}:`));
  if (!has('host')) lines.push('Host: api.example.com');
  if (body !== undefined && !has('content-length') && !has('transfer-encoding'))
    lines.push(`Content-Length: ${Buffer.byteLength(body)}`);
  lines.push('Connection: close');
  const head = `${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
  const bytes = await exchangeBytes(port, body === undefined ? [head] : [head, body], call.localAddress);
  const [answer] = readAnswers(bytes, method === 'HEAD');
  if (answer === undefined) throw new Error('the connection was closed without an answer');
  return answer;
}

/** The values of a header, whatever its spelling. */
export function valuesOf(answer: WireAnswer, name: string): string[] {
  return answer.headers.filter(([key]) => key.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
}
