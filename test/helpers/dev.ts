import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { spawnCli } from './cli.js';

/** The first line of `arcube dev --json`. */
export interface Ready {
  event: 'ready';
  pid: number;
  urls: { api: string; mongo: string; mongoByRegion: Record<string, string>; aws: string; control: string };
  credentials: {
    tenant: string;
    region: string;
    clientId: string;
    clientSecret: string;
    edgeSecret: string;
  }[];
}

/** A running `arcube dev --json` with everything it has printed. */
export class Dev {
  readonly child: ChildProcess;
  readonly lines: Record<string, unknown>[] = [];
  stderr = '';
  readonly exited: Promise<number | null>;
  #woken: () => void = () => undefined;

  private constructor(project: string, args: string[], bin: string | undefined) {
    const ports = args.includes('--port') ? [] : ['--port', '0', '--aws-port', '0'];
    this.child = spawnCli(['dev', '--json', '--project', project, ...ports, ...args], {}, bin);
    createInterface({ input: this.child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      this.lines.push(JSON.parse(line));
      this.#woken();
    });
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.stderr += chunk;
    });
    this.exited = new Promise((resolve) => {
      this.child.once('close', (code) => {
        resolve(code);
        this.#woken();
      });
    });
  }

  /** Starts it, from this package or from the `bin` of another installation, and waits for its first line. */
  static async start(project: string, ...args: (string | { bin: string })[]): Promise<Dev> {
    const bin = args.find((one) => typeof one !== 'string')?.bin;
    const dev = new Dev(
      project,
      args.filter((one) => typeof one === 'string'),
      bin,
    );
    await dev.until(() => dev.lines.length > 0);
    if (dev.lines[0]?.event !== 'ready') throw new Error(JSON.stringify(dev.lines[0]) + dev.stderr);
    return dev;
  }

  get ready(): Ready {
    return this.lines[0] as unknown as Ready;
  }

  /** Resolves once the printed lines satisfy the condition; rejects when it ends before. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      if (this.child.exitCode !== null || this.child.signalCode !== null)
        throw new Error(
          `arcube dev ended with ${this.child.exitCode ?? this.child.signalCode}: ${this.stderr}`,
        );
      await new Promise<void>((resolve) => {
        this.#woken = resolve;
      });
    }
  }

  /** Asks it to end, and waits for that. */
  async end(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    return this.exited;
  }
}

/** A project folder of its own, and how to remove it. */
export function emptyProject(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'arcube-e2e-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
