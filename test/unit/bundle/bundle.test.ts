import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleFunction, createFunctionBundler } from '../../../src/bundle/index.js';
import { packageRoot } from '../../../src/core/package-root.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arcube-bundle-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(files: Record<string, string>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

/** Runs a CommonJS bundle as Node would. */
function run(code: string): Record<string, unknown> {
  const module = { exports: {} as Record<string, unknown> };
  const load = new Function('module', 'exports', 'require', '__filename', '__dirname', code);
  load(module, module.exports, process.getBuiltinModule, '/var/task/index.js', '/var/task');
  return module.exports;
}

describe('bundling a function', () => {
  it('makes one file of everything it imports, documents included', async () => {
    await write({
      'index.ts': `import { a } from './lib/a.js'; import doc from './doc.yaml'; import data from './data.json';
        export const handler = () => [a, doc, data.n, import.meta.url];`,
      'lib/a.ts': 'export const a: number = 1;',
      'doc.yaml': 'list:\n  - one\n  - { two: 2 }\n',
      'data.json': '{"n":3}',
    });
    const bundle = await bundleFunction({ folder, handler: 'index.handler' });
    const { handler } = run(bundle.code) as { handler: () => unknown };
    expect(handler()).toEqual([1, { list: ['one', { two: 2 }] }, 3, 'file:///var/task/index.js']);
    expect(bundle).toMatchObject({ format: 'cjs', exportPath: 'handler', file: join(folder, 'index.ts') });
    expect(bundle.inputs).toEqual(
      ['data.json', 'doc.yaml', 'index.ts', 'lib/a.ts'].map((file) => join(folder, file)),
    );
    expect(JSON.parse(String(bundle.sourceMap)).sources).toContain('lib/a.ts');
  });

  it('takes the engine of scenarios from the package itself, and reads scenarios as the runner does', async () => {
    await write({
      'index.ts': `import { plannedCalls, playScenario } from 'arcube/scenario'; import health from './health.scenario.yaml';
        const target = (status) => ({ label: 'x', data: {}, signal: new AbortController().signal,
          caller: { api: 'x', call: async () => ({ status, headers: {}, body: '{"items":[{"n":1}]}', durationMs: 1 }) } });
        export const handler = async () => [plannedCalls(health), await playScenario(health, target(200)), await playScenario(health, target(500))];`,
      'health.scenario.yaml':
        "name: health\nsteps:\n  - request: { GET: /health }\n    expect: { status: 200, json: { '$.items[*].n': [1] }, body: { matches: '(i)+tems' } }\n",
    });
    const bundle = await bundleFunction({ folder, handler: 'index.handler' });
    const { handler } = run(bundle.code) as { handler: () => Promise<unknown> };
    expect(await handler()).toMatchObject([
      [{ method: 'GET', path: '/health' }],
      undefined,
      {
        step: 'GET /health',
        message: expect.stringContaining('Expected 200, got 500'),
        place: 'health.scenario.yaml:4',
      },
    ]);
    expect(bundle.code).not.toContain(folder);
    expect(bundle.inputs).toContain(join(folder, 'health.scenario.yaml'));
    for (const name of ['json-p3', 're2js'])
      expect(bundle.inputs.some((path) => path.includes(join('node_modules', name)))).toBe(true);
  });

  it('refuses a scenario that the runner would refuse, at its line', async () => {
    await write({
      'index.ts': `import scenario from './wrong.scenario.yaml'; export const handler = () => scenario;`,
      'wrong.scenario.yaml': 'name: wrong\nsteps:\n  - request: { GET: "/${nobody}" }\n',
    });
    const bundling = bundleFunction({ folder, handler: 'index.handler' });
    await expect(bundling).rejects.toMatchObject({
      name: 'BundleError',
      diagnostics: [{ message: expect.stringContaining('nobody'), place: { line: 3 } }],
    });
  });

  it('gives equal text for equal sources, wherever they lie', async () => {
    const source = {
      'index.ts': 'import { b } from "./b.js"; export const handler = async () => b;',
      'b.ts': 'export const b = 2;',
    };
    await write(source);
    const one = await bundleFunction({ folder, handler: 'index.handler' });
    await write(Object.fromEntries(Object.entries(source).map(([file, text]) => [`copy/${file}`, text])));
    const two = await bundleFunction({ folder: join(folder, 'copy'), handler: 'index.handler' });
    expect(two.code).toBe(one.code);
    expect(two.hash).toBe(one.hash);
  });

  it('finds packages of its own first, then those of the package it ships in', async () => {
    await write({
      'index.mjs':
        'import own from "own-package"; import { ObjectId } from "mongodb"; export const handler = () => [own, typeof ObjectId];',
      'node_modules/own-package/package.json': '{"name":"own-package","version":"1.0.0","main":"index.js"}',
      'node_modules/own-package/index.js': 'module.exports = "own";',
    });
    const { code } = await bundleFunction({ folder, handler: 'index.handler' });
    expect(code).toContain('module2.exports="own"');
    expect(code).toContain('MongoServerError');
    expect(code).not.toContain('observeMongoClient');
    const observed = await bundleFunction({ folder, handler: 'index.handler', observe: true });
    expect(observed.code).toContain('observeMongoClient');
  });

  it('leaves out what Node has and what nothing uses, and works as before', async () => {
    await write({
      'index.ts': `import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
        import { MongoClient } from 'mongodb';
        export const handler = async () => {
          const mongo = new MongoClient('mongodb://us%3Aer:pass@h1:1,h2:2/db?replicaSet=rs&appName=a%20b');
          const aws = new SecretsManagerClient({ region: 'eu-central-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
          const seen = {};
          aws.middlewareStack.add(() => async ({ request }) => { Object.assign(seen, request); throw new Error('stop'); }, { step: 'deserialize' });
          await aws.send(new GetSecretValueCommand({ SecretId: 'x' })).catch(() => {});
          const { appName, replicaSet, hosts, credentials } = mongo.options;
          return [appName, replicaSet, hosts.map(String), credentials.username, String(seen.body), seen.headers['x-amz-target']];
        };`,
    });
    const { code, inputs } = await bundleFunction({ folder, handler: 'index.handler' });
    const { handler } = run(code) as { handler: () => Promise<unknown> };
    expect(await handler()).toEqual([
      ...['a b', 'rs', ['h1:1', 'h2:2'], 'us:er'],
      ...['{"SecretId":"x"}', 'secretsmanager.GetSecretValue'],
    ]);
    expect(inputs.filter((file) => /node_modules.(tr46|whatwg-url)/.test(file))).toEqual([]);
    expect(code).not.toContain('RotateSecretCommand');
  });

  it('leaves a package alone that the function itself asks for', async () => {
    await write({
      'index.ts':
        'import { parseURL } from "whatwg-url"; export const handler = () => parseURL("http://a.b/c").path;',
    });
    const { code } = await bundleFunction({ folder, handler: 'index.handler' });
    expect((run(code) as { handler: () => unknown }).handler()).toEqual(['c']);
  });

  it('becomes an ES module when it awaits at top level', async () => {
    await write({ 'index.mts': 'export const handler = await Promise.resolve(() => 1);' });
    expect(await bundleFunction({ folder, handler: 'index.handler' })).toMatchObject({ format: 'esm' });
  });
});

