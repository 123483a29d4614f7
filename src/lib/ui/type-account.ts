/**
 * Lets a person type the account id before something is changed in it; a script has said so on the command line.
 * @returns whether it is confirmed
 */
export function typeAccount(account: string, yes: boolean, json: boolean): Promise<boolean> {
  return typeName(account, 'Type the account id to begin:', yes, json);
}

/** As `typeAccount`, for the name of whatever cannot be had back. */
export async function typeName(name: string, message: string, yes: boolean, json: boolean): Promise<boolean> {
  if (yes) return true;
  if (json || !process.stdin.isTTY) return false;
  const { default: inquirer } = await import('inquirer');
  const { typed } = await inquirer.prompt([{ type: 'input', name: 'typed', message }]);
  return typed === name;
}
