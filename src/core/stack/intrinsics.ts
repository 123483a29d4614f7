import { type Dict, isDict } from '../dict.js';
import { copyMarks } from '../document/marks.js';
import { nearest, suggestion } from '../document/nearest.js';
import { splitCidr } from './cidr.js';
import type { Conditions } from './conditions.js';
import type { Context } from './context.js';
import { isUnresolved, UNRESOLVED } from './props.js';
import { SUB_VARIABLE, splitGetAtt } from './references.js';

/** What an intrinsic may ask of the resources around it. */
export interface Resources {
  /** What `Ref` answers; undefined when the resource is not there. */
  ref(logicalId: string): string | undefined;
  attribute(logicalId: string, attribute: string, at: Dict): unknown;
}

/** What `AWS::NoValue` resolves to: the property is left out. */
export const NO_VALUE = Symbol('AWS::NoValue');

type Handler = (argument: unknown, node: Dict) => unknown;

/** Replaces intrinsic functions by what they come to. Values without any are handed back as they are, not copied. */
export class Resolver {
  readonly #context: Context;
  readonly #conditions: Conditions;
  readonly #resources: Resources;
  readonly #handlers: Record<string, Handler>;

  constructor(context: Context, conditions: Conditions, resources: Resources) {
    this.#context = context;
    this.#conditions = conditions;
    this.#resources = resources;
    this.#handlers = this.#table();
  }

  resolve(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return this.#list(value);
    const dict = value as Dict;
    const keys = Object.keys(dict);
    const [only] = keys;
    if (keys.length === 1 && only !== undefined && isIntrinsic(only)) return this.#apply(only, dict);
    return this.#dict(dict, keys);
  }

  /** As `resolve`, with `NO_VALUE` read as absent. */
  value(value: unknown): unknown {
    const resolved = this.resolve(value);
    return resolved === NO_VALUE ? undefined : resolved;
  }

