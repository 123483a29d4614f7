import pc from 'picocolors';

/** The parts of a caught e-mail that its line shows. */
export interface ShownMail {
  id: string;
  to: string[];
  subject: string;
  tags: Record<string, string>;
}

/** One caught e-mail: `MAIL   lead@example.com "Your trip …" tenant touchpoint id`. */
export function mailLine({ id, to, subject, tags }: ShownMail): string {
  const { tenant = '-', touchpoint } = tags;
  const about = [pc.cyan(tenant), ...(touchpoint ? [touchpoint] : []), pc.dim(id)].join(' ');
  return `${pc.bold(pc.magenta('MAIL'.padEnd(6)))} ${to.join(', ')} ${JSON.stringify(subject)} ${about}`;
}
