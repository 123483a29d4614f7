import { type Dict, isDict } from '../../../../src/core/dict.js';
import { EvaluationFault } from '../../../../src/core/stack/evaluation.js';
import { readTemplateText } from '../../../../src/core/stack/files.js';
import { mentionsIn } from '../../../../src/core/stack/mentions.js';
import { PSEUDO } from '../../../../src/core/stack/references.js';
import { Report } from '../../../../src/core/stack/report.js';
import { RESOURCE_ATTRIBUTES, TEMPLATE_SECTIONS } from '../../../../src/core/stack/template-keys.js';
import { AwsError } from '../../protocol/faults.js';
import { refused } from './faults.js';

/** Limits of CloudFormation (user guide, "Quotas"): resources, and parameters, mappings, outputs. */
const MOST_RESOURCES = 500;
const MOST_OTHERS = 200;

/** A resource as the template has it. */
export interface TemplateResource extends Dict {
  Type: string;
  Properties?: Dict;
}

/** A template that CloudFormation would take. */
export interface Template {
  document: Dict;
  resources: Record<string, TemplateResource>;
  parameters: Record<string, Dict>;
  outputs: Record<string, Dict>;
  /** Logical id → those it needs, of every resource, whatever its condition. */
  needs: ReadonlyMap<string, string[]>;
}

const READ = new Map<string, Template>();
const KEPT = 16;

/** Reads a template and checks it as `ValidateTemplate` does. Throws `ValidationError` in CloudFormation's words. */
export function readTemplate(text: string): Template {
  const known = READ.get(text);
  if (known) return known;
  const template = checked(parse(text));
  if (READ.size >= KEPT) READ.delete(READ.keys().next().value as string);
  READ.set(text, template);
  return template;
}

/** A fault found while the template is evaluated, in CloudFormation's words. */
export function templateError(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  if (!(error instanceof EvaluationFault)) throw error;
  if (error.code === 'IMPORT_VALUE') return refused(error.message);
  return refused(`Template error: ${error.message}`);
}

function parse(text: string): Dict {
  if (text.trimStart().startsWith('{')) checkJson(text);
  const report = new Report();
  const value = readTemplateText(text, 'template', report);
  const [fault] = report.diagnostics;
  if (fault) {
    const at = fault.place ? ` (line ${fault.place.line}, column ${fault.place.column})` : '';
    const told = fault.code === 'DUPLICATE_KEY' || fault.code === 'UNKNOWN_TAG' ? ` ${fault.message}` : '';
    throw refused(`Template format error: YAML not well-formed.${at}${told}`);
  }
  if (!isDict(value)) throw refused('Template format error: unsupported structure.');
  return value;
}

/** What begins like JSON must be JSON, though YAML would read more. */
function checkJson(text: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    const [, position] = /position (\d+)/.exec((error as Error).message) ?? [];
    if (position === undefined) throw refused('Template format error: JSON not well-formed.');
    const before = text.slice(0, Number(position)).split('\n');
    const [line, column] = [before.length, (before.at(-1) as string).length + 1];
    throw refused(`Template format error: JSON not well-formed. (line ${line}, column ${column})`);
  }
}

function checked(document: Dict): Template {
  for (const gap of ['Transform', 'Rules', 'Hooks'])
    if (document[gap] !== undefined)
      throw refused(`This endpoint does not support the template section ${gap}.`);
  const unknown = Object.keys(document).filter((key) => !TEMPLATE_SECTIONS.includes(key));
  if (unknown.length > 0) throw refused(`Invalid template property or properties [${unknown.join(', ')}]`);
  if (!isDict(document.Resources) || Object.keys(document.Resources).length === 0)
    throw refused('Template format error: At least one Resources member must be defined.');
  refuseNulls(document, '');
  refuseUnsupported(document);
  const resources = document.Resources as Record<string, TemplateResource>;
  for (const [name, resource] of Object.entries(resources)) checkResource(name, resource);
  const parameters = section(document, 'Parameters');
  const outputs = section(document, 'Outputs');
  checkCounts({ resources, parameters, outputs, mappings: section(document, 'Mappings') });
  for (const name of Object.keys(parameters)) checkName('Parameter', name);
  for (const output of Object.values(outputs))
    if (!Object.hasOwn(output, 'Value'))
      throw refused('Template format error: Every Outputs member must contain a Value object');
  return { document, resources, parameters, outputs, needs: checkReferences(resources, parameters, outputs) };
}

