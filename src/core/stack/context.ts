import type { Dict } from '../dict.js';
import type { Ids } from '../ids.js';
import type { ParameterValue } from './parameters.js';
import type { Report } from './report.js';

/** What a resource that exists answers, in place of the identity made up for one that does not. */
export interface KnownIdentity {
  /** What `Ref` answers. */
  ref: string;
  arn?: string;
  /** What `Fn::GetAtt` answers, by attribute. */
  attributes: Readonly<Record<string, unknown>>;
}

/** Everything that reading one template shares. */
export interface Context {
  /** Absolute path of the template. */
  file: string;
  region: string;
  accountId: string;
  stackName: string;
  partition: string;
  urlSuffix: string;
  /** Stage to assume for an API that declares none. */
  stage: string | undefined;
  ids: Ids | undefined;
  report: Report;
  /** Absolute paths of every file read. */
  sources: Set<string>;
  /** Parameter values asked for. */
  given: Record<string, string>;
  /** Values for parameters that the template may have. */
  offered?: Record<string, string>;
  parameters: Map<string, ParameterValue>;
  mappings: Dict;
  conditions: Dict;
  /** The template as written, short forms made long; there once it was read. */
  document?: Dict;
  /** Real identities by logical id, of a stack that is deployed. */
  identities?: ReadonlyMap<string, KnownIdentity>;
  /** ARN of the stack; made up when left out. */
  stackId?: string;
  /** Values that other stacks export, by name. */
  imports?: (name: string) => string | undefined;
  /** The template as it was sent. */
  text?: string;
  /** The template came as text, as CloudFormation gets it: files of this machine may not be named in it. */
  sent?: boolean;
  /** Resources as written, includes put in. */
  resources: Dict;
}

/** The partition that a region belongs to. */
export function partitionOf(region: string): { partition: string; urlSuffix: string } {
  if (region.startsWith('cn-')) return { partition: 'aws-cn', urlSuffix: 'amazonaws.com.cn' };
  if (region.startsWith('us-gov-')) return { partition: 'aws-us-gov', urlSuffix: 'amazonaws.com' };
  return { partition: 'aws', urlSuffix: 'amazonaws.com' };
}
