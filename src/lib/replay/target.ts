import { userError } from '../../core/errors.js';

/** Where a request is sent again. */
export interface ReplayTarget {
  url: string;
  /** It is this machine. */
  loopback: boolean;
}

/** Reads `--to`. Throws BAD_COMMAND_LINE for what is no base URL. */
export function targetOf(text: string | undefined): ReplayTarget | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isBase = url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
  if (!isBase)
    throw userError('BAD_COMMAND_LINE', { what: '--to is a base URL: https://api.example.com/stage.' });
  return { url: text.replace(/\/$/, ''), loopback: isLoopback(text) };
}

/** True for a URL whose host is this machine by its name or number alone. */
export function isLoopback(url: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\]|[\w-]+\.localhost)$/i.test(new URL(url).hostname);
}
