import { type SecretsWorld, Vault } from './vault.js';

/** Puts the rotations that were waiting when the emulator stopped back on the clock. */
export function resumeSchedules(world: SecretsWorld): void {
  for (const { accountId, region } of world.book.known()) {
    const vault = new Vault(world, accountId, region);
    for (const secret of vault.all()) world.rotations.schedule(vault, secret);
  }
}
