import { userError } from '../../core/errors.js';

/** Base URLs by region, of `REGION=URL`, or `URL` for all regions. Throws BAD_COMMAND_LINE. */
export function apiUrls(given: readonly string[], regions: readonly string[]): Record<string, string> {
  const urls: Record<string, string> = {};
  for (const one of given) {
    const [, region, url = ''] = /^(?:([a-z0-9-]+)=)?(https?:\/\/.*?)\/?$/.exec(one) ?? [];
    if (url === '') throw userError('BAD_COMMAND_LINE', { what: '--api-url is written URL or REGION=URL.' });
    for (const name of region === undefined ? regions : [region]) urls[name] = url;
  }
  return urls;
}
