/** What one minute of a metric holds. `values` are counted to four digits, for percentiles. */
export interface Point {
  sum: number;
  count: number;
  min: number;
  max: number;
  values: Record<string, number>;
}

export interface Dimension {
  Name: string;
  Value: string;
}

/** A metric: a name in a namespace with its dimensions. */
export interface MetricId {
  namespace: string;
  name: string;
  /** Sorted by name. */
  dimensions: Dimension[];
}

export interface StoredSeries extends MetricId {
  unit: string;
  /** By minute since 1970. */
  points: Record<string, Point>;
}

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** A metric alarm as it was put, and the state it is in. Dates are epoch ms. */
export interface StoredAlarm {
  name: string;
  /** Members of `PutMetricAlarm`, as they were given. */
  settings: Record<string, unknown>;
  state: AlarmState;
  reason: string;
  reasonData?: string;
  stateAt: number;
  /** When its state was set by hand, which holds until the next minute. */
  setAt?: number;
  transitionedAt: number;
  updatedAt: number;
  tags: Record<string, string>;
}

export interface HistoryItem {
  alarm: string;
  at: number;
  type: 'ConfigurationUpdate' | 'StateUpdate' | 'Action';
  summary: string;
  data: string;
}

export interface StoredDashboard {
  /** JSON text, as it was put. */
  body: string;
  modified: number;
}

export interface CloudWatchState {
  series: Record<string, StoredSeries>;
  alarms: Record<string, StoredAlarm>;
  history: HistoryItem[];
  dashboards: Record<string, StoredDashboard>;
}

export function emptyCloudWatch(): CloudWatchState {
  return { series: {}, alarms: {}, history: [], dashboards: {} };
}
