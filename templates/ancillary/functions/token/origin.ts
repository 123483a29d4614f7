import { ApiError } from '../shared/api/errors.js';
import { header, type ProxyEvent } from '../shared/api/event.js';

/**
 * Host (with its port, where that is not the scheme's own) of the page that calls, by `Origin`, else by `Referer`.
 * Throws a 403 `ApiError` when neither says.
 */
export function callingHost(event: ProxyEvent): string {
  const page = header(event, 'origin') ?? header(event, 'referer');
  const host = page && URL.canParse(page) ? new URL(page).host : '';
  if (host === '') throw new ApiError('PERMISSION_DENIED', 'The call must come from a page of the tenant.');
  return host.toLowerCase();
}

/** True when `host` is one of the domains; `*.` stands for exactly one label. */
export function isOneOf(domains: readonly string[], host: string): boolean {
  return domains.some((domain) => {
    if (!domain.startsWith('*.')) return domain.toLowerCase() === host;
    const [label, ...rest] = host.split('.');
    return label !== '' && `*.${rest.join('.')}` === domain.toLowerCase();
  });
}
