import { mkdtempSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HostedLab, STACK, shop } from '../../helpers/hosted.js';

let lab: HostedLab;

beforeEach(async () => {
  lab = await new HostedLab().start();
});

afterEach(() => lab.hosting.stop());

const get = async (path: string, url = lab.url) => {
  const response = await fetch(url + path);
  return `${response.status} ${await response.text()}`;
};

test('an API is served when it has a stage, at a port of its own, and told of', async () => {
  lab.template = shop(['eggs']);
  await lab.make('Api', 'First');
  expect(lab.hosting.deployedStacks()).toEqual([]);
  await lab.make('Live');
  expect(lab.hosting.deployedStacks()).toMatchObject([
    { stackName: 'shop', stackId: STACK.id, region: 'eu-central-1', apiUrl: lab.url },
  ]);
  expect(lab.told).toMatchObject([{ stackName: 'shop', apiUrl: lab.url, state: 'served' }]);
  expect(await get('/eggs')).toBe('200 eggs');
  const api = lab.identities.get('Api');
  expect(api?.ref).toMatch(/^[a-z0-9]{10}$/);
  expect(api?.attributes.RootResourceId).toMatch(/^[a-z0-9]{10}$/);
  expect(await get(`/_aws/execute-api/${api?.ref}/live/eggs`)).toBe('200 eggs');
  expect(lab.calls[0]?.by).toEqual({
    service: 'apigateway.amazonaws.com',
    sourceArn: `arn:aws:execute-api:eu-central-1:123456789012:${api?.ref}/live/GET/eggs`,
  });
});

test('a deployment is a picture: the stage goes on with the old one until it is told of another, and can go back', async () => {
  lab.template = shop(['eggs']);
  await lab.make('Api', 'First', 'Live');
  lab.template = shop(['milk']);
  await lab.change('Api');
  expect([await get('/eggs'), (await get('/milk')).slice(0, 3)]).toEqual(['200 eggs', '403']);
  await lab.make('Second');
  expect(await get('/eggs')).toBe('200 eggs');
  lab.template.Resources.Live = stage('Second');
  await lab.change('Live');
  expect([(await get('/eggs')).slice(0, 3), await get('/milk')]).toEqual(['403', '200 milk']);
  lab.template.Resources.Live = stage('First');
  await lab.change('Live');
  expect(await get('/eggs')).toBe('200 eggs');
});

test('no request is lost while deployments are swapped', async () => {
  lab.template = shop(['eggs']);
  await lab.make('Api', 'First', 'Second', 'Live');
  const { url } = lab;
  let running = true;
  const client = async () => {
    const seen = new Set<string>();
    while (running) seen.add(await get('/eggs', url));
    return [...seen];
  };
  const clients = [client(), client(), client()];
  for (const deployment of ['Second', 'First', 'Second', 'First', 'Second']) {
    lab.template.Resources.Live = stage(deployment);
    await lab.change('Live');
  }
  running = false;
  expect(await Promise.all(clients)).toEqual([['200 eggs'], ['200 eggs'], ['200 eggs']]);
});

test('what is deleted is gone, the port too', async () => {
  lab.template = shop(['eggs']);
  await lab.make('Api', 'First', 'Live');
  const { url } = lab;
  await expect(lab.unmake('First')).rejects.toThrow(
    'Active stages pointing to this deployment must be moved or deleted',
  );
  await lab.unmake('Live', 'First', 'Api');
  expect(lab.hosting.deployedStacks()).toEqual([]);
  expect(lab.told.at(-1)).toMatchObject({ state: 'gone', apiUrl: url });
  await expect(fetch(`${url}/eggs`)).rejects.toThrow();
});

test('a stage that a deployment makes goes with it', async () => {
  lab.template = shop(['eggs']);
  const deployment = { RestApiId: { Ref: 'Api' }, StageName: 'quick' };
  lab.template.Resources.First = { Type: 'AWS::ApiGateway::Deployment', Properties: deployment };
  await lab.make('Api', 'First');
  expect(await get('/eggs')).toBe('200 eggs');
  await lab.unmake('First');
  expect(lab.hosting.deployedStacks()).toEqual([]);
});

