import { AwsError } from '../../../protocol/faults.js';
import type { RestOperation } from '../../../protocol/rest-json-api.js';
import type { ControlPlane } from '../control-plane.js';
import type { StoredPlan } from '../stored.js';

const DAY = 86_400_000;
const LONGEST = 90;

/** `GetUsage`: requests used and left, `[used, remaining]` a day, for each key of a plan or for one. */
export const getUsage: RestOperation<ControlPlane> = (plane, { path, query }) => {
  const plan = plane.plan(path.id ?? '');
  const [startDate, endDate] = [query.get('startDate') ?? '', query.get('endDate') ?? ''];
  const days = daysBetween(startDate, endDate);
  const keyId = query.get('keyId');
  const ids = keyId === null ? plan.apiKeyIds : plan.apiKeyIds.filter((id) => id === keyId);
  const values = Object.fromEntries(ids.map((id) => [id, usageOf(plane, plan, id, days)]));
  return { usagePlanId: plan.id, startDate, endDate, values };
};

function usageOf(plane: ControlPlane, plan: StoredPlan, keyId: string, days: string[]): number[][] {
  const used = plane.gateways.map((gateway) => gateway.usage(plan.id, keyId));
  const limit = plan.quota?.limit;
  return days.map((day) => {
    const count = used.reduce((sum, byDay) => sum + (byDay.get(day) ?? 0), 0);
    return [count, limit === undefined ? 0 : Math.max(0, limit - count)];
  });
}

function daysBetween(start: string, end: string): string[] {
  const [from, to] = [Date.parse(start), Date.parse(end)];
  const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);
  if (!isDay(start) || !isDay(end) || Number.isNaN(from) || Number.isNaN(to) || to < from)
    throw new AwsError('BadRequestException', 'Invalid date range specified');
  const count = (to - from) / DAY + 1;
  if (count > LONGEST)
    throw new AwsError('BadRequestException', 'The usage interval is too long: at most 90 days.');
  return Array.from({ length: count }, (_, index) => new Date(from + index * DAY).toISOString().slice(0, 10));
}
