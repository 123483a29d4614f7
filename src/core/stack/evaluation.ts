import { type Dict, isDict } from '../dict.js';
import { Conditions } from './conditions.js';
import { type Context, partitionOf } from './context.js';
import { Resolver } from './intrinsics.js';
import { settleParameters } from './parameters.js';
import { Report } from './report.js';

/** What a template is evaluated with. */
export interface EvaluationOptions {
  /** The template, short forms made long. */
  document: Dict;
  /** A value for each parameter without a default; they have been checked. */
  parameters: Record<string, string>;
  region: string;
  accountId: string;
  stackName: string;
  stackId: string;
  /** What `Ref` answers for a resource that is created; asked anew each time. */
  ref(logicalId: string): string | undefined;
  /** What `Fn::GetAtt` answers. Undefined when the resource has no such attribute. */
  attribute(logicalId: string, attribute: string): unknown;
  /** Values that other stacks export, by name. */
  imports(name: string): string | undefined;
}

/** A fault of the template that shows when it is evaluated. */
export class EvaluationFault extends Error {
  override readonly name = 'EvaluationFault';
  /** The diagnostic's code, e.g. `NOT_IN_MAP`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A template as CloudFormation evaluates it: bit by bit, with what its resources answer by then. */
export class Evaluation {
  readonly #context: Context;
  readonly #conditions: Conditions;
  readonly #resolver: Resolver;

  constructor(options: EvaluationOptions) {
    const { document, region, accountId, stackName, stackId, imports } = options;
    const section = (name: string): Dict => (isDict(document[name]) ? document[name] : {});
    const report = new Report();
    this.#context = {
      file: 'template',
      sent: true,
      region,
      accountId,
      stackName,
      stackId,
      ...partitionOf(region),
      stage: undefined,
      ids: undefined,
      imports,
      report,
      sources: new Set(),
      parameters: settleParameters(section('Parameters'), { given: options.parameters }, report),
      mappings: section('Mappings'),
      conditions: section('Conditions'),
      resources: section('Resources'),
      given: options.parameters,
    };
    this.#conditions = new Conditions(this.#context, (value) => this.#resolver.resolve(value));
    this.#resolver = new Resolver(this.#context, this.#conditions, {
      ref: (logicalId) => (this.exists(logicalId) ? options.ref(logicalId) : undefined),
      attribute: (logicalId, attribute) =>
        known(logicalId, attribute, options.attribute(logicalId, attribute)),
    });
  }

  /** Logical ids of the resources whose condition holds, in template order. */
  existing(): string[] {
    return Object.keys(this.#context.resources).filter((logicalId) => this.exists(logicalId));
  }

  /** Whether a resource is created: its condition holds. Throws `EvaluationFault`. */
  exists(logicalId: string): boolean {
    return this.holds(this.#context.resources[logicalId]);
  }

  /** Whether the condition of a resource or an output holds. Throws `EvaluationFault`. */
  holds(owner: unknown): boolean {
    if (!isDict(owner)) return false;
    const { Condition: condition } = owner;
    if (typeof condition !== 'string') return true;
    return this.#checked(() => this.#conditions.isTrue(condition, { holder: owner, key: 'Condition' }));
  }

  /** A value with its intrinsic functions replaced; undefined for `AWS::NoValue`. Throws `EvaluationFault`. */
  value(raw: unknown): unknown {
    return this.#checked(() => this.#resolver.value(raw));
  }

  #checked<T>(run: () => T): T {
    this.#context.report = new Report();
    const result = run();
    const fault = this.#context.report.diagnostics.find(({ severity }) => severity === 'error');
    if (fault) throw new EvaluationFault(fault.code, fault.message);
    return result;
  }
}

function known(logicalId: string, attribute: string, value: unknown): unknown {
  if (value !== undefined) return value;
  const message = `resource ${logicalId} does not support attribute type ${attribute} in Fn::GetAtt`;
  throw new EvaluationFault('UNKNOWN_ATTRIBUTE', message);
}
