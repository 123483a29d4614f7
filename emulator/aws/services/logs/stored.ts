export interface LogEvent {
  /** Epoch ms. */
  timestamp: number;
  ingested: number;
  message: string;
}

export interface StoredStream {
  name: string;
  createdAt: number;
  events: LogEvent[];
}

export interface StoredGroup {
  name: string;
  createdAt: number;
  retentionDays?: number;
  /** Kept and told; events are not encrypted with it. */
  kmsKeyId?: string;
  tags: Record<string, string>;
  streams: Record<string, StoredStream>;
}

export interface LogsState {
  groups: Record<string, StoredGroup>;
}
