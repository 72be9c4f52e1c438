import type { Contact } from '../domain/complaint.ts';
import type { Address, Notice, Transport } from '../domain/notices/notice.ts';

/** What one transport says of one attempt. */
export type SendResult =
  | { readonly kind: 'sent'; readonly reference: string }
  /** Not sent and never will be: bad address, rejected content, number barred. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Not sent for now: throttled, or the service could not be reached. */
  | { readonly kind: 'busy'; readonly reason: string }
  /** Nobody knows whether it went: sending again might send it twice. */
  | { readonly kind: 'unknown'; readonly reason: string };

export interface Attempt {
  readonly transport: Transport;
  /** "organ/role", or "complainant": never the address. */
  readonly recipient: string;
  readonly result: SendResult['kind'] | 'no-address';
  readonly reason?: string | undefined;
}

/** 送达情况: what became of a notice. */
export interface Delivery {
  /** The queue message that has the notice in hand. */
  readonly claimedBy: string;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed';
  readonly attempts: readonly Attempt[];
}

export interface SendNoticeDeps {
  readonly deliveries: {
    /** Makes the delivery the message's own unless the notice has one already; gives back the one that stands. */
    claim(notice: Notice, messageId: string): Promise<Delivery>;
    save(notice: Notice, delivery: Delivery): Promise<void>;
  };
  readonly contactOf: (receipt: string) => Promise<Contact | undefined>;
  readonly transports: Readonly<Record<Transport, (notice: Notice, to: string) => Promise<SendResult>>>;
}

/** The service is busy: the message goes back to the queue and comes again. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

/**
 * Sends a notice once, to the first of its addresses that takes it, and records what became of each attempt. A message that
 * comes again after its function died in the middle of a send does not send again to that address: the outcome is unknown, so
 * the next address is tried. Throws `Busy` while the service cannot take it, unless this is the last try.
 */
export async function sendNotice(
  notice: Notice,
  message: { readonly id: string; readonly isLastTry: boolean },
  { deliveries, contactOf, transports }: SendNoticeDeps,
): Promise<'sent' | 'failed' | 'taken'> {
  const found = await deliveries.claim(notice, message.id);
  if (found.claimedBy !== message.id || found.state === 'sent' || found.state === 'failed') return 'taken';
  const attempts = found.state === 'sending' ? interrupted(notice, found.attempts) : [...found.attempts];

  for (const address of notice.addresses.slice(attempts.length)) {
    const to = await addressOf(address, contactOf);
    if (to === undefined) {
      attempts.push({ ...who(address), result: 'no-address' });
      continue;
    }
    await deliveries.save(notice, { claimedBy: message.id, state: 'sending', attempts });
    const result = await transports[address.transport](notice, to);
    if (result.kind === 'busy' && !message.isLastTry) {
      await deliveries.save(notice, { claimedBy: message.id, state: 'waiting', attempts });
      throw new Busy(result.reason);
    }
    attempts.push({ ...who(address), result: result.kind, ...('reason' in result ? { reason: result.reason } : {}) });
    if (result.kind === 'sent') {
      await deliveries.save(notice, { claimedBy: message.id, state: 'sent', attempts });
      return 'sent';
    }
  }
  await deliveries.save(notice, { claimedBy: message.id, state: 'failed', attempts });
  return 'failed';
}

/** The attempt that was under way when the function died. */
function interrupted(notice: Notice, attempts: readonly Attempt[]): Attempt[] {
  const address = notice.addresses[attempts.length];
  return address ? [...attempts, { ...who(address), result: 'unknown', reason: 'interrupted' }] : [...attempts];
}

async function addressOf(address: Address, contactOf: SendNoticeDeps['contactOf']): Promise<string | undefined> {
  if ('to' in address) return address.to;
  const contact = await contactOf(address.complaint);
  return address.transport === 'email' ? contact?.email : contact?.phone;
}

function who(address: Address): { transport: Transport; recipient: string } {
  const recipient = 'to' in address ? `${address.organ}/${address.role}` : 'complainant';
  return { transport: address.transport, recipient };
}
