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
  metricFilters?: Record<string, StoredMetricFilter>;
}

/** A metric filter, in the words of CloudWatch Logs' API. */
export interface StoredMetricFilter {
  filterName: string;
  filterPattern: string;
  /** Epoch ms. */
  creationTime: number;
  metricTransformations: [MetricTransformation];
}

export interface MetricTransformation {
  metricName: string;
  metricNamespace: string;
  /** A number, or `$.path` into the event. */
  metricValue: string;
  /** What a minute with events of which none fits counts. */
  defaultValue?: number;
  unit?: string;
  /** Name to `$.path`. */
  dimensions?: Record<string, string>;
}

export interface LogsState {
  groups: Record<string, StoredGroup>;
}
