import { isDict } from '../dict.js';
import { SUB_VARIABLE, splitGetAtt } from './references.js';

/** A name that a value refers to: a resource, a parameter or a pseudo parameter. */
export interface Mention {
  name: string;
  /** Of `Fn::GetAtt`, and of `Fn::Sub` with a dot; undefined for what `Ref` answers. */
  attribute?: string;
}

/** Every name that a template's value refers to by `Ref`, `Fn::GetAtt` or `Fn::Sub`, in branches not taken too. */
export function mentionsIn(value: unknown): Mention[] {
  const found: Mention[] = [];
  visit(value, found);
  return found;
}

function visit(value: unknown, found: Mention[]): void {
  if (Array.isArray(value)) for (const item of value) visit(item, found);
  if (!isDict(value)) return;
  const keys = Object.keys(value);
  if (keys.length === 1 && typeof value.Ref === 'string') found.push({ name: value.Ref });
  else if (keys.length === 1 && keys[0] === 'Fn::GetAtt') visitGetAtt(value['Fn::GetAtt'], found);
  else if (keys.length === 1 && keys[0] === 'Fn::Sub') visitSub(value['Fn::Sub'], found);
  else for (const key of keys) visit(value[key], found);
}

function visitGetAtt(raw: unknown, found: Mention[]): void {
  const target = splitGetAtt(raw);
  if (target) found.push({ name: target.name, attribute: target.attribute ?? '' });
  if (Array.isArray(raw)) visit(raw[1], found);
}

function visitSub(raw: unknown, found: Mention[]): void {
  const [text, variables] = Array.isArray(raw) ? (raw as unknown[]) : [raw, undefined];
  const own = isDict(variables) ? variables : {};
  visit(own, found);
  if (typeof text !== 'string') return;
  for (const [, literal, name = ''] of text.matchAll(SUB_VARIABLE)) {
    if (literal || Object.hasOwn(own, name)) continue;
    const dot = name.startsWith('AWS::') ? -1 : name.indexOf('.');
    found.push(dot === -1 ? { name } : { name: name.slice(0, dot), attribute: name.slice(dot + 1) });
  }
}
