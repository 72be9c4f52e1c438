import type { Instant } from '../../../domain/calendar/day.ts';
import { type HandOver, templateOf, type Words } from '../../../domain/notices/delivery/hand-over.ts';
import type { Address, Notice, Withheld } from '../../../domain/notices/notice.ts';
import type { SendResult } from './delivery.ts';

/** 通知留存: what was handed to transports, word for word (ADR 132). */
export interface KeptNotices {
  /** Keeps it in the place of an earlier one of the same number, of which it is known that nothing went. */
  keep(handOver: HandOver): Promise<void>;
  /** What was handed over of a notice, by number. */
  of(noticeId: string): Promise<readonly HandOver[]>;
  /** What was handed over of all notices that are named after a case. */
  ofCase(caseId: string): Promise<readonly HandOver[]>;
}

export interface KeepDeps {
  readonly kept: Pick<KeptNotices, 'keep' | 'of'>;
  /** A notice in the words that the transport of that address brings. */
  readonly wordsOf: (notice: Notice, address: Address) => Words;
}

/** A notice about to be handed over. */
interface Leaving {
  /** With what is withheld from all others put in. */
  readonly notice: Notice;
  readonly withheld?: Withheld | undefined;
  readonly address: Address;
  readonly number: number;
  readonly at: Instant;
}

/** What is kept of a notice that is handed to the transport of that address: all but what is withheld. */
export function handOverOf({ notice, withheld = {}, address, number, at }: Leaving, { wordsOf }: KeepDeps): HandOver {
  const { subject, text } = wordsOf(notice, address);
  const cover = (words: string) =>
    Object.entries(withheld).reduce((covered, [mark, value]) => covered.replaceAll(value, mark), words);
  return {
    ...{
      noticeId: notice.id,
      caseId: notice.caseId,
      number,
      at,
      to: address,
      subject: subject && cover(subject),
      text: cover(text),
    },
    ...{ ...templateOf(notice), about: notice.about ?? [] },
  };
}

/** Of what could not be kept: it is not sent, and waits until it can be. */
export const notKept = (error: Error): SendResult => ({ kind: 'busy', reason: `not kept: ${error.name}` });
