import { projectConfig } from '../../project/project-stack.js';
import { kindsOf } from '../../rotation/kinds-of.js';
import {
  type EndedRotation,
  endedRotations,
  type KeysOfTarget,
  keysOfTarget,
  type RotationStatus,
  rotationStatus,
} from '../../rotation/rotation-status.js';
import { statusText } from '../rotation-text.js';
import { type RotateFlags, wishesOf } from './flags.js';
import { endedText, keysText } from './keys-text.js';
import type { Screen } from './screen.js';

/** Ids of rotations begin like this; kinds of keys do not. */
const ROTATION = /^r-\d/;

/** Shows how far rotations are, and, of a target that is named, who uses which key. */
export async function showStatus(
  screen: Screen,
  flags: RotateFlags,
  words: readonly string[],
): Promise<void> {
  const [id] = words;
  const wishes = wishesOf(flags, screen.command);
  if (id !== undefined && ROTATION.test(id))
    return show(screen, await rotationStatus(wishes, id), [], undefined);
  const kinds = kindsOf(words, flags.all || words.length === 0);
  const keys = isTargetNamed(flags, words) ? await keysOfTarget(wishes, kinds) : undefined;
  const found = await rotationStatus(wishes, undefined);
  const next = keys || found.length > 0 ? undefined : statusCommand(wishes.projectDir);
  return show(screen, found, endedRotations(wishes.projectDir), keys, next);
}

function isTargetNamed({ stage, region, account, tenant }: RotateFlags, words: readonly string[]): boolean {
  return [stage, region, account, tenant].some((one) => one !== undefined) || words.length > 0;
}

/** What to type to see who uses which key: the names that an emulator of this project has. */
function statusCommand(projectDir: string): string {
  const { stage = 'live', region = 'eu-central-1' } = projectConfig(projectDir);
  return `arcube rotate-keys --status --stage ${stage} --region ${region}`;
}

function show(
  screen: Screen,
  found: readonly RotationStatus[],
  ended: readonly EndedRotation[],
  keys: KeysOfTarget | undefined,
  next?: string,
): void {
  const texts = found.map(({ state, adoption, uses }) => statusText(state, adoption, uses));
  if (texts.length === 0) texts.push('No rotation is under way.');
  if (ended.length > 0) texts.push(endedText(ended));
  if (keys) texts.push(keysText(keys));
  if (next !== undefined) texts.push(`To see who uses which key, name a stage and its regions:\n  ${next}`);
  const { target = null, window = null, keys: rows = null, notRead = [] } = keys ?? {};
  const rotations = found.map(({ data }) => data);
  screen.show(
    { rotations, ended, target, window, keys: rows, notRead, next: next ?? null },
    texts.join('\n\n'),
  );
}
