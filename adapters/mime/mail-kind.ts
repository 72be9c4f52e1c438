import { type Automatic, automaticIn, type MailSigns } from './automatic-mail.ts';
import { type DeliveryReport, isMachineReport, reportsIn } from './delivery-report.ts';
import type { MailPart } from './mail-parts.ts';
import { answeredIn } from './receiver-signs.ts';
import { addressesNamedIn, isOfHost, lettersNamedIn, toldByHost } from './returned-letter.ts';

/** What a mail is to letters that were sent before it. */
export interface Told {
  /** Undefined for what a person sent. */
  readonly automatic: Automatic | undefined;
  /**
   * What a mail host, or a recipient by it, tells of a letter; empty when nothing follows from it, undefined in any
   * other mail.
   */
  readonly reports: readonly Pick<DeliveryReport, 'kind'>[] | undefined;
  /** Message-IDs of the letters that it answers or reports on, the nearest first. */
  readonly answers: readonly string[];
  /** Addresses that a report names as those of its recipients, or anyhow; none in any other mail. */
  readonly named: readonly string[];
}

interface Inside {
  readonly mediaType: string;
  readonly parts: readonly MailPart[];
  readonly forwarded: readonly { readonly messageId: string | undefined }[];
}

/**
 * A report is proven by the part that machines write in it, or as a multipart/report whose envelope has no sender;
 * others are told by their words.
 */
export function toldIn(signs: MailSigns, { mediaType, parts, forwarded }: Inside): Told {
  const byMachine = parts.filter((part) => isMachineReport(part.mediaType));
  const byWords = toldByHost(signs);
  const isReport =
    mediaType === 'multipart/report'
      ? byMachine.length > 0 || isOfHost(signs)
      : byMachine.length > 0 && isOfHost(signs);
  const automatic = isReport
    ? 'report'
    : (automaticIn(signs) ?? (byWords || mediaType === 'multipart/report' ? 'other' : undefined));
  const told = byMachine.flatMap(({ mediaType: type, bytes }) => reportsIn(type, bytes));
  const reports = byMachine.length > 0 ? told : byWords;
  // A report brings the letter that it is about, or the header of it.
  const about = [...forwarded.flatMap(({ messageId }) => messageId ?? []), ...lettersNamedIn(signs.text)];
  const isTold = isReport || (byWords !== undefined && automatic !== 'reply');
  const answers = answeredIn(signs.headers);
  if (!isTold) return { automatic, reports: undefined, answers, named: [] };
  const named = told.length > 0 ? told.map(({ address }) => address) : addressesNamedIn(signs);
  return { automatic, reports, answers: [...answers, ...about], named };
}
