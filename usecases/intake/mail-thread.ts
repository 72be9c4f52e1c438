import type { Instant } from '../../domain/calendar/day.ts';
import { isProgramAddress } from '../../domain/mail.ts';
import { citedReceipts } from '../../domain/repeats/cited-receipts.ts';

/** What tells of a mail where it belongs. */
export interface ThreadedMail {
  readonly messageId: string | undefined;
  readonly from: { readonly address: string } | undefined;
  readonly subject: string;
  /** Addresses by which it may have reached us. */
  readonly recipients: readonly string[];
  /** Message-IDs of the letters that it answers, the nearest first. */
  readonly answers: readonly string[];
  readonly verdicts: {
    /** The sender's address is not proven to be theirs. */
    readonly forgedSender: boolean;
  };
}

export interface MailThreadDeps {
  readonly addresses: {
    /** Undefined unless the address is one that we signed for a receipt. */
    receiptIn(address: string): Promise<string | undefined>;
  };
  readonly threads: {
    /** The complaint that a letter belongs to, by its Message-ID or another name of it. The first answer stays. */
    remember(name: string, receipt: string, now: Instant): Promise<void>;
    receiptOf(name: string): Promise<string | undefined>;
  };
  readonly provinceLetters: string;
}

/**
 * The complaint that a mail belongs to, undefined when it begins a thread. Believed are, in this order: an address that
 * we signed; a letter that it answers, ours or a complainant's; a receipt in the subject, but only from whoever wrote
 * in that matter before. Nobody else joins a thread by naming its number.
 */
export async function threadOf(mail: ThreadedMail, deps: MailThreadDeps): Promise<string | undefined> {
  const { addresses, threads, provinceLetters } = deps;
  const { messageId, recipients, answers, subject, verdicts } = mail;
  const bySender = verdicts.forgedSender ? [] : namesOfSender(citedReceipts(subject, provinceLetters), mail);
  const names = [...answers, ...[messageId ?? []].flat().map(nameOfAnswered), ...bySender];
  return (await firstOf(recipients, addresses.receiptIn)) ?? (await firstOf(names, threads.receiptOf));
}

async function firstOf(
  names: readonly string[],
  receiptOf: (name: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  for (const name of names) {
    const receipt = await receiptOf(name);
    if (receipt) return receipt;
  }
  return undefined;
}

/**
 * Remembers a mail, and the letters that it answers, as belonging to that complaint: so the reply of somebody who got
 * the same letter in copy joins it, whichever comes first. Harmless to repeat.
 */
export async function rememberThread(
  mail: ThreadedMail,
  receipt: string,
  now: Instant,
  { threads }: MailThreadDeps,
): Promise<void> {
  const answered = mail.answers.slice(0, MOST_REMEMBERED);
  const names = [mail.messageId ?? [], ...answered, ...answered.map(nameOfAnswered), ...namesOfSender([receipt], mail)];
  for (const name of names.flat()) await threads.remember(name, receipt, now);
}

const MOST_REMEMBERED = 5;

/**
 * The name of a letter that somebody answered before we saw it; apart from its own, which a careless program gives to
 * many letters.
 */
const nameOfAnswered = (messageId: string): string => `answered ${messageId}`;

/**
 * The name under which "this sender wrote in this matter" is kept; no Message-ID has a blank in it. Many people write
 * from the address of a portal.
 */
const namesOfSender = (receipts: readonly string[], { from }: ThreadedMail): string[] =>
  from && !isProgramAddress(from.address) ? receipts.map((receipt) => `${receipt} ${from.address.toLowerCase()}`) : [];
