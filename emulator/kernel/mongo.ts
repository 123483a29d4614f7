/** What the rest of the emulator sees of MongoDB: one cluster per data region. */
export interface MongoClusters {
  /** In a stable order; the first is the home region's. */
  clusters(): readonly MongoCluster[];
}

export interface MongoCluster {
  /** AWS region name, e.g. `eu-central-1`. */
  region: string;
  /** Connection string; with the root user where clients must sign in. */
  uri: string;
  /** Connection string of the user that functions sign in as, where they must. */
  functionsUri?: string;
}
