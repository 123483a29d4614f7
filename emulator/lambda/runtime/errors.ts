import { types } from 'node:util';

const { stringify } = JSON;

/** What the runtime reports of a failure: the payload of the invocation. */
export interface ReportedError {
  errorType: string;
  errorMessage: string;
  trace: string[];
}

/** An error of the runtime's own, `Runtime.<kind>`. Kinds and words are aws-lambda-nodejs-runtime-interface-client's. */
export class RuntimeFault extends Error {
  constructor(kind: string, message: string) {
    super(message);
    this.name = `Runtime.${kind}`;
  }
}

/** The words of `Runtime.NodeJsExit`. */
export const NODE_JS_EXIT =
  'The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise that was never settled. For more information, see https://nodejs.org/docs/latest/api/process.html#exit-codes';

/** A rejection nobody handled, as the runtime reports it. */
export class UnhandledRejection extends RuntimeFault {
  readonly reason: unknown;
  readonly promise: unknown;
  constructor(reason: unknown, promise: unknown) {
    super('UnhandledPromiseRejection', textOf(reason));
    this.reason = reason;
    this.promise = promise;
  }
}

interface ErrorLike {
  name: string;
  message: string;
  stack: string;
}

/** Makes the payload of a failure from whatever was thrown. Never throws. */
export function report(error: unknown): ReportedError {
  try {
    if (types.isNativeError(error) || looksLikeError(error)) {
      const { name, message, stack } = error as ErrorLike;
      return {
        errorType: escapeDel(name),
        errorMessage: escapeDel(message),
        trace: escapeDel(stack).split('\n'),
      };
    }
    // A thrown null or undefined has no toString: the runtime falls through to the words below.
    return { errorType: typeof error, errorMessage: (error as object).toString(), trace: [] };
  } catch {
    return {
      errorType: 'handled',
      errorMessage:
        'callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack',
      trace: [],
    };
  }
}

/** The JSON a failure is logged as, with the tab that comes before it. */
export function formatForLog(error: unknown): string {
  const subject = error instanceof Error ? error : new Error(textOf(error));
  try {
    return `\t${stringify(subject, (_key, value: unknown) => enumerable(value))}`;
  } catch {
    return `\t${stringify(report(subject))}`;
  }
}

function enumerable(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const { code } = value as Error & { code?: unknown };
  const shown: Record<string, unknown> = { errorType: value.name, errorMessage: value.message, code };
  Object.assign(shown, value);
  if (typeof value.stack === 'string') shown.stack = value.stack.split('\n');
  return shown;
}

function looksLikeError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, message, stack } = error as Partial<ErrorLike>;
  return [name, message, stack].every((part) => typeof part === 'string' && part !== '');
}

/** DEL would break the header the runtime sends the type in; it is written as `%7F`. */
function escapeDel(text: string): string {
  return text.replaceAll('\x7F', '%7F');
}

function textOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
