import { journalIds } from '../journal/journal.js';
import type { Subject } from './kind.js';
import type { Phase } from './phases.js';
import type { RotationChoices } from './target.js';
import type { RotationSettings } from './waits.js';

/** How a rotation was begun: all that `--resume` needs. Nothing secret. */
export interface BeginEntry {
  type: 'begin';
  rotation: string;
  /** Epoch ms, AWS's clock. */
  at: number;
  by: string;
  account: string;
  stack: string;
  stage: string;
  regions: string[];
  endpoint?: string;
  apiUrls: Record<string, string>;
  settings: RotationSettings;
  choices: RotationChoices;
  subjects: Subject[];
  /** Milliseconds that the adoption gate waits before it holds a key. */
  adoptionTimeout: number;
}

/** A line of the journal; `at` is epoch ms of AWS's clock. */
export type JournalEntry =
  | BeginEntry
  | { type: 'intent'; at: number; phase: Phase; step: string }
  | { type: 'done'; at: number; phase: Phase; step: string; note: string; memory: [string, string][] }
  | { type: 'failed'; at: number; phase: Phase; step: string; code: string; what: string }
  | { type: 'wait'; at: number; phase: Phase; until: number }
  | { type: 'held'; at: number; subject: string; note: string }
  | { type: 'back'; at: number; by: string; why: string }
  | { type: 'end'; at: number; outcome: 'done' | 'undone' };

/** Ids of the rotations there are journals of, oldest first. */
export function rotationIds(folder: string): string[] {
  return journalIds(folder, 'r-');
}
