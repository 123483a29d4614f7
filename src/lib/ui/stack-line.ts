import pc from 'picocolors';

/** A stack that was deployed to the emulator. */
interface ShownStack {
  stackName: string;
  region: string;
  apiUrl: string;
  state: 'served' | 'gone';
}

/** The line of `arcube dev` for a stack that has an address from now on, or none any more. */
export function stackLine({ stackName, region, apiUrl, state }: ShownStack): string {
  const name = `${pc.magenta('stack')} ${stackName} (${region})`;
  return state === 'served' ? `${name} is served at ${pc.cyan(apiUrl)}` : `${name} is gone`;
}
