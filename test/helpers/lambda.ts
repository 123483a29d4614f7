import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EventBus, type LogLine, type ReloadRecord, type Span } from '../../emulator/kernel/events.js';
import type { LambdaOutcome } from '../../emulator/kernel/lambda.js';
import { createLambda, type LambdaOptions, type LambdaService } from '../../emulator/lambda/index.js';
import { MovableClock } from '../../src/core/clock.js';
import { createIds } from '../../src/core/ids.js';
import type { LambdaFunction } from '../../src/core/stack/model.js';

/** A Lambda service on a folder of its own, with what it told. */
export interface LambdaLab extends AsyncDisposable {
  folder: string;
  service: LambdaService;
  clock: MovableClock;
  lines: LogLine[];
  spans: Span[];
  reloads: ReloadRecord[];
  /** Invokes with a value as event; answers the outcome with the payload read as JSON. */
  call(functionName: string, event?: unknown, storyId?: string): Promise<LambdaOutcome & { value: unknown }>;
  write(file: string, text: string): Promise<void>;
}

/** The definition of a function whose code lies in `folder`. */
export function functionAt(folder: string, name: string, more: Partial<LambdaFunction> = {}): LambdaFunction {
  return {
    logicalId: name,
    name,
    arn: `arn:aws:lambda:eu-central-1:123456789012:function:${name}`,
    code: { folder: join(folder, name) },
    handler: 'index.handler',
    runtime: 'nodejs22.x',
    timeout: 3,
    memorySize: 128,
    ephemeralStorage: 512,
    environment: {},
    tracing: 'PassThrough',
    versions: [],
    aliases: [],
    place: { file: join(folder, 'template.yaml'), line: 1, column: 1 },
    ...more,
  };
}

/** Starts a service with one function a source; the key is `name` or `name/file.ext` (`index.mjs` by default). */
export async function lambdaLab(
  sources: Record<string, string>,
  more: Partial<LambdaFunction> = {},
  options: Partial<LambdaOptions> = {},
): Promise<LambdaLab> {
  const folder = await mkdtemp(join(tmpdir(), 'arcube-test-'));
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  };
  for (const [key, text] of Object.entries(sources)) {
    await write(key.includes('/') ? key : `${key}/index.mjs`, text);
  }
  const names = new Set(Object.keys(sources).map((key) => key.split('/')[0] as string));
  const functions = [...names].map((name) => functionAt(folder, name, more));
  const clock = new MovableClock();
  const events = new EventBus();
  const lab = { lines: [] as LogLine[], spans: [] as Span[], reloads: [] as ReloadRecord[] };
  events.on('log', (line) => lab.lines.push(line));
  events.on('span', (span) => lab.spans.push(span));
  events.on('reload', (record) => lab.reloads.push(record));
  const service = createLambda({ functions, clock, ids: createIds(), events, ...options });
  await service.start(new AbortController().signal);
  await service.watching();
  return {
    ...lab,
    folder,
    service,
    clock,
    write,
    async call(functionName, event = {}, storyId) {
      const payload = JSON.stringify(event);
      const outcome = await service.invoke({ functionName, payload, ...(storyId ? { storyId } : {}) });
      return { ...outcome, value: JSON.parse(outcome.payload) as unknown };
    },
    async [Symbol.asyncDispose]() {
      await service.stop();
      clock.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
