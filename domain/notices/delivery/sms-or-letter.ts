import { LADDER_WORDS } from '../../clocks/ladder.ts';
import type { Letter } from '../letter.ts';
import type { Notice, Transport } from '../notice.ts';

/**
 * Of two ways by which one person would hear of the same thing that can wait, one goes by itself: the text message where
 * it is due today, the letter otherwise. The other goes along with what goes there anyway; the letter does so also where
 * several are due, of which a text message names one. Whoever has no telephone gets the letter.
 */
export function smsOrLetter(notices: readonly Notice[], { kind }: Letter): readonly Notice[] {
  const goes = kind === LADDER_WORDS.due ? 'sms' : 'email';
  const wait = goes === 'sms' ? 'beside' : 'along';
  const served = notices.filter((notice) => wayOf(notice) === goes).map(whoseOf);
  return notices.map((notice) =>
    notice.wait && wayOf(notice) !== goes && served.includes(whoseOf(notice)) ? { ...notice, wait } : notice,
  );
}

const wayOf = ({ addresses: [first] }: Notice): Transport | undefined => first?.transport;

/** Organ and role: the part of its id that does not name the transport. */
const whoseOf = ({ id }: Notice): string => id.split('#').slice(0, 4).join('#');
