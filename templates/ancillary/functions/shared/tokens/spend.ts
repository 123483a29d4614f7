import type { Db } from 'mongodb';
import { collection } from '../database/collections.js';

const DUPLICATE_KEY = 11_000;

/** Marks something as used. False when it was used before. It is remembered for `life` seconds. */
export async function spend(
  db: Db,
  tenant: string,
  kind: string,
  value: string,
  life: number,
): Promise<boolean> {
  const nonces = await collection(db, 'used_nonces');
  try {
    await nonces.insertOne({
      _id: `${tenant}|${kind}|${value}`,
      removeAt: new Date(Date.now() + life * 1000),
    });
    return true;
  } catch (error) {
    if ((error as { code?: number }).code === DUPLICATE_KEY) return false;
    throw error;
  }
}
