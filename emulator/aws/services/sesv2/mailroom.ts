import type { MailRecord, Outbox } from '../../../kernel/mail.js';

/** Messages kept; the oldest go first. */
const MOST = 500;

/**
 * Verified senders, and the messages of this run. In memory alone: messages are full of personal data, which has no
 * business outside its region.
 */
export class Mailroom implements Outbox {
  readonly #identities = new Map<string, 'EMAIL_ADDRESS' | 'DOMAIN'>();
  readonly #messages = new Map<string, MailRecord>();
  readonly #told: (mail: MailRecord) => void;

  /** `told` hears of each message. */
  constructor(told: (mail: MailRecord) => void) {
    this.#told = told;
  }

  /** Takes an address or a domain for verified, as its owner would with DNS records. False when it is already. */
  verify(identity: string): boolean {
    const name = identity.toLowerCase();
    if (this.#identities.has(name)) return false;
    this.#identities.set(name, name.includes('@') ? 'EMAIL_ADDRESS' : 'DOMAIN');
    return true;
  }

  typeOf(identity: string): 'EMAIL_ADDRESS' | 'DOMAIN' | undefined {
    return this.#identities.get(identity.toLowerCase());
  }

  identities(): { name: string; type: 'EMAIL_ADDRESS' | 'DOMAIN' }[] {
    return [...this.#identities].map(([name, type]) => ({ name, type }));
  }

  remove(identity: string): boolean {
    return this.#identities.delete(identity.toLowerCase());
  }

  /** True when the address, its domain or a domain above that is verified. */
  mayBeSender(address: string): boolean {
    const name = address.toLowerCase();
    if (this.#identities.has(name)) return true;
    const labels = (name.split('@')[1] ?? '').split('.');
    return labels.some((_label, index) => this.#identities.has(labels.slice(index).join('.')));
  }

  keep(mail: MailRecord): void {
    this.#messages.set(mail.id, mail);
    for (const id of this.#messages.keys()) {
      if (this.#messages.size <= MOST) break;
      this.#messages.delete(id);
    }
    this.#told(mail);
  }

  list(): MailRecord[] {
    return [...this.#messages.values()].reverse();
  }

  find(id: string): MailRecord | undefined {
    return this.#messages.get(id);
  }

  forget(mentions: readonly string[]): void {
    const words = mentions.map((word) => word.toLowerCase());
    for (const [id, mail] of this.#messages) {
      const text = JSON.stringify(mail).toLowerCase();
      if (words.some((word) => text.includes(word))) this.#messages.delete(id);
    }
  }

  clear(): void {
    this.#messages.clear();
  }
}
