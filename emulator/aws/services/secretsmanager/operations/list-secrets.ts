import type { Operation } from '../../../protocol/operation.js';
import { describeFacts, stagesByVersion } from '../describe.js';
import { readFilters } from '../filters.js';
import { pageOf } from '../pages.js';
import type { Vault } from '../vault.js';

/** `ListSecrets`: pages of descriptions, oldest first unless `SortOrder` says `desc`. */
export const listSecrets: Operation<Vault> = (vault, input) => {
  const order = input.optionalText('SortOrder', { oneOf: ['asc', 'desc'] });
  const sortBy = input.optionalText('SortBy', {
    oneOf: ['created-date', 'last-accessed-date', 'last-changed-date', 'name'],
  });
  const deleted = input.flag('IncludePlannedDeletion');
  const fits = readFilters(input);
  const all = vault.all().filter((secret) => (deleted || secret.deletedDate === undefined) && fits(secret));
  if (sortBy === 'name') all.sort((a, b) => (a.name < b.name ? -1 : 1));
  if (sortBy === 'last-changed-date') all.sort((a, b) => a.lastChangedDate - b.lastChangedDate);
  if (sortBy === 'last-accessed-date')
    all.sort((a, b) => (a.lastAccessedDate ?? 0) - (b.lastAccessedDate ?? 0));
  if (order === 'desc') all.reverse();
  const { items, next } = pageOf(input, all);
  const list = items.map((secret) => ({
    ...describeFacts(secret),
    SecretVersionsToStages: stagesByVersion(secret),
  }));
  return { SecretList: list, ...next };
};
