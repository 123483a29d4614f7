import { userError } from '../../../core/errors.js';
import { findProject } from '../../project/find-project.js';
import { type SnippetKind, snippetOf } from '../../rotation/schedule-snippet.js';
import { commandLine, type RotateFlags } from './flags.js';
import type { Screen } from './screen.js';

/** Prints what runs this very command every day. */
export function showSnippet(
  screen: Screen,
  flags: RotateFlags,
  kind: SnippetKind,
  argv: readonly string[],
): void {
  const missing = (['schedule', 'account', 'yes'] as const).filter((name) => !flags[name]);
  if (missing.length > 0)
    throw userError('BAD_COMMAND_LINE', {
      what: `What runs by itself needs ${missing.map((name) => `--${name}`).join(', ')}, too.`,
    });
  const words = argv.filter((word, at) => !word.startsWith('--snippet') && argv[at - 1] !== '--snippet');
  const region = flags.region?.[0] ?? 'eu-central-1';
  const text = snippetOf(kind, { command: commandLine(words), folder: findProject(flags.project), region });
  screen.show({ event: 'snippet', kind, text }, text);
}
