import type { CaseResult } from '../case.js';
import { placeText } from './failure-text.js';
import type { RunReport } from './report.js';

/** The run in the XML that CI systems read: a `testsuite` for each scenario file and built-in suite. */
export function junitXml({ cases, counts, durationMs, seed, startedAt }: RunReport): string {
  const groups = grouped(cases);
  const total = `tests="${cases.length}" failures="${counts.failed}" skipped="${counts.skipped}" time="${seconds(durationMs)}"`;
  const suites = [...groups].map(([name, members]) => suiteXml(name, members, startedAt, seed));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="arcube test" ${total}>\n${suites.join('')}</testsuites>\n`;
}

function grouped(cases: readonly CaseResult[]): Map<string, CaseResult[]> {
  const groups = new Map<string, CaseResult[]>();
  for (const one of cases) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return groups;
}

function suiteXml(name: string, cases: readonly CaseResult[], startedAt: string, seed: string): string {
  const failures = cases.filter(({ outcome }) => outcome === 'failed').length;
  const skipped = cases.filter(({ outcome }) => outcome === 'skipped').length;
  const time = seconds(cases.reduce((sum, { durationMs }) => sum + durationMs, 0));
  const head = `  <testsuite name="${text(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}" time="${time}" timestamp="${startedAt.slice(0, 19)}">\n`;
  const properties = `    <properties><property name="seed" value="${text(seed)}"/></properties>\n`;
  return `${head}${properties}${cases.map(caseXml).join('')}  </testsuite>\n`;
}

function caseXml(result: CaseResult): string {
  const { name, group, durationMs, place, outcome, reason } = result;
  const where = place ? ` file="${text(place.file)}" line="${place.line}"` : '';
  const head = `    <testcase name="${text(name)}" classname="${text(group)}" time="${seconds(durationMs)}"${where}`;
  if (outcome === 'skipped') return `${head}><skipped message="${text(reason ?? '')}"/></testcase>\n`;
  if (outcome === 'failed') return `${head}>\n${failureXml(result)}    </testcase>\n`;
  return `${head}/>\n`;
}

function failureXml({ failure }: CaseResult): string {
  if (!failure) return '      <failure message="failed"/>\n';
  const { step, message, place, curl, snapshot } = failure;
  const [first = ''] = message.split('\n');
  const body = [message, `step: ${step}`];
  if (place) body.push(`at: ${placeText(place)}`);
  if (curl) body.push(curl);
  if (snapshot) body.push(`data: arcube dev --from-snapshot ${snapshot}`);
  return `      <failure message="${text(first)}" type="failure">${text(body.join('\n'))}</failure>\n`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** Text inside XML, attributes included. */
function text(value: string): string {
  const kept = [...value].filter(isXml).join('');
  return kept.replace(/[&<>"\n]/g, (character) => ENTITIES[character] as string);
}

/** XML 1.0 has no way to write most control characters and lone surrogates (section 2.2): they are left out. */
function isXml(character: string): boolean {
  const code = character.codePointAt(0) as number;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