  #list(list: unknown[]): unknown[] {
    let copy: unknown[] | undefined;
    for (let index = 0; index < list.length; index++) {
      const resolved = this.resolve(list[index]);
      if (resolved === list[index]) continue;
      copy ??= copyMarks(list, [...list]);
      copy[index] = resolved;
    }
    return copy?.includes(NO_VALUE) ? copy.filter((item) => item !== NO_VALUE) : (copy ?? list);
  }

  #dict(dict: Dict, keys: string[]): Dict {
    let copy: Dict | undefined;
    for (const key of keys) {
      if (key.startsWith('Fn::')) this.#notAlone(key, dict);
      const resolved = this.resolve(dict[key]);
      if (resolved === dict[key]) continue;
      copy ??= copyMarks(dict, { ...dict });
      if (resolved === NO_VALUE) delete copy[key];
      else copy[key] = resolved;
    }
    return copy ?? dict;
  }

  #notAlone(key: string, dict: Dict): void {
    this.#fault(
      'BAD_INTRINSIC',
      `\`${key}\` stands beside other keys.`,
      'It must be the only key of its map.',
      dict,
      key,
    );
  }

  #apply(name: string, dict: Dict): unknown {
    const handler = this.#handlers[name];
    if (handler && Object.hasOwn(this.#handlers, name)) return handler(dict[name], dict);
    const remedy = suggestion(name, Object.keys(this.#handlers));
    this.#fault('UNKNOWN_INTRINSIC', `\`${name}\` is no intrinsic function known here.`, remedy, dict, name);
    return UNRESOLVED;
  }

  #fault(code: string, message: string, remedy: string, holder: Dict, key?: string): typeof UNRESOLVED {
    this.#context.report.error({ code, message, remedy }, { holder, ...(key && { key }) });
    return UNRESOLVED;
  }

  #table(): Record<string, Handler> {
    return {
      Ref: (name, node) => this.#ref(String(name), node),
      'Fn::GetAtt': (raw, node) => this.#getAtt(raw, node),
      'Fn::Sub': (raw, node) => this.#sub(raw, node),
      'Fn::Join': (raw, node) => this.#join(raw, node),
      'Fn::Select': (raw, node) => this.#select(raw, node),
      'Fn::Split': (raw, node) => this.#split(raw, node),
      'Fn::If': (raw, node) => this.#if(raw, node),
      'Fn::FindInMap': (raw, node) => this.#findInMap(raw, node),
      'Fn::Base64': (raw) => Buffer.from(String(this.resolve(raw))).toString('base64'),
      'Fn::Cidr': (raw, node) => this.#cidr(raw, node),
      'Fn::GetAZs': (raw) => {
        const region = String(this.resolve(raw) || this.#context.region);
        return ['a', 'b', 'c'].map((zone) => `${region}${zone}`);
      },
      'Fn::ImportValue': (raw, node) => this.#import(String(this.resolve(raw)), node),
    };
  }

  #import(name: string, node: Dict): unknown {
    const { imports } = this.#context;
    const value = imports?.(name);
    if (value !== undefined) return value;
    return this.#fault(
      'IMPORT_VALUE',
      imports ? `No export named ${name} found.` : 'Fn::ImportValue needs another stack, which is not here.',
      'Make the value a parameter and set it under `parameters:` in arcube.yaml.',
      node,
      'Fn::ImportValue',
    );
  }

  #ref(name: string, node: Dict): unknown {
    const context = this.#context;
    const parameter = context.parameters.get(name);
    if (parameter) return parameter.list ?? parameter.text;
    if (name.startsWith('AWS::')) return this.#pseudo(name);
    if (!Object.hasOwn(context.resources, name)) return UNRESOLVED; // reported by the reference check
    const ref = this.#resources.ref(name);
    return ref ?? this.#notCreated(name, node);
  }

  #notCreated(name: string, node: Dict): typeof UNRESOLVED {
    return this.#fault(
      'RESOURCE_NOT_CREATED',
      `\`${name}\` is referred to, but its condition is false, so it is not created.`,
      'Put the reference into an Fn::If on the same condition.',
      node,
    );
  }

  #pseudo(name: string): unknown {
    const { region, accountId, stackName, stackId, partition, urlSuffix } = this.#context;
    const values: Record<string, unknown> = {
      'AWS::Region': region,
      'AWS::AccountId': accountId,
      'AWS::StackName': stackName,
      'AWS::StackId':
        stackId ?? `arn:${partition}:cloudformation:${region}:${accountId}:stack/${stackName}/local`,
      'AWS::Partition': partition,
      'AWS::URLSuffix': urlSuffix,
      'AWS::NotificationARNs': [],
      'AWS::NoValue': NO_VALUE,
    };
    return values[name] ?? UNRESOLVED;
  }

  #getAtt(raw: unknown, node: Dict): unknown {
    const target = splitGetAtt(raw);
    if (!target) return UNRESOLVED; // reported by the reference check
    const attribute = target.attribute ?? this.resolve((raw as unknown[])[1]);
    return this.#attribute(target.name, String(attribute), node);
  }

  #attribute(name: string, attribute: string, node: Dict): unknown {
    if (!Object.hasOwn(this.#context.resources, name)) return UNRESOLVED;
    if (this.#resources.ref(name) === undefined) return this.#notCreated(name, node);
    return this.#resources.attribute(name, attribute, node) ?? UNRESOLVED;
  }

  #sub(raw: unknown, node: Dict): unknown {
    const [text, own] = Array.isArray(raw) ? (raw as unknown[]) : [raw, undefined];
    if (typeof text !== 'string') return UNRESOLVED;
    const variables = isDict(own) ? own : {};
    return text.replace(SUB_VARIABLE, (_whole, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      const value = this.#subVariable(name, variables, node);
      if (typeof value !== 'object' && typeof value !== 'symbol') return String(value);
      return this.#fault(
        'BAD_INTRINSIC',
        `\`\${${name}}\` is not a text.`,
        'Use Fn::Join for a list.',
        node,
        'Fn::Sub',
      );
    });
  }

  #subVariable(name: string, variables: Dict, node: Dict): unknown {
    if (Object.hasOwn(variables, name)) return this.resolve(variables[name]);
    if (name.startsWith('AWS::')) return this.#ref(name, node);
    const dot = name.indexOf('.');
    return dot === -1
      ? this.#ref(name, node)
      : this.#attribute(name.slice(0, dot), name.slice(dot + 1), node);
  }

  #join(raw: unknown, node: Dict): unknown {
    const [delimiter, rawItems] = Array.isArray(raw) ? (raw as unknown[]) : [];
    const items = this.resolve(rawItems);
    if (items === UNRESOLVED) return UNRESOLVED;
    if (typeof delimiter === 'string' && Array.isArray(items)) return items.map(String).join(delimiter);
    return this.#fault(
      'BAD_INTRINSIC',
      'Fn::Join takes a text and a list.',
      'Write `[",", [a, b]]`.',
      node,
      'Fn::Join',
    );
  }

  #select(raw: unknown, node: Dict): unknown {
    const [rawIndex, rawItems] = Array.isArray(raw) ? (raw as unknown[]) : [];
    const items = this.resolve(rawItems);
    if (items === UNRESOLVED) return UNRESOLVED;
    const index = Number(this.resolve(rawIndex));
    if (Array.isArray(items) && Number.isInteger(index) && index >= 0 && index < items.length)
      return items[index];
    return this.#fault(
      'BAD_INTRINSIC',
      'Fn::Select has no such entry.',
      'Write `[index, list]`; the first index is 0.',
      node,
      'Fn::Select',
    );
  }

  #split(raw: unknown, node: Dict): unknown {
    const [delimiter, rawText] = Array.isArray(raw) ? (raw as unknown[]) : [];
    const text = this.resolve(rawText);
    if (typeof delimiter === 'string' && delimiter !== '' && typeof text === 'string')
      return text.split(delimiter);
    return this.#fault(
      'BAD_INTRINSIC',
      'Fn::Split takes a delimiter and a text.',
      'Write `[",", text]`.',
      node,
      'Fn::Split',
    );
  }

  #if(raw: unknown, node: Dict): unknown {
    if (Array.isArray(raw) && raw.length === 3 && typeof raw[0] === 'string')
      return this.resolve(this.#conditions.isTrue(raw[0], { holder: node, key: 'Fn::If' }) ? raw[1] : raw[2]);
    const wanted = 'a condition, a value if true, a value if false';
    return this.#fault(
      'BAD_INTRINSIC',
      `Fn::If takes ${wanted}.`,
      `Write \`[Condition, yes, no]\`.`,
      node,
      'Fn::If',
    );
  }

  #findInMap(raw: unknown, node: Dict): unknown {
    const keys = (Array.isArray(raw) ? raw.slice(0, 3) : []).map((key) => this.resolve(key));
    if (keys.some(isUnresolved)) return UNRESOLVED;
    let found: unknown = this.#context.mappings;
    for (const key of keys.length === 3 ? keys : ['']) {
      const holder = found;
      if (!isDict(holder) || !Object.hasOwn(holder, String(key)))
        return this.#notInMap(String(key), holder, raw, node);
      found = holder[String(key)];
    }
    return found;
  }

  #notInMap(key: string, holder: unknown, raw: unknown, node: Dict): unknown {
    const fallback = Array.isArray(raw) && isDict(raw[3]) ? raw[3].DefaultValue : undefined;
    if (fallback !== undefined) return this.resolve(fallback);
    const near = isDict(holder) ? nearest(key, Object.keys(holder)) : undefined;
    const remedy = near
      ? `Did you mean \`${near}\`?`
      : 'Write `[Map, Key, SecondKey]`, all of them under `Mappings`.';
    return this.#fault('NOT_IN_MAP', `Fn::FindInMap finds no \`${key}\`.`, remedy, node, 'Fn::FindInMap');
  }

  #cidr(raw: unknown, node: Dict): unknown {
    const [block, count, bits] = (Array.isArray(raw) ? raw : []).map((part) => this.resolve(part));
    const blocks = splitCidr(String(block), Number(count), Number(bits ?? 8));
    if (blocks) return blocks;
    return this.#fault(
      'BAD_INTRINSIC',
      'Fn::Cidr cannot split this block.',
      'Write `[ipv4Block, count, hostBits]`.',
      node,
      'Fn::Cidr',
    );
  }
}

function isIntrinsic(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::');
}
