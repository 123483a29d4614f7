import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlatformLab, platformLab } from '../helpers/platform.js';

let lab: PlatformLab;
beforeAll(async () => {
  lab = await platformLab();
}, 60_000);
afterAll(() => lab?.stop());

test('the reference is a page with everything it needs from this machine, on the API’s own origin', async () => {
  const page = await fetch(`${lab.url}/docs`);
  const html = await page.text();
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  const files = [...html.matchAll(/(?:src|href|spec-url)="([^"]+)"/g)].map(([, path]) => path as string);
  expect(files).toContain('/docs/openapi.json');
  for (const path of files.filter((entry) => !entry.startsWith('data:'))) {
    expect(path).toMatch(/^\/docs/);
    expect((await fetch(lab.url + path)).status, path).toBe(200);
  }
  const description = (await (await fetch(`${lab.url}/docs/openapi.json`)).json()) as { servers: object[] };
  expect(description.servers).toEqual([{ url: lab.url }]);
  const { port } = new URL(lab.url);
  const other = (await (await fetch(`http://localhost:${port}/docs/openapi.json`)).json()) as {
    servers: object[];
  };
  expect(other.servers).toEqual([{ url: `http://localhost:${port}` }]); // else the browser would call across origins
  const control = await fetch(`${lab.emulator.urls.control}/docs`, { redirect: 'manual' });
  expect([control.status, control.headers.get('location')]).toEqual([302, `${lab.url}/docs`]);
});
