import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mutation } from './mutations.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SUITES = 'journeys,security,idempotency,residency,smoke';

/** A tenant in the home region beside the sample one: what only a region's border keeps apart would prove nothing. */
const NEIGHBOUR = `id: citrus-air
name: Citrus Air
domains: [book.citrus-air.example]
dataRegion: eu-central-1
currency: EUR
locales: [en-GB]
clients: [{ id: citrus-booking, role: api_client }]
categories: { ESIMS: {}, LOUNGE_ACCESS: {}, CARBON_OFFSET: {} }
`;

/** What the suites said of a mutant: exit code 1 and the case that noticed. */
export interface Trial {
  exitCode: number;
  failed: string[];
  seconds: number;
}

interface Line {
  event: string;
  id?: string;
  outcome?: string;
  verdict?: string;
  exitCode?: number;
  faults?: unknown[];
}

/**
 * Runs the shipped suites against a copy of the platform that one mutation (or none) has changed. `grep` and `suites`
 * narrow it for a quick look.
 */
export async function runMutation(
  mutation: Mutation | undefined,
  { grep, suites = SUITES }: { grep?: string; suites?: string } = {},
): Promise<Trial> {
  const project = mkdtempSync(join(tmpdir(), 'arcube-mutant-'));
  const begun = performance.now();
  try {
    prepare(project, mutation);
    const args = [
      'test',
      '--project',
      project,
      '--suite',
      suites,
      '--bail',
      '1',
      '--seed',
      'mutations',
      '--json',
    ];
    const lines = await run([...args, ...(grep ? ['--grep', grep] : [])]);
    const cases = lines.filter(({ event, outcome }) => event === 'case' && outcome === 'failed');
    const last = lines.at(-1);
    if (!last || last.verdict === 'not-run')
      throw new Error(`the platform does not start: ${JSON.stringify(last?.faults)}`);
    const seconds = Math.round((performance.now() - begun) / 1000);
    return { exitCode: last.exitCode ?? -1, failed: cases.map(({ id = '' }) => id), seconds };
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

function prepare(project: string, mutation: Mutation | undefined): void {
  cpSync(join(root, 'templates/ancillary'), join(project, 'stack'), { recursive: true });
  cpSync(join(root, 'templates/tenant'), join(project, 'tenants'), { recursive: true });
  writeFileSync(join(project, 'tenants/citrus-air.yaml'), NEIGHBOUR);
  writeFileSync(join(project, 'arcube.yaml'), 'template: stack/template.yaml\ntenants: tenants\n');
  if (mutation) apply(join(project, 'stack/functions', mutation.file), mutation);
}

function apply(file: string, { from, to }: Mutation): void {
  const text = readFileSync(file, 'utf8');
  const found = text.split(from).length - 1;
  if (found !== 1) throw new Error(`${file} has the text to change ${found} times: ${from}`);
  writeFileSync(
    file,
    text.replace(from, () => to),
  );
}

/** The lines that `arcube test --json` prints. */
function run(args: string[]): Promise<Line[]> {
  const child = spawn(process.execPath, [join(root, 'bin/run.js'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () =>
      resolve(
        text
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Line),
      ),
    );
  });
}
