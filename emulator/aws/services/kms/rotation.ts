import type { Ids } from '../../../../src/core/ids.js';
import type { StoredKey } from './keys.js';

export const DAY = 86_400_000;

/** Catches up with the automatic rotations whose time has come: time may have been moved past several. */
export function rotateIfDue(key: StoredKey, now: number, ids: Ids): void {
  const { rotation } = key;
  if (!rotation.enabled || key.deletionDate !== undefined) return;
  while (rotation.next !== undefined && rotation.next <= now) {
    addMaterial(key, rotation.next, 'AUTOMATIC', ids);
    rotation.next += rotation.periodDays * DAY;
  }
}

/** New material for a symmetric key; the old stays for what it encrypted. */
export function addMaterial(key: StoredKey, date: number, type: 'AUTOMATIC' | 'ON_DEMAND', ids: Ids): void {
  key.material.push(ids.bytes(32).toString('base64'));
  key.rotation.done.push({ date, type });
}
