import { ControlClient } from '../../src/lib/project/control-client.js';
import { DataFunction } from '../../src/lib/tenant/data-function.js';
import { moveTenant } from '../../src/lib/tenant/move.js';

/** A process that moves a tenant and, at the step in its last argument, is killed or (`stop:STEP`) stands still. */
const [projectDir = '', tenant = '', to = '', at = ''] = process.argv.slice(2);
const control = ControlClient.find({ projectDir });
const data = await DataFunction.of(control, projectDir);
const onStep = (step: string) => {
  if (at === step) process.kill(process.pid, 'SIGKILL');
  if (at === `stop:${step}`) process.kill(process.pid, 'SIGSTOP');
};
await moveTenant({ projectDir, data, control, drainMs: 0, onStep }, tenant, to);
