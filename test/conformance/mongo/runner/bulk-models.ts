import type { AnyBulkWriteOperation, ClientBulkWriteModel, ClientBulkWriteResult, Document } from 'mongodb';

/** The write models of `bulkWrite`; format and driver name them alike. */
export function bulkModels(requests: readonly Document[]): AnyBulkWriteOperation[] {
  return requests as unknown as AnyBulkWriteOperation[];
}

/** The write models of a client's `bulkWrite`: `{insertOne: {namespace, …}}` becomes `{name: 'insertOne', namespace, …}`. */
export function clientBulkModels(models: readonly Document[]): ClientBulkWriteModel<Document>[] {
  return models.map((model) => {
    const [[name, fields]] = Object.entries(model) as [[string, Document]];
    return { name, ...fields } as unknown as ClientBulkWriteModel<Document>;
  });
}

/** The result in the format's words: the driver adds `didUpsert` to the results of updates. */
export function clientBulkResult(result: ClientBulkWriteResult): Document {
  const { updateResults, ...rest } = result;
  if (updateResults === undefined) return rest;
  const updates = [...updateResults].map(
    ([at, { didUpsert: _didUpsert, ...update }]) => [at, update] as const,
  );
  return { ...rest, updateResults: new Map(updates) };
}
