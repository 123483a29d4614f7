/** What the rest of the emulator sees of MongoDB: one cluster per data region. */
export interface MongoClusters {
  /** In a stable order; the first is the home region's. */
  clusters(): readonly MongoCluster[];
}

export interface MongoCluster {
  /** AWS region name, e.g. `eu-central-1`. */
  region: string;
  /** Connection string without credentials. */
  uri: string;
}