function checkResource(name: string, resource: unknown): void {
  checkName('Resource', name);
  if (!isDict(resource)) throw refused('Template format error: Any Resources member must be an object.');
  const odd = Object.keys(resource).find((key) => !RESOURCE_ATTRIBUTES.includes(key));
  if (odd !== undefined) throw refused(`Invalid template resource property '${odd}'`);
  if (typeof resource.Type !== 'string')
    throw refused(
      `Template format error: [/Resources/${name}] Every Resources object must contain a Type member.`,
    );
  if (resource.Properties !== undefined && !isDict(resource.Properties))
    throw refused(`Template format error: [/Resources/${name}/Properties] 'Properties' must be an object.`);
}

function checkName(kind: string, name: string): void {
  if (!/^[A-Za-z0-9]+$/.test(name))
    throw refused(`Template format error: ${kind} name ${name} is non alphanumeric.`);
}

function checkCounts(sections: Record<string, Record<string, unknown>>): void {
  for (const [what, members] of Object.entries(sections)) {
    const count = Object.keys(members).length;
    const most = what === 'resources' ? MOST_RESOURCES : MOST_OTHERS;
    if (count > most)
      throw refused(
        `Template format error: Number of ${what}, ${count}, is greater than maximum allowed, ${most}`,
      );
  }
}

function section(document: Dict, name: string): Record<string, Dict> {
  const value = document[name] ?? {};
  if (!isDict(value)) throw refused(`Template format error: ${name} must be an object.`);
  for (const member of Object.values(value))
    if (!isDict(member)) throw refused(`Template format error: Any ${name} member must be an object.`);
  return value as Record<string, Dict>;
}

function refuseNulls(value: unknown, path: string): void {
  if (value === null) throw refused(`[${path}] 'null' values are not allowed in templates`);
  if (typeof value !== 'object') return;
  for (const [key, one] of Object.entries(value)) refuseNulls(one, `${path}/${key}`);
}

/** What AWS does and nothing here: it must not be passed over. */
function refuseUnsupported(value: unknown): void {
  if (typeof value === 'string' && value.includes('{{resolve:'))
    throw refused(`This endpoint does not resolve dynamic references: ${value}`);
  if (typeof value !== 'object' || value === null) return;
  if (Object.hasOwn(value, 'Fn::Transform'))
    throw refused('This endpoint does not run transforms: put what Fn::Transform would into the template.');
  for (const one of Object.values(value)) refuseUnsupported(one);
}

function checkReferences(
  resources: Record<string, TemplateResource>,
  parameters: Record<string, Dict>,
  outputs: Record<string, Dict>,
): Map<string, string[]> {
  const missing = (names: Iterable<string>): string[] => [
    ...new Set(
      [...names].filter(
        (name) =>
          !Object.hasOwn(resources, name) &&
          !Object.hasOwn(parameters, name) &&
          !PSEUDO.includes(name as (typeof PSEUDO)[number]),
      ),
    ),
  ];
  const needs = new Map<string, string[]>();
  const unresolved: string[] = [];
  for (const [name, { Properties, DependsOn, UpdatePolicy }] of Object.entries(resources)) {
    const named = mentionsIn([Properties, UpdatePolicy]).map((one) => one.name);
    const all = [...named, ...(DependsOn === undefined ? [] : [DependsOn].flat().map(String))];
    unresolved.push(...missing(all));
    needs.set(name, [...new Set(all.filter((one) => Object.hasOwn(resources, one)))]);
  }
  if (unresolved.length > 0)
    throw refused(
      `Template format error: Unresolved resource dependencies [${[...new Set(unresolved)].join(', ')}] in the Resources block of the template`,
    );
  const inOutputs = missing(mentionsIn(outputs).map(({ name }) => name));
  if (inOutputs.length > 0)
    throw refused(
      `Unresolved resource dependencies [${inOutputs.join(', ')}] in the Outputs block of the template`,
    );
  const circle = findCircle(needs);
  if (circle) throw refused(`Circular dependency between resources: [${circle.join(', ')}]`);
  return needs;
}

/** What is left when everything that waits for nothing has been taken away, again and again. */
function findCircle(needs: ReadonlyMap<string, string[]>): string[] | undefined {
  const left = new Map([...needs].map(([name, all]) => [name, new Set(all)]));
  for (let free = [...left.keys()]; free.length > 0; ) {
    free = [...left].filter(([, waits]) => ![...waits].some((one) => left.has(one))).map(([name]) => name);
    for (const name of free) left.delete(name);
  }
  return left.size > 0 ? [...left.keys()] : undefined;
}
