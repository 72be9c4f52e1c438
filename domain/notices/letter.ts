import type { Person } from '../case/people/officers.ts';
import { type ContactRole, organNamed, type Roster } from '../organs.ts';
import type { Transport } from './notice.ts';
import type { Wording } from './wording.ts';

/** To whom at an organ, and by what. */
export type Recipients = readonly (readonly [ContactRole, Transport])[];

/** What one organ is told because of one event, before it has addresses. */
export interface Letter {
  /** 催办, 督办 …: the first word of the subject. */
  readonly kind: string;
  readonly organ: string;
  readonly to: Recipients;
  readonly words: Wording;
  /** Whom it is meant for, where that is not who is responsible there. */
  readonly person?: Person | undefined;
  /** The clock it is about; without one, all that run. None for who only assists: the deadlines are the lead's. */
  readonly clock?: string | undefined;
  /** A rung that went out before, repeated: it is news to nobody. */
  readonly isAgain?: true | undefined;
  /** No deadline is told: it is none of theirs, or the matter cannot wait for one. */
  readonly withoutClocks?: true | undefined;
}

/** Of an emergency the letter that asks to verify it and report; all others of it tell what somebody did. */
export const asksToVerify = ({ clock }: Letter): boolean => clock === 'incident-report';

export const BY_MAIL: Recipients = [['handler', 'email']];
export const AT_ONCE: Recipients = [
  ['handler', 'email'],
  ['handler', 'sms'],
];

export const nameOf = (organ: string, roster: Roster): string => organNamed(organ, roster).name;
