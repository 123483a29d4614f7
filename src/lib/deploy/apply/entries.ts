import type { Stage } from '../synth/stage-settings.js';
import type { Asset } from '../upload/upload.js';
import type { CanaryVerdict } from './canary/judge.js';

/** What a deploy does in each region, in this order. */
export const STEPS = ['upload', 'execute', 'settle', 'protect', 'verify', 'record'] as const;
export type DeployStep = (typeof STEPS)[number];

/** The state of the sources that are deployed. */
export interface GitState {
  commit: string;
  branch?: string;
  /** True when files differ from the commit. */
  dirty: boolean;
}

/** Choices of whoever deploys; kept, so that resuming goes on with them. */
export interface DeployOptions {
  /** Base URL of the API by region; what the stack's outputs say where it is left out. */
  apiUrls: Record<string, string>;
  /** File of service levels; the project's when left out. */
  slo?: string;
  /** Whether canaries are judged by service levels, beside the stack's own alarms. */
  judge: boolean;
  /** Whether the smoke suite is run on the API afterwards. */
  smoke: boolean;
  /** File of credentials for the smoke suite and for synthetic traffic. */
  credentials?: string;
  /** Requests a second that are sent while traffic is shifted. */
  traffic?: number;
}

/** What a release is made of: enough to bring it back. */
export interface ReleaseContent {
  template: { sha256: string; key: string };
  /** Values under `NoEcho` are left out: the stack keeps them. */
  parameters: Record<string, string>;
  hidden: string[];
  capabilities: string[];
  functions: { function: string; sha256: string; key: string }[];
}

/** What a plan says, in names. */
export interface PlanSummary {
  action: 'create' | 'update' | 'heal' | 'none';
  added: string[];
  changed: string[];
  replaced: string[];
  removed: string[];
}

/** Whose figures a canary is judged by. */
export interface Observed {
  /** Name and stage of the API, as CloudWatch's dimensions have them. */
  api?: { name: string; stage: string };
  /** Routes by the logical id of the function that serves them. */
  routes: Record<string, string[]>;
  /** Logical id of the function that is asked before traffic is shifted. */
  hook?: string;
}

/** What is to be done in one region, as it was confirmed. */
export interface RegionPart {
  region: string;
  stack: string;
  /** ARN. */
  stackId: string;
  /** ARN; left out where there is nothing to change. */
  changeSetId?: string;
  assets: Asset[];
  content: ReleaseContent;
  plan: PlanSummary;
  observed: Observed;
}

/** Why an operation failed, and what helps. */
export interface FailureFacts {
  /** Status that the stack ended in. */
  status: string;
  logicalId: string;
  type: string;
  reason: string;
  fix: string;
  /** `template.yaml:120:3`, where the template is at hand. */
  place?: string;
  /** What the hook's log says of the refusal. */
  log?: string[];
}

/** What a canary has shown of a new version. */
export interface CanaryReport {
  deployment: string;
  function: string;
  from: string;
  to: string;
  status: string;
  error?: string;
}

/** What synthetic traffic saw. */
export interface TrafficSeen {
  requests: number;
  /** Answers that were not expected, or none. */
  errors: number;
  /** Answers of 5xx, or none. */
  unavailable: number;
}

/** How an operation of CloudFormation ended. */
export interface Settled {
  status: string;
  ok: boolean;
  failure?: FailureFacts;
  canaries: CanaryReport[];
  /** The last judgement of the canary. */
  verdicts: CanaryVerdict[];
  traffic?: TrafficSeen;
}

/** How a deploy was begun: all that resuming needs. Nothing secret. */
export interface BeginEntry {
  type: 'begin';
  deploy: string;
  /** Epoch ms, AWS's clock. */
  at: number;
  by: string;
  account: string;
  stage: Stage;
  endpoint?: string;
  bucket?: string;
  /** The release that is brought back; left out for a deploy of the project. */
  rollbackTo?: string;
  git?: GitState;
  options: DeployOptions;
  parts: RegionPart[];
}

/** A line of the journal; `at` is epoch ms of AWS's clock. */
export type DeployEntry =
  | BeginEntry
  /** `cursor`: the stack's last event before the step. */
  | { type: 'intent'; at: number; region: string; step: DeployStep; cursor?: string }
  | { type: 'done'; at: number; region: string; step: DeployStep; note: string }
  | { type: 'broken'; at: number; region: string; verdicts: CanaryVerdict[] }
  | ({ type: 'settled'; at: number; region: string } & Settled)
  | { type: 'verified'; at: number; region: string; ok: boolean; note: string }
  | { type: 'cancel'; at: number; by: string }
  | { type: 'end'; at: number; outcome: DeployOutcome };

/** `failed`: the stack went back to what it was, or a check afterwards did not pass. */
export type DeployOutcome = 'done' | 'failed' | 'cancelled';
