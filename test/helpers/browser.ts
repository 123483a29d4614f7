import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** The command of an installed program that answers to `--version`; undefined when none of the names does. */
export function findProgram(...names: string[]): string | undefined {
  return names.find((name) => spawnSync(name, ['--version'], { timeout: 20_000 }).status === 0);
}

/** A Chromium-like browser: `ARCUBE_BROWSER`, or one of the usual names. */
export function findBrowser(): string | undefined {
  const named = process.env.ARCUBE_BROWSER;
  return findProgram(...(named === undefined ? NAMES : [named]));
}

/**
 * Opens a page of an origin of its own in a headless browser. The page runs `script` (the body of an async function that gets
 * `data`) and what it returns, or how it failed, comes back.
 */
export async function runInPage(
  browser: string,
  script: string,
  dataFor: (origin: string) => unknown | Promise<unknown>,
): Promise<unknown> {
  let tell: (result: unknown) => void = () => undefined;
  const told = new Promise<unknown>((resolve) => {
    tell = resolve;
  });
  const server = createServer(async (req, res) => {
    if (req.url === '/told') tell(JSON.parse(await text(req)));
    const content = req.url === '/' ? page(script, await dataFor(origin)) : '';
    res.setHeader('content-type', 'text/html').end(content);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const profile = mkdtempSync(join(tmpdir(), 'arcube-browser-'));
  // No sandbox: in containers and as root there is none to be had, and the only page is this one.
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    `--user-data-dir=${profile}`,
  ];
  const child = spawn(browser, [...flags, `${origin}/`], { stdio: 'ignore' });
  const ended = once(child, 'exit').then(() => ({
    failed: 'the browser ended before the page said anything',
  }));
  try {
    return await Promise.race([told, ended]);
  } finally {
    child.kill('SIGKILL');
    await ended;
    server.close().closeAllConnections();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function page(script: string, data: unknown): string {
  return `<!doctype html><link rel="icon" href="data:,"><script>
(async (data) => { ${script} })(${JSON.stringify(data).replaceAll('<', '\\u003c')})
  .catch((error) => ({ failed: String(error) }))
  .then((result) => fetch('/told', { method: 'POST', body: JSON.stringify(result ?? null) }));
</script>`;
}
