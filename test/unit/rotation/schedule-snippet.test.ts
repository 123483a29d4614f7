import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { snippetOf } from '../../../src/lib/rotation/schedule-snippet.js';

const command = 'arcube rotate-keys --all --schedule 90d --account 123456789012 --yes --region us-east-1';
const scheduled = { command, folder: "/srv/it's mine", region: 'us-east-1' };

it('cron runs the command in the project’s folder, whatever its name', () => {
  expect(snippetOf('cron', scheduled).split('\n').at(-1)).toBe(
    `17 3 * * * cd '/srv/it'\\''s mine' && npx ${command}`,
  );
});

it('cron takes no percent sign of folder or command for the end of the line', () => {
  const line = snippetOf('cron', { ...scheduled, command: `${command} --stack a%b`, folder: '/srv/50% off' });
  expect(line.split('\n').at(-1)).toBe(`17 3 * * * cd '/srv/50\\% off' && npx ${command} --stack a\\%b`);
});

it('a workflow is YAML, runs the command, and keeps the journals of a rotation that failed, too', () => {
  const { jobs, on } = parse(snippetOf('github-actions', scheduled));
  const { steps } = jobs.rotate;
  expect(on.schedule).toEqual([{ cron: '17 3 * * *' }]);
  const [first, last] = steps[5].run.trimEnd().split('\n');
  expect(first).toContain('rotate-keys --resume $id || exit');
  expect(last).toBe(`npx ${command} --adoption-timeout 3h`);
  expect(steps.at(-1)).toMatchObject({ if: 'always()', with: { path: '.arcube/rotation' } });
});

it('a template has a schedule and a build that runs the command', () => {
  const plain = snippetOf('eventbridge', scheduled).replaceAll(/!(?:Ref|Sub) /g, '');
  const { Resources } = parse(plain);
  expect(Resources.EveryNight.Properties.ScheduleExpression).toBe('cron(17 3 * * ? *)');
  const { phases } = parse(Resources.RotateKeys.Properties.Source.BuildSpec);
  expect(phases.install['runtime-versions'].nodejs).toBe(22);
  expect(phases.build.commands).toEqual([
    expect.stringContaining('rotate-keys --resume $id || exit'),
    `npx ${command} --adoption-timeout 5h`,
  ]);
});

it('a command’s own words are kept as they are: its time of waiting, a colon, a variable', () => {
  const wordy = `${command} --adoption-timeout 1h --tenant 'a: b' --tenant '\${c}'`;
  const { jobs } = parse(snippetOf('github-actions', { ...scheduled, command: wordy }));
  expect(jobs.rotate.steps[5].run).toContain(`\nnpx ${wordy}\n`);
  const template = snippetOf('eventbridge', { ...scheduled, command: wordy }).replaceAll(
    /!(?:Ref|Sub) /g,
    '',
  );
  const { phases } = parse(parse(template).Resources.RotateKeys.Properties.Source.BuildSpec);
  expect(phases.build.commands[1]).toBe(`npx ${wordy.replace('${', '${!')}`); // as `!Sub` writes `${`
});
