import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { format } from 'node:util';

/** Where a function's output goes. `id` is the request it is attributed to on the log line. */
export interface Output {
  entry(text: string): void;
  raw(text: string): void;
  requestId(): string | undefined;
  now(): number;
  variable(name: string): string | undefined;
}

type Level = 'TRACE' | 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'FATAL';
const PRIORITY: Record<Level, number> = { TRACE: 1, DEBUG: 2, INFO: 3, WARN: 4, ERROR: 5, FATAL: 6 };

/** A `console` as Lambda's runtime patches it: `<ISO time>\t<request id>\t<LEVEL>\t<message>`, or JSON when asked for. */
export function createConsole(output: Output): Console {
  const stream = () =>
    new Writable({
      decodeStrings: false,
      write(chunk: string | Buffer, _encoding, done) {
        output.raw(String(chunk));
        done();
      },
    });
  const made = new Console({ stdout: stream(), stderr: stream(), colorMode: false });
  const log = (level: Level) => logger(level, output);
  const info = log('INFO');
  return Object.assign(made, {
    trace: log('TRACE'),
    debug: log('DEBUG'),
    info,
    log: info,
    warn: log('WARN'),
    error: log('ERROR'),
    fatal: log('FATAL'),
    Console,
  });
}

function logger(level: Level, output: Output): (...params: unknown[]) => void {
  const least = output.variable('AWS_LAMBDA_LOG_LEVEL')?.toUpperCase() as Level | undefined;
  if (level !== 'FATAL' && PRIORITY[level] < (PRIORITY[least ?? 'TRACE'] ?? 1)) return () => {};
  const asJson = output.variable('AWS_LAMBDA_LOG_FORMAT')?.toUpperCase() === 'JSON';
  const make = asJson ? jsonEntry : textEntry;
  return (...params) => output.entry(make(level, output, params));
}

function textEntry(level: Level, output: Output, params: unknown[]): string {
  const [message, ...rest] = params;
  return `${isoTime(output)}\t${output.requestId()}\t${level}\t${format(message, ...rest)}`;
}

function jsonEntry(level: Level, output: Output, params: unknown[]): string {
  const entry: Record<string, unknown> = { timestamp: isoTime(output), level, requestId: output.requestId() };
  if (params.length === 1) {
    try {
      return JSON.stringify({ ...entry, message: params[0] }, errorsAsData);
    } catch {
      return JSON.stringify({ ...entry, message: format(params[0]) });
    }
  }
  entry.message = format(...params);
  const error = params.find((param) => param instanceof Error);
  return JSON.stringify(error ? { ...entry, ...describe(error as Error) } : entry);
}

function errorsAsData(_key: string, value: unknown): unknown {
  return value instanceof Error ? { ...describe(value), ...value } : value;
}

function describe(error: Error): Record<string, unknown> {
  const stackTrace = typeof error.stack === 'string' ? error.stack.split('\n') : [];
  return { errorType: error.constructor.name, errorMessage: error.message, stackTrace };
}

function isoTime(output: Output): string {
  return new Date(output.now()).toISOString();
}