describe('the cache', () => {
  const text = 'export const handler = () => 1;';

  it('answers until an input changes, by content and not by date', async () => {
    const cacheDir = join(folder, 'cache');
    await write({ 'index.ts': `import './b.js'; ${text}`, 'b.ts': 'export const b = 1;' });
    const request = { folder, handler: 'index.handler', cacheDir };
    const first = await bundleFunction(request);
    expect(await bundleFunction(request)).toEqual(first);
    await utimes(join(folder, 'b.ts'), 1, 1);
    expect(await bundleFunction(request)).toEqual(first);
    await write({ 'b.ts': 'export const b = 9; console.log(b);' });
    expect((await bundleFunction(request)).hash).not.toBe(first.hash);
  });

  it('is not believed when it is damaged', async () => {
    const cacheDir = join(folder, 'cache');
    await write({ 'index.ts': text });
    const request = { folder, handler: 'index.handler', cacheDir };
    const { hash } = await bundleFunction(request);
    const { readdir } = await import('node:fs/promises');
    for (const file of await readdir(cacheDir))
      if (file.endsWith('.js')) await writeFile(join(cacheDir, file), 'half');
    expect((await bundleFunction(request)).hash).toBe(hash);
  });

  it('ships with the platform’s own functions', async () => {
    const request = {
      folder: join(packageRoot(), 'templates/ancillary/functions/token'),
      handler: 'index.handler',
      observe: true,
    };
    const { code, inputs } = await bundleFunction(request);
    expect(code.length).toBeGreaterThan(1000);
    // A bundle made here and now would name the packages' files among its inputs.
    expect(inputs.some((file) => file.includes('node_modules'))).toBe(false);
  });
});

describe('what cannot be bundled', () => {
  const fail = async (handler: string) => {
    try {
      await bundleFunction({ folder, handler });
    } catch (error) {
      return error as {
        fault: string;
        message: string;
        diagnostics: { place?: object; frame?: string; code: string; remedy: string }[];
      };
    }
    throw new Error('it was bundled');
  };

  it('is told with file, line and code frame', async () => {
    await write({ 'index.ts': 'export const a = 1;\nexport const handler = ( => 1;\n' });
    const { fault, diagnostics } = await fail('index.handler');
    expect(fault).toBe('UserCodeSyntaxError');
    expect(diagnostics[0]).toMatchObject({
      code: 'HANDLER_SYNTAX',
      place: { file: join(folder, 'index.ts'), line: 2, column: 26 },
      frame: `2 | export const handler = ( => 1;\n${' '.repeat(29)}^^`,
    });
  });

  it('names the import and the document at fault', async () => {
    await write({
      'index.ts':
        'import x from "nobody-has-this";\nimport d from "./d.yaml";\nexport const handler = [x, d];',
      'd.yaml': 'a: [1\nb: 2',
    });
    const { diagnostics } = await fail('index.handler');
    expect(diagnostics.map(({ code }) => code).sort()).toEqual(['HANDLER_SYNTAX', 'IMPORT_NOT_FOUND']);
  });

  it('uses the runtime’s words for a bad or missing handler', async () => {
    expect(await fail('index')).toMatchObject({ fault: 'MalformedHandlerName', message: 'Bad handler' });
    expect(await fail('../index.handler')).toMatchObject({ fault: 'MalformedHandlerName' });
    expect(await fail('gone.handler')).toMatchObject({
      fault: 'ImportModuleError',
      message: "Error: Cannot find module 'gone'\nRequire stack:\n- /var/runtime/index.mjs",
    });
  });
});

describe('bundling again after an edit', () => {
  it('follows the text on disk', async () => {
    await write({ 'index.ts': 'export const handler = () => 1;' });
    const bundler = await createFunctionBundler({ folder, handler: 'index.handler' });
    const { hash } = await bundler.run();
    await write({ 'index.ts': 'export const handler = () => 2;' });
    const second = await bundler.run();
    expect(second.hash).not.toBe(hash);
    expect((run(second.code) as { handler: () => number }).handler()).toBe(2);
    await write({ 'index.ts': 'export const handler = ) => 2;' });
    await expect(bundler.run()).rejects.toMatchObject({ name: 'BundleError' });
    await bundler.dispose();
  });
});