test('rules run on the clock, as the rule, from when they are made until they are gone', async () => {
  lab.clock.freeze();
  lab.template = shop(['eggs'], {
    Every: {
      Type: 'AWS::Events::Rule',
      Properties: { ScheduleExpression: 'rate(5 minutes)', Targets: [{ Id: 'a', Arn: 'arn:fn' }] },
    },
  });
  await lab.make('Every');
  lab.clock.advance(300_000);
  await expect.poll(() => lab.calls.length).toBe(1);
  expect(lab.calls[0]).toMatchObject({
    functionName: 'arn:fn',
    by: { service: 'events.amazonaws.com', sourceArn: lab.identities.get('Every')?.attributes.Arn },
  });
  await lab.unmake('Every');
  lab.clock.advance(3_600_000);
  expect(lab.calls.length).toBe(1);
});

describe('API Gateway and WAF refuse', () => {
  test('a document that cannot be imported, route by route', async () => {
    const integration = { type: 'aws_proxy', httpMethod: 'POST', uri: 'arn:aws:nonsense' };
    const operation = { responses: {}, 'x-amazon-apigateway-integration': integration };
    const Body = {
      openapi: '3.0.1',
      info: { title: 'shop', version: '1' },
      paths: { '/eggs': { get: operation } },
    };
    await expect(lab.makeOf('AWS::ApiGateway::RestApi', { Name: 'shop', Body })).rejects.toThrow(
      /^Errors found during import:\n\tUnable to put integration on 'GET' for resource at path '\/eggs': /,
    );
    expect(lab.hosting.stack(STACK).isEmpty).toBe(true);
  });

  test('a deployment of an API without methods, a stage of a deployment that is not there', async () => {
    lab.template = shop([]);
    await lab.make('Api');
    await expect(lab.make('First')).rejects.toThrow("The REST API doesn't contain any methods");
    lab.template.Resources.Live = {
      Type: 'AWS::ApiGateway::Stage',
      Properties: { RestApiId: { Ref: 'Api' }, DeploymentId: { Ref: 'First' }, StageName: 'live' },
    };
    await expect(lab.make('Live')).rejects.toThrow('Invalid deployment identifier specified');
  });

  test('logs of a stage while the account has no role for them', async () => {
    lab.template = shop(['eggs'], {
      Account: {
        Type: 'AWS::ApiGateway::Account',
        Properties: { CloudWatchRoleArn: 'arn:aws:iam::1:role/l' },
      },
    });
    const { Properties } = lab.template.Resources.Live ?? {};
    Object.assign(Properties ?? {}, {
      MethodSettings: [{ ResourcePath: '/*', HttpMethod: '*', LoggingLevel: 'INFO' }],
    });
    await lab.make('Api', 'First');
    await expect(lab.make('Live')).rejects.toThrow(
      'CloudWatch Logs role ARN must be set in account settings to enable logging',
    );
    await lab.make('Account', 'Live');
    expect(await get('/eggs')).toBe('200 eggs');
  });

  test('a web ACL for what is not there; one for the stage blocks, until it is taken away', async () => {
    const visible = { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: 'm' };
    lab.template = shop(['eggs'], {
      Acl: {
        Type: 'AWS::WAFv2::WebACL',
        Properties: { Scope: 'REGIONAL', DefaultAction: { Block: {} }, VisibilityConfig: visible, Rules: [] },
      },
      Guard: {
        Type: 'AWS::WAFv2::WebACLAssociation',
        Properties: {
          WebACLArn: { 'Fn::GetAtt': ['Acl', 'Arn'] },
          ResourceArn: { 'Fn::Sub': 'arn:aws:apigateway:${AWS::Region}::/restapis/${Api}/stages/live' },
        },
      },
    });
    await lab.make('Api', 'First', 'Acl');
    expect(lab.identities.get('Acl')?.ref).toMatch(/^shop-Acl-[A-Z]{12}\|[0-9a-f-]{36}\|REGIONAL$/);
    await expect(lab.make('Guard')).rejects.toThrow(/^AWS WAF couldn’t perform the operation/);
    await lab.make('Live', 'Guard');
    expect((await get('/eggs')).slice(0, 3)).toBe('403');
    await lab.unmake('Guard');
    expect(await get('/eggs')).toBe('200 eggs');
  });
});

