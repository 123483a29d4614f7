import type { Operation } from '../../../protocol/operation.js';
import { MINUTE } from '../metrics.js';
import { pageOf } from '../pages.js';
import type { Watch } from '../watch.js';

const ACTIVE = 3 * 60;

/** `ListMetrics`: by namespace, name and dimensions (a dimension without a value fits any). 500 a page. */
export const listMetrics: Operation<Watch> = (watch, input) => {
  const namespace = input.optionalText('Namespace');
  const name = input.optionalText('MetricName');
  const wanted = input
    .list('Dimensions')
    .map((one) => ({ name: one.text('Name'), value: one.optionalText('Value') }));
  const isRecent = input.optionalText('RecentlyActive', { oneOf: ['PT3H'] }) !== undefined;
  const since = watch.now / MINUTE - ACTIVE;
  const fitting = Object.values(watch.state.series).filter(
    (series) =>
      (namespace === undefined || series.namespace === namespace) &&
      (name === undefined || series.name === name) &&
      wanted.every((one) =>
        series.dimensions.some(
          ({ Name, Value }) => Name === one.name && (one.value === undefined || one.value === Value),
        ),
      ) &&
      (!isRecent || Object.keys(series.points).some((minute) => Number(minute) >= since)),
  );
  const { items, next } = pageOf(input, fitting, 500);
  const metrics = items.map((series) => ({
    Namespace: series.namespace,
    MetricName: series.name,
    Dimensions: series.dimensions,
  }));
  return { Metrics: metrics, ...next };
};
