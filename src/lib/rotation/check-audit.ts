import { join } from 'node:path';
import { userError } from '../../core/errors.js';
import { readJournal } from '../journal/journal.js';
import { type AuditLine, AuditLog } from './audit-log.js';
import { type JournalEntry, rotationIds } from './journal.js';

/**
 * The lines of the audit log, checked: the chain itself, that a known hash is in it, and that every step the journals
 * know to be done stands in it. Throws AUDIT_BROKEN.
 */
export function checkAudit(folder: string, head?: string): AuditLine[] {
  const file = join(folder, 'audit.jsonl');
  const lines = new AuditLog(file).verified();
  const line = lines.length;
  if (head !== undefined && !lines.some(({ hash }) => hash === head))
    throw userError('AUDIT_BROKEN', {
      file,
      line,
      why: `No line has the hash ${head}: it was cut off or replaced.`,
    });
  const known = new Set(lines.map(({ rotation, what }) => `${rotation} ${what}`));
  for (const rotation of rotationIds(folder))
    for (const entry of readJournal<JournalEntry>(folder, rotation) ?? [])
      if (entry.type === 'done' && !known.has(`${rotation} ${entry.step}`))
        throw userError('AUDIT_BROKEN', {
          file,
          line,
          why: `The step \`${entry.step}\` of ${rotation} is in its journal, but not here: lines were cut off.`,
        });
  return lines;
}
