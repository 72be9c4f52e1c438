import type { Contact } from '../../domain/complaint.ts';
import { type Address, type Notice, type Transport, withQueryCode } from '../../domain/notices/notice.ts';

/** What one transport says of one attempt. */
export type SendResult =
  | { readonly kind: 'sent'; readonly reference: string }
  /** Not sent and never will be: bad address, rejected content, number barred. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Not sent for now: throttled, or the service could not be reached. */
  | { readonly kind: 'busy'; readonly reason: string }
  /** Nobody knows whether it went: sending again might send it twice. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** The person cannot be written to this way now, and nobody is at fault: they wrote too long ago, or want no messages. */
  | { readonly kind: 'no-address'; readonly reason: string };

/** What a transport may need beside the notice. */
export interface Sending {
  /** The notice was in hand before, and may have been handed to the transport then. */
  readonly isRepeat?: boolean | undefined;
  /** Set on the way to a complainant: their complaint, and the Message-ID of their mail if it was one. */
  readonly answers?: { readonly receipt: string; readonly messageId?: string | undefined } | undefined;
}

export type Send = (notice: Notice, to: string, sending: Sending) => Promise<SendResult>;

/** What the vault holds on whom a notice is for. */
export interface Complainant {
  readonly contact?: Contact | undefined;
  readonly queryCode: string;
  readonly messageId?: string | undefined;
}

export interface Attempt {
  readonly transport: Transport;
  /** "organ/role", or "complainant": never the address. */
  readonly recipient: string;
  readonly result: SendResult['kind'];
  readonly reason?: string | undefined;
}

/** 送达情况: what became of a notice. */
export interface Delivery {
  /** The queue message that has the notice in hand, or had it last. */
  readonly claimedBy: string;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed';
  readonly attempts: readonly Attempt[];
}

export interface SendNoticeDeps {
  readonly deliveries: {
    /** Begins the delivery, as the message's own, unless the notice has one already; gives back the one that stands. */
    claim(notice: Notice, messageId: string): Promise<Delivery>;
    /** Writes `after` if the delivery still has the state and the number of attempts of `before`; otherwise changes nothing and says false. */
    change(notice: Notice, before: Delivery, after: Delivery): Promise<boolean>;
  };
  readonly complainantOf: (receipt: string) => Promise<Complainant | undefined>;
  /** By a transport that the province does not have nobody can be reached. */
  readonly transports: Readonly<Record<'email' | 'sms', Send> & Partial<Record<Transport, Send>>>;
}

/** Not now: the service is busy, or another message has the notice in hand. The message goes back to the queue and comes again. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

/**
 * Sends a notice once, to the first of its addresses that takes it, and records what became of each attempt. A message that
 * comes again after its function died in the middle of a send does not send again to that address: the outcome is unknown, so
 * the next address is tried. A notice queued under several messages is sent by one of them; the others wait for what becomes of it, and
 * go on from there if that one is lost. Throws `Busy` while the service cannot take it, unless this is the last try.
 */
export async function sendNotice(
  notice: Notice,
  message: { readonly id: string; readonly isRepeat?: boolean; readonly isLastTry: boolean },
  { deliveries, complainantOf, transports }: SendNoticeDeps,
): Promise<'sent' | 'failed' | 'no-address' | 'taken'> {
  let delivery = await deliveries.claim(notice, message.id);
  if (delivery.state === 'sent' || delivery.state === 'failed') return 'taken';
  const isOthers = delivery.state === 'sending' && delivery.claimedBy !== message.id;
  if (isOthers && !message.isLastTry) throw new Busy('another message has it in hand');
  const become = async (state: Delivery['state'], attempts: readonly Attempt[]) => {
    const after = { claimedBy: message.id, state, attempts: [...attempts] };
    if (!(await deliveries.change(notice, delivery, after))) throw new Busy('another message has it in hand');
    delivery = after;
  };

  const addresses = distinct(notice.addresses);
  const attempts = delivery.state === 'sending' ? interrupted(addresses, delivery.attempts) : [...delivery.attempts];
  for (const address of addresses.slice(attempts.length)) {
    const send = transports[address.transport];
    const complainant = 'complaint' in address ? await complainantOf(address.complaint) : undefined;
    const to = 'to' in address ? address.to : addressIn(complainant?.contact, address.transport);
    if (!send || to === undefined) {
      attempts.push({ ...who(address), result: 'no-address' });
      continue;
    }
    await become('sending', attempts);
    const ready = complainant ? withQueryCode(notice, complainant.queryCode) : notice;
    const result = await send(ready, to, { isRepeat: message.isRepeat, answers: answeredBy(address, complainant) });
    if (result.kind === 'busy' && !message.isLastTry) {
      await become('waiting', attempts);
      throw new Busy(result.reason);
    }
    attempts.push({ ...who(address), result: result.kind, ...('reason' in result ? { reason: result.reason } : {}) });
    if (result.kind === 'sent') {
      await become('sent', attempts);
      return 'sent';
    }
  }
  await become('failed', attempts);
  return attempts.every(({ result }) => result === 'no-address') ? 'no-address' : 'failed';
}

/** Each address once, however many roles share it. */
export function distinct(addresses: readonly Address[]): readonly Address[] {
  const keyOf = (address: Address) => `${address.transport} ${'to' in address ? address.to : ''}`;
  return addresses.filter((address, index) => addresses.findIndex((one) => keyOf(one) === keyOf(address)) === index);
}

/** The attempt that was under way when the function died. */
function interrupted(addresses: readonly Address[], attempts: readonly Attempt[]): Attempt[] {
  const address = addresses[attempts.length];
  return address ? [...attempts, { ...who(address), result: 'unknown', reason: 'interrupted' }] : [...attempts];
}

function answeredBy(address: Address, complainant: Complainant | undefined): Sending['answers'] {
  return 'complaint' in address ? { receipt: address.complaint, messageId: complainant?.messageId } : undefined;
}

function addressIn(contact: Contact | undefined, transport: Transport): string | undefined {
  switch (transport) {
    case 'email':
      return contact?.email;
    case 'sms':
      return mobileIn(contact?.phone);
    case 'wechat':
      return contact?.openid;
    case 'wecom':
      return contact?.wecomUserId;
  }
}

function who(address: Address): { transport: Transport; recipient: string } {
  const recipient = 'to' in address ? `${address.organ}/${address.role}` : 'complainant';
  return { transport: address.transport, recipient };
}

/** People write "139 1111-2222" and "+86139…"; what is no mobile number of the mainland takes no text message. */
function mobileIn(typed: string | undefined): string | undefined {
  const digits = typed
    ?.normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^(\+|00)86/, '');
  return digits !== undefined && /^1[3-9]\d{9}$/.test(digits) ? digits : undefined;
}
