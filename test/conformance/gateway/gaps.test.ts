import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fact } from '../../helpers/gateway/fact.js';
import { authorizer, integration, method, restApi, stackOf } from '../../helpers/gateway/model.js';
import { type RunningGateway, startGateway } from '../../helpers/gateway/start.js';
import { GAPS } from './gaps.js';

const README = fileURLToPath(new URL('../../../emulator/gateway/README.md', import.meta.url));
const [BEGIN, END] = ['<!-- gaps: written by gaps.test.ts, UPDATE_GAPS=1 -->', '<!-- /gaps -->'];

describe('gaps', () => {
  let aws: RunningGateway;
  beforeAll(async () => {
    const secured = (name: string) => ({
      authorization: { type: 'CUSTOM' as const, authorizer: name, scopes: [] },
    });
    aws = await startGateway(
      stackOf([
        restApi(
          [
            method('POST', '/encoded'),
            method('GET', '/override', {
              integration: integration({
                type: 'MOCK',
                requestTemplates: { 'application/json': '{"statusCode": 200}' },
                responses: {
                  default: {
                    statusCode: '200',
                    responseParameters: {},
                    responseTemplates: {
                      'application/json': '#set($context.responseOverride.status = 418)',
                    },
                  },
                },
              }),
            }),
            method('GET', '/aws', { integration: integration({ type: 'AWS' }) }),
            method('GET', '/long', secured('long')),
          ],
          {
            authorizers: { long: authorizer({ name: 'long' }) },
          },
        ),
      ]),
      {
        auth: () => ({
          policyDocument: {
            Statement: [{ Effect: 'Allow', Action: '*', Resource: ['*', `arn:${'a'.repeat(512)}`] }],
          },
        }),
      },
    );
  });
  afterAll(async () => aws[Symbol.asyncDispose]());
  const status = async (target: string, headers: string[] = [], body?: string) =>
    (await aws.send(target, { headers, ...(body !== undefined && { method: 'POST', body }) })).status;

  fact('§10.3 a request with an unsupported Content-Encoding is 415', async () => {
    expect(await status('/encoded', ['Content-Encoding: br'], 'x')).toBe(415);
  });
  fact('§10.8 $context.responseOverride.status in a response template', async () => {
    expect(await status('/override')).toBe(418);
  });
  fact('§10.10 AWS (non-proxy): an error of the function is a 200 by default', async () => {
    expect(await status('/aws')).toBe(200);
  });
  fact('§5.4 a Resource of more than 512 characters in an authorizer policy is refused', async () => {
    expect(await status('/long', ['Authorization: x'])).not.toBe(200);
  });

  it("are the table of the gateway's README", () => {
    const rows = GAPS.map(({ fact, reason }) => `| ${fact} | ${reason} |`);
    const table = [BEGIN, '', '| on AWS | here |', '|---|---|', ...rows, '', END].join('\n');
    const text = readFileSync(README, 'utf8');
    const written = text.slice(text.indexOf(BEGIN), text.indexOf(END) + END.length);
    if (process.env.UPDATE_GAPS === '1')
      writeFileSync(
        README,
        text.replace(written, () => table),
      );
    else expect(written).toBe(table);
  });
});