test('kept stacks come back, at their port, with the deployment that their stage had', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'arcube-hosting-'));
  const first = await new HostedLab(folder).start();
  first.template = shop(['eggs']);
  await first.make('Api', 'First', 'Live');
  first.template = shop(['milk']);
  await first.change('Api');
  const { url } = first;
  await first.hosting.stop();
  const second = await new HostedLab(folder).start();
  expect(second.url).toBe(url);
  expect(await get('/eggs', url)).toBe('200 eggs');
  for (const [id, identity] of first.identities) second.identities.set(id, identity);
  second.template = first.template;
  await second.unmake('Live', 'First', 'Api');
  await second.hosting.stop();
  const third = await new HostedLab(folder).start();
  expect(third.hosting.deployedStacks()).toEqual([]);
  await third.hosting.stop();
  await rm(folder, { recursive: true });
});

test('what cannot be kept is not served either', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'arcube-hosting-')), 'stacks');
  const kept = await new HostedLab(folder).start();
  kept.template = shop(['eggs']);
  await kept.make('Api', 'First', 'Live');
  kept.template = shop(['milk']);
  await kept.change('Api');
  await kept.make('Second');
  await rename(folder, `${folder}.aside`);
  await writeFile(folder, 'no folder');
  kept.template.Resources.Live = stage('Second');
  await expect(kept.change('Live')).rejects.toThrow(/EEXIST|ENOTDIR/);
  expect([await get('/eggs', kept.url), (await get('/milk', kept.url)).slice(0, 3)]).toEqual([
    '200 eggs',
    '403',
  ]);
  await rm(folder);
  await rename(`${folder}.aside`, folder);
  await kept.change('Live');
  expect(await get('/milk', kept.url)).toBe('200 milk');
  await kept.hosting.stop();
  await rm(dirname(folder), { recursive: true });
});

test('a stack that nothing was put into is not kept', async () => {
  lab.template = shop(['eggs']);
  lab.template.Resources.Api = {
    Type: 'AWS::ApiGateway::RestApi',
    Properties: { Name: 'shop', Body: 'none' },
  };
  await expect(lab.make('Api')).rejects.toThrow();
  expect(lab.hosting.models()).toEqual([]);
  const role = {
    stack: STACK,
    logicalId: 'Role',
    type: 'AWS::IAM::Role',
    physicalId: 'shop-Role',
    attributes: {},
    properties: {},
  };
  await lab.hosting.told({ ...role, isGone: false });
  expect(lab.hosting.models()).toHaveLength(1);
  await lab.hosting.told({ ...role, isGone: true });
  expect(lab.hosting.models()).toEqual([]);
});

test('a stop in mid-start leaves no port open', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'arcube-hosting-'));
  const first = await new HostedLab(folder).start();
  first.template = shop(['eggs']);
  await first.make('Api', 'First', 'Live');
  const { url } = first;
  await first.hosting.stop();
  const second = new HostedLab(folder);
  const starting = second.start().catch(() => undefined);
  await second.hosting.stop();
  await starting;
  await expect(fetch(url)).rejects.toThrow();
  await rm(folder, { recursive: true });
});

function stage(deployment: string) {
  return {
    Type: 'AWS::ApiGateway::Stage',
    Properties: { RestApiId: { Ref: 'Api' }, DeploymentId: { Ref: deployment }, StageName: 'live' },
  };
}
