import { AwsError } from '../../../protocol/faults.js';
import type { Operation } from '../../../protocol/operation.js';
import { pageOf } from '../pages.js';
import type { StoredDashboard } from '../stored.js';
import type { Watch } from '../watch.js';

const NAME = { min: 1, max: 255 };
const PAGE = 1000;

/** `PutDashboard`: kept and answered; nothing draws it. */
export const putDashboard: Operation<Watch> = async (watch, input) => {
  const name = input.text('DashboardName', NAME);
  if (!/^[\w-]+$/.test(name)) throw invalid(`The value ${name} for field DashboardName is invalid.`);
  const body = input.text('DashboardBody');
  if (!isDashboard(body))
    throw invalid('The field DashboardBody must be a valid JSON object with a list of widgets.');
  watch.state.dashboards[name] = { body, modified: watch.now };
  await watch.save();
  return { DashboardValidationMessages: [] };
};

/** `GetDashboard`. */
export const getDashboard: Operation<Watch> = (watch, input) => {
  const name = input.text('DashboardName', NAME);
  const { body } = named(watch, name);
  return { DashboardArn: arnOf(watch, name), DashboardBody: body, DashboardName: name };
};

/** `ListDashboards`, by the beginning of their names. */
export const listDashboards: Operation<Watch> = (watch, input) => {
  const prefix = input.optionalText('DashboardNamePrefix', NAME) ?? '';
  const all = Object.entries(watch.state.dashboards)
    .filter(([name]) => name.startsWith(prefix))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const { items, next } = pageOf(input, all, PAGE);
  const shown = items.map(([name, { body, modified }]) => ({
    DashboardName: name,
    DashboardArn: arnOf(watch, name),
    LastModified: new Date(modified),
    Size: Buffer.byteLength(body),
  }));
  return { DashboardEntries: shown, ...next };
};

/** `DeleteDashboards`: all of them, or none when one is not there. */
export const deleteDashboards: Operation<Watch> = async (watch, input) => {
  const names = input.texts('DashboardNames');
  for (const name of names) named(watch, name);
  for (const name of names) delete watch.state.dashboards[name];
  await watch.save();
  return {};
};

function named({ state }: Watch, name: string): StoredDashboard {
  const found = Object.hasOwn(state.dashboards, name) ? state.dashboards[name] : undefined;
  if (found) return found;
  throw new AwsError('DashboardNotFoundError', `Dashboard ${name} does not exist`, 404);
}

/** A dashboard belongs to no region. */
function arnOf({ accountId }: Watch, name: string): string {
  return `arn:aws:cloudwatch::${accountId}:dashboard/${name}`;
}

function isDashboard(text: string): boolean {
  try {
    const { widgets } = JSON.parse(text) as { widgets?: unknown };
    return Array.isArray(widgets);
  } catch {
    return false;
  }
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterInput', message);
}
