import { Flags } from '@oclif/core';
import { userError } from '../core/errors.js';
import { ControlClient } from '../lib/project/control-client.js';
import { findProject } from '../lib/project/find-project.js';
import { controlFlags } from '../lib/project/flags.js';
import { ArcubeCommand } from '../lib/ui/base-command.js';

interface Credential {
  tenant: string;
  clientId: string;
  clientSecret: string;
}

export default class Token extends ArcubeCommand {
  static override summary = 'Print a bearer token of a tenant, from the running emulator.';
  static override examples = [
    {
      description: 'Call the API with it:',
      command:
        'curl -H "Authorization: Bearer $(<%= config.bin %> token --tenant aegean)" http://127.0.0.1:3000/health',
    },
    {
      description: 'See how long it is good for:',
      command: '<%= config.bin %> token --tenant aegean --json',
    },
  ];
  static override flags = {
    ...controlFlags,
    tenant: Flags.string({ char: 't', description: 'The tenant; the first one when left out.' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Token);
    const client = ControlClient.find({ projectDir: findProject(flags.project), url: flags.control });
    const { credentials } = await client.get<{ credentials: Credential[] }>('/credentials');
    const chosen = choose(credentials, flags.tenant);
    const { urls } = await client.get<{ urls: { api: string } }>('/info');
    const granted = await grant(urls.api, chosen);
    this.show({ tenant: chosen.tenant, ...granted }, granted.access_token);
  }
}

function choose(credentials: Credential[], tenant: string | undefined): Credential {
  const found = tenant === undefined ? credentials[0] : credentials.find((one) => one.tenant === tenant);
  if (found) return found;
  throw userError('UNKNOWN_TENANT', { tenant: tenant ?? '', known: credentials.map((one) => one.tenant) });
}

async function grant(api: string, { clientId, clientSecret }: Credential): Promise<{ access_token: string }> {
  const answer = await fetch(`${api}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    }),
  });
  const text = await answer.text();
  if (!answer.ok) throw userError('TOKEN_REFUSED', { status: answer.status, answer: text.slice(0, 300) });
  return JSON.parse(text) as { access_token: string };
}
