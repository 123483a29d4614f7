import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { describeFailure } from '../../src/lib/ui/failure.js';
import { runCli } from '../helpers/cli.js';

const empty = mkdtempSync(join(tmpdir(), 'arcube-cli-'));
afterAll(() => rmSync(empty, { recursive: true, force: true }));

describe('every command', () => {
  it('shows help with examples', async () => {
    const { code, stdout } = await runCli(['clock', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('EXAMPLES');
    expect(stdout).toContain('$ arcube clock +1h');
  });

  it('is told apart from topics, which have commands of their own', async () => {
    const { stdout } = await runCli(['--help']);
    const [, topics = '', commands = ''] = stdout.split(/^(?:TOPICS|COMMANDS)$/m);
    const names = (text: string) => [...text.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name);
    expect(names(topics)).toEqual(['db', 'deploy', 'fault', 'load-test', 'rotate-keys', 'tenant']);
    expect(names(commands)).toContain('test');
  });

  it('takes a wrong command line without repeating what was typed', async () => {
    for (const args of [
      ['clock', 'x', 'hunter2-hunter2'],
      ['clock', '--token=hunter2-hunter2'],
      ['clock', '--at'],
    ]) {
      const people = await runCli(args);
      const programs = await runCli([...args.slice(0, 1), '--json', ...args.slice(1)]);
      expect([people.code, programs.code]).toEqual([2, 2]);
      expect(people.stdout).toBe('');
      expect(JSON.parse(programs.stdout)).toMatchObject({ event: 'error', error: { code: 'USAGE' } });
      expect(people.stderr + programs.stdout + programs.stderr).not.toContain('hunter2');
    }
  });

  it('has the same exit code with and without --json', async () => {
    const people = await runCli(['clock', '--project', empty]);
    const programs = await runCli(['clock', '--project', empty, '--json']);
    expect([people.code, programs.code]).toEqual([4, 4]);
    expect(people.stderr).toContain('[NO_EMULATOR]');
    expect(people.stderr).toContain('→ Start one there with `arcube dev`');
    expect(JSON.parse(programs.stdout).error.code).toBe('NO_EMULATOR');
  });

  it('takes a disk that is full or refuses for what it is, not for a fault of its own', () => {
    const failing = (path: string) => {
      try {
        writeFileSync(path, 'x');
        return undefined;
      } catch (error) {
        return describeFailure(error, []);
      }
    };
    writeFileSync(join(empty, 'file'), '');
    expect(failing(join(empty, 'file/below'))).toMatchObject({ body: { code: 'FILE_REFUSED' }, exitCode: 1 });
    expect(failing(empty)?.body.what).toContain(empty);
    if (existsSync('/dev/full'))
      expect(failing('/dev/full')).toMatchObject({ body: { code: 'DISK_FULL' }, exitCode: 1 });
    const bug = describeFailure(new TypeError('x is not a function'), []);
    expect(bug.body.code).toBe('INTERNAL');
  });

  it('names the command that was meant', async () => {
    const { code, stderr } = await runCli(['clok']);
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean `arcube clock`?');
  });

  it('tells its version', async () => {
    expect((await runCli(['--version'])).stdout).toMatch(/^arcube\/\d+\.\d+\.\d+ /);
  });
});
