/** A message that a function has given to the mail service: caught, never sent. */
export interface MailRecord {
  /** The service's message id. */
  id: string;
  /** Epoch ms on the emulator's clock. */
  time: number;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  html?: string;
  text?: string;
  headers: { name: string; value: string }[];
  /** What the sender says about it, by name. */
  tags: Record<string, string>;
}

/** Where caught messages lie, newest first. */
export interface Outbox {
  list(): readonly MailRecord[];
  find(id: string): MailRecord | undefined;
  /** Drops the messages that speak of one of these, in whatever case. */
  forget(mentions: readonly string[]): void;
  clear(): void;
}
