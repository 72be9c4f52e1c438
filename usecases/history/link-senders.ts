import type { Instant } from '../../domain/calendar/day.ts';
import type { Contact } from '../../domain/complaint.ts';
import { hashesOf, type KeyedHash } from '../../domain/history/senders.ts';

/** Which complaints are of one sender, by hashes from which nobody learns who that is. */
export interface SenderLinks {
  /** Done again, it changes nothing. */
  link(receipt: string, at: Instant, hashes: readonly string[]): Promise<void>;
  /** Forgets all that links the complaint with others. */
  unlink(receipt: string): Promise<void>;
  /** Complaints of the same sender from that moment on, itself among them; none where nothing is known of it. */
  sameSender(receipt: string, since: Instant): Promise<readonly string[]>;
}

export interface LinkSenderDeps {
  readonly links: SenderLinks;
  readonly complaints: {
    readOrigin(
      receipt: string,
    ): Promise<
      { readonly receivedAt: Instant; readonly anonymous: boolean; readonly contact?: Contact | undefined } | undefined
    >;
  };
  /** Keys of the province, the one that will stay first. */
  readonly keys: () => Promise<readonly string[]>;
  readonly hash: KeyedHash;
}

/** Links a complaint with earlier ones of its sender; nothing of whoever wants to stay anonymous, or was erased since. */
export async function linkSender(receipt: string, { links, complaints, keys, hash }: LinkSenderDeps): Promise<void> {
  const origin = await complaints.readOrigin(receipt);
  if (!origin?.contact || origin.anonymous) return;
  const hashes = hashesOf(origin.contact, await keys(), hash);
  if (hashes.length > 0) await links.link(receipt, origin.receivedAt, hashes);
}
