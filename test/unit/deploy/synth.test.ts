import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readProject } from '../../../src/core/config/project.js';
import { packageRoot } from '../../../src/core/package-root.js';
import { loadTemplate } from '../../../src/core/stack/load.js';
import { freshDeployments } from '../../../src/lib/deploy/synth/deployments.js';
import { type Stage, stageRegions, stageSettings } from '../../../src/lib/deploy/synth/stage-settings.js';
import { ASSETS_BUCKET, synthesise } from '../../../src/lib/deploy/synth/synthesise.js';
import { runCli } from '../../helpers/cli.js';

const TEMPLATE = `Parameters:
  Retention: { Type: Number, Default: 30 }
  Password: { Type: String, NoEcho: true, Default: hunter2 }
Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Code: fn
      Handler: index.handler
      Runtime: nodejs22.x
      Role: arn:aws:iam::123456789012:role/x
      Environment: { Variables: { LOCAL: 'on', MODE: '0755', CODE: fn } }
  Inline:
    Type: AWS::Lambda::Function
    Properties:
      Code: { ZipFile: 'exports.handler = async () => ({})' }
      Handler: index.handler
      Runtime: nodejs22.x
      Role: arn:aws:iam::123456789012:role/x
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: api.yaml } } }
  Deployment: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Api } }
  Stage:
    Type: AWS::ApiGateway::Stage
    DependsOn: Deployment
    Properties: { RestApiId: !Ref Api, DeploymentId: !GetAtt Deployment.DeploymentId, StageName: live }
Outputs:
  Made: { Value: !Sub 'from \${Deployment} not \${!Deployment}' }
`;
const API = `openapi: 3.0.1
info: { title: t, version: '1' }
paths:
  /a:
    get:
      responses: { '200': { description: ok } }
      x-amazon-apigateway-integration: { type: mock }
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arcube-synth-'));
  await writeFile(join(folder, 'template.yaml'), TEMPLATE);
  await writeFile(join(folder, 'api.yaml'), API);
  await cp(join(packageRoot(), 'templates/ancillary/functions/shared/money'), join(folder, 'fn'), {
    recursive: true,
  });
  await writeFile(join(folder, 'fn/index.ts'), 'export const handler = async () => 1;');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function synth(stage: Stage = 'dev', bucket = ASSETS_BUCKET) {
  return synthesise({
    settings: stageSettings({ stackName: 'shop' }, stage, undefined),
    template: join(folder, 'template.yaml'),
    accountId: '123456789012',
    bucket,
    cacheDir: join(folder, '.cache'),
  });
}

interface Resource {
  Properties: Record<string, unknown>;
  DependsOn?: string;
}

describe('what would be sent', () => {
  it('is plain CloudFormation: code by content, the API inside', async () => {
    const made = await synth();
    const resources = made.template.Resources as Record<string, Resource>;
    const [fn] = made.functions;
    expect(resources.Fn?.Properties.Code).toEqual({
      S3Bucket: { 'Fn::Sub': 'arcube-assets-${AWS::AccountId}-${AWS::Region}' },
      S3Key: `functions/${fn?.sha256}.zip`,
    });
    expect(resources.Inline?.Properties.Code).toHaveProperty('ZipFile');
    expect(resources.Api?.Properties.Body).toHaveProperty(['paths', '/a', 'get']);
    expect(made.text).not.toMatch(/Fn::Transform|AWS::Include|!Ref|!Sub/);
    // YAML 1.1 is what CloudFormation reads: `on` and 0755 must have stayed texts
    expect(parse(made.text, { version: '1.1' })).toEqual(made.template);
    expect(resources.Fn?.Properties.Environment).toEqual({
      Variables: { LOCAL: 'on', MODE: '0755', CODE: 'fn' },
    });
  });

  it('names the bucket that was asked for', async () => {
    const made = await synth('dev', 'mine');
    const resources = made.template.Resources as Record<string, Resource>;
    expect(resources.Fn?.Properties.Code).toMatchObject({ S3Bucket: 'mine' });
  });

  it('keeps values under NoEcho to itself', async () => {
    const made = await synth();
    expect(made.hidden).toEqual(['Password']);
    expect(made.parameters).toEqual([{ ParameterKey: 'Retention', ParameterValue: '30' }]);
  });

  it('makes a new deployment when, and only when, the API changed', async () => {
    const idOf = async () => {
      const { template } = await synth();
      return Object.keys(template.Resources as object).find((id) => id.startsWith('Deployment')) ?? '';
    };
    const before = await idOf();
    await writeFile(join(folder, 'fn/index.ts'), 'export const handler = async () => 2;');
    expect(await idOf()).toBe(before);
    await writeFile(join(folder, 'api.yaml'), API.replace('/a:', '/b:'));
    expect(await idOf()).not.toBe(before);
    expect(before).toMatch(/^Deployment[0-9a-f]{10}$/);
  });

  it('follows a deployment’s new name wherever it is used', async () => {
    const { template } = await synth();
    const resources = template.Resources as Record<string, Resource>;
    const id = Object.keys(resources).find((name) => name.startsWith('Deployment')) ?? '';
    expect(resources.Stage).toMatchObject({
      DependsOn: id,
      Properties: { DeploymentId: { 'Fn::GetAtt': [id, 'DeploymentId'] }, RestApiId: { Ref: 'Api' } },
    });
    expect(template.Outputs).toEqual({
      Made: { Value: { 'Fn::Sub': `from \${${id}} not \${!Deployment}` } },
    });
    expect(freshDeployments({ Resources: { A: { Type: 'AWS::SQS::Queue' } } })).toEqual({
      Resources: { A: { Type: 'AWS::SQS::Queue' } },
    });
  });

  it('refuses faults of the template, and one larger than CloudFormation takes', async () => {
    await writeFile(join(folder, 'template.yaml'), `${TEMPLATE}Description: ${'x'.repeat(1_048_576)}\n`);
    await expect(synth()).rejects.toMatchObject({ code: 'TEMPLATE_TOO_LARGE' });
    await writeFile(join(folder, 'template.yaml'), TEMPLATE.replace('Code: fn', 'Code: nowhere'));
    await expect(synth()).rejects.toMatchObject({ code: 'STACK_INVALID' });
  });
});

describe('a stage’s settings', () => {
  const config = {
    stackName: 'shop',
    region: 'eu-west-1',
    parameters: { A: 1, B: 1, C: 1 },
    stages: {
      prod: {
        region: 'us-east-1',
        parameters: { B: 2, C: 2 },
        regions: { 'us-east-1': { parameters: { C: 3 } }, 'eu-west-1': { parameters: { C: 4 } } },
      },
      staging: { stackName: 'rehearsal' },
    },
  };

  it('come from the region, else the stage, else the project', () => {
    expect(stageSettings(config, 'prod', undefined)).toEqual({
      stage: 'prod',
      stackName: 'shop-prod',
      region: 'us-east-1',
      parameters: { A: '1', B: '2', C: '3' },
    });
    expect(stageSettings(config, 'prod', 'eu-west-1').parameters.C).toBe('4');
    expect(stageSettings(config, 'staging', undefined)).toMatchObject({
      stackName: 'rehearsal',
      region: 'eu-west-1',
      parameters: { A: '1', B: '1', C: '1' },
    });
  });
});

it('knows a region by its name', () => {
  const wrong = () => stageSettings({}, 'dev', 'eu-centrl-1');
  expect(wrong).toThrow('`eu-centrl-1` is no AWS region.');
  expect(wrong).toThrow(expect.objectContaining({ problem: expect.objectContaining({ exitCode: 2 }) }));
});

describe('arcube synth', () => {
  it('writes template, parameters, archives, maps and licences', async () => {
    await writeFile(
      join(folder, 'arcube.yaml'),
      'template: template.yaml\nstages: { prod: { parameters: { Retention: 365 } } }\n',
    );
    const output = join(folder, 'out');
    const { code, stdout } = await runCli([
      'synth',
      ...['--project', folder, '--stage', 'prod', '--output', output, '--json'],
    ]);
    expect(code).toBe(0);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ stage: 'prod', stackName: 'arcube-prod', region: 'eu-central-1', output });
    const key = result.functions[0].key as string;
    expect((await readFile(join(output, key))).subarray(0, 2).toString()).toBe('PK');
    expect(JSON.parse(await readFile(join(output, `${key}.map`), 'utf8')).version).toBe(3);
    expect(JSON.parse(await readFile(join(output, 'parameters.json'), 'utf8'))).toEqual(result.parameters);
    expect(result.parameters).toEqual([{ ParameterKey: 'Retention', ParameterValue: '365' }]);
    expect(parse(await readFile(join(output, 'template.yaml'), 'utf8'))).toHaveProperty('Resources.Fn');
  });

  it('says what is wrong with exit code 5, and 2 for a stage that there is not', async () => {
    await writeFile(join(folder, 'arcube.yaml'), 'template: template.yaml\nstages: { production: {} }\n');
    const wrong = await runCli(['synth', '--project', folder, '--json']);
    expect([wrong.code, JSON.parse(wrong.stdout).error.code]).toEqual([5, 'PROJECT_INVALID']);
    const { code } = await runCli(['synth', '--project', folder, '--stage', 'production']);
    expect(code).toBe(2);
  });
});

describe('the regions of a stage', () => {
  it('are in the order of the file, its own one first, each once', () => {
    const list = { stages: { prod: { regions: ['us-east-1', 'eu-west-1'] } } };
    expect(stageRegions(list, 'prod')).toEqual(['us-east-1', 'eu-west-1']);
    expect(stageSettings(list, 'prod', undefined).region).toBe('us-east-1');
    const map = {
      region: 'eu-west-1',
      regions: { 'us-east-1': null, 'eu-west-1': { parameters: { A: 1 } } },
    };
    expect(stageRegions({ stages: { prod: map } }, 'prod')).toEqual(['eu-west-1', 'us-east-1']);
    expect(stageRegions({}, 'prod')).toEqual([]);
  });

  it('are checked, in a list and in a map', async () => {
    const file = join(folder, 'arcube.yaml');
    for (const regions of ['[eu-wset-1]', '{ eu-wset-1: }', '[eu-west-1, eu-west-1]']) {
      await writeFile(file, `stages: { prod: { regions: ${regions} } }`);
      expect(readProject(file).diagnostics.map(({ severity }) => severity)).toContain('error');
    }
    await writeFile(
      file,
      'stages: { prod: { regions: { eu-west-1: , us-east-1: { parameters: { A: 1 } } } } }',
    );
    expect(readProject(file).diagnostics).toEqual([]);
  });
});

describe('a parameter called Stage', () => {
  const parameters = (text: string, stage: Stage) => {
    const declared = TEMPLATE.replace('Parameters:', `Parameters:\n  Stage: ${text}`);
    return writeFile(join(folder, 'template.yaml'), declared)
      .then(() => synth(stage))
      .then((made) => made.parameters.find(({ ParameterKey }) => ParameterKey === 'Stage')?.ParameterValue);
  };

  it('is told the stage, unless its template or the project says otherwise', async () => {
    expect(await parameters('{ Type: String, Default: x }', 'staging')).toBe('staging');
    expect(await parameters('{ Type: String, AllowedValues: [live], Default: live }', 'staging')).toBe(
      'live',
    );
    expect((await synth('dev')).settings.parameters).not.toHaveProperty('Stage');
  });

  it('decides how the shipped stack takes new versions', () => {
    const shipped = (stage: Stage, parameters: Record<string, string> = {}) => {
      const file = join(packageRoot(), 'templates/ancillary/template.yaml');
      const where = { accountId: '123456789012', region: 'eu-central-1', stackName: 'arcube' };
      const { stack } = loadTemplate({ file, ...where, parameters, offered: { Stage: stage } });
      return stack?.resources.find(({ logicalId }) => logicalId === 'OrdersDeployments')?.properties
        .DeploymentConfigName;
    };
    expect(shipped('dev')).toBe('CodeDeployDefault.LambdaAllAtOnce');
    expect(shipped('prod')).toBe('CodeDeployDefault.LambdaCanary10Percent5Minutes');
    const slow = { DeploymentConfig: 'Linear10PercentEvery1Minute' };
    expect(shipped('prod', slow)).toBe('CodeDeployDefault.LambdaLinear10PercentEvery1Minute');
  });
});
