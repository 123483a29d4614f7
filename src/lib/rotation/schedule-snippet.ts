import { shellWords } from '../ui/shell-words.js';

/** What can run a rotation every night. */
export type SnippetKind = 'cron' | 'github-actions' | 'eventbridge';

/** What is run, where, and in which region a scheduler of AWS's is made. */
export interface Scheduled {
  /** The whole command line, with `--schedule`, `--account` and `--yes`. */
  command: string;
  /** The project's folder: journals are kept in its `.arcube`. */
  folder: string;
  region: string;
}

/** At an odd minute: on the hour everybody's jobs start. */
const MINUTE = 17;
const HOUR = 3;

/**
 * Goes on with what has not ended, before anything new is begun: the keys of an unfinished rotation are refused to
 * another, and the journals are where only the scheduled run has them.
 */
const RESUME =
  "for id in $(npx arcube rotate-keys --status --json | jq -r '.rotations[].rotation'); do npx arcube rotate-keys --resume $id || exit; done";

/**
 * The command with an end to its waiting for holders that lies within the run: one that is cut off is not written down
 * as one that waits.
 */
function waiting(command: string, longest: string): string {
  return command.includes(' --adoption-timeout') ? command : `${command} --adoption-timeout ${longest}`;
}

/** Ready to be put in place; what a person has to fill in is in `<…>`. */
export function snippetOf(kind: SnippetKind, scheduled: Scheduled): string {
  return SNIPPETS[kind](scheduled);
}

const SNIPPETS: Record<SnippetKind, (scheduled: Scheduled) => string> = {
  cron: ({
    command,
    folder,
  }) => `# crontab -e; cron mails what is printed, and credentials have to be known to this user.
# Exit code 7: a rotation waits for holders of old keys. Go on with \`arcube rotate-keys --resume ID\`.
MAILTO=<you@example.com>
${MINUTE} ${HOUR} * * * ${`cd ${shellWords([folder])} && npx ${command}`.replaceAll('%', '\\%')}`,

  'github-actions': ({
    command,
    region,
  }) => `# .github/workflows/rotate-keys.yml; the role trusts this repository (OpenID Connect).
name: Rotate keys
on:
  schedule: [{ cron: '${MINUTE} ${HOUR} * * *' }]
  workflow_dispatch: {}
permissions: { id-token: write, contents: read }
concurrency: { group: rotate-keys, cancel-in-progress: false }
jobs:
  rotate:
    runs-on: ubuntu-latest
    timeout-minutes: 350 # a token's life is waited for
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 22, cache: npm }
      - run: npm ci
      - uses: aws-actions/configure-aws-credentials@v4
        with: { role-to-assume: '<arn of the role>', aws-region: ${region}, role-duration-seconds: 21600 }
      - uses: actions/cache/restore@v4 # journals: a rotation that waits goes on from them
        with: { path: .arcube/rotation, key: rotation-never, restore-keys: rotation- }
      - run: |
          ${RESUME}
          npx ${waiting(command, '3h')}
      - uses: actions/cache/save@v4
        if: always()
        with: { path: .arcube/rotation, key: 'rotation-\${{ github.run_id }}-\${{ github.run_attempt }}' }`,

  eventbridge: ({
    command,
    region,
  }) => `# CloudFormation, for ${region}: EventBridge Scheduler starts a build that runs the command on what the source holds.
# Journals go to the bucket, so that a rotation that waits is gone on with from anywhere.
Parameters:
  Source: { Type: String, Description: Address of the repository with arcube.yaml }
  Bucket: { Type: String, Description: Bucket for journals }
  RotatorRole: { Type: String, Description: ARN of the role that may rotate; CodeBuild is trusted }
  StarterRole: { Type: String, Description: ARN of a role with codebuild:StartBuild; scheduler.amazonaws.com is trusted }
Resources:
  RotateKeys:
    Type: AWS::CodeBuild::Project
    Properties:
      ServiceRole: !Ref RotatorRole
      TimeoutInMinutes: 480
      ConcurrentBuildLimit: 1
      Artifacts: { Type: NO_ARTIFACTS }
      Environment: { Type: LINUX_CONTAINER, ComputeType: BUILD_GENERAL1_SMALL, Image: aws/codebuild/standard:7.0 }
      Source:
        Type: GITHUB
        Location: !Ref Source
        BuildSpec: !Sub |
          version: 0.2
          phases:
            install:
              runtime-versions: { nodejs: 22 }
              commands: ['npm ci', 'aws s3 sync s3://\${Bucket}/rotation .arcube/rotation']
            build:
              commands: [${[RESUME, `npx ${waiting(command, '5h')}`].map(inTemplate).join(', ')}]
            post_build: { commands: ['aws s3 sync .arcube/rotation s3://\${Bucket}/rotation'] }
  EveryNight:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: cron(${MINUTE} ${HOUR} * * ? *)
      FlexibleTimeWindow: { Mode: 'OFF' }
      Target:
        Arn: arn:aws:scheduler:::aws-sdk:codebuild:startBuild
        RoleArn: !Ref StarterRole
        Input: !Sub '{"ProjectName":"\${RotateKeys}"}'`,
};

/** A string of YAML within `!Sub`. */
function inTemplate(text: string): string {
  return JSON.stringify(text).replaceAll('${', '${!');
}
