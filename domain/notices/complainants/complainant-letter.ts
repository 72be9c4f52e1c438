import { dayOf } from '../../calendar/day.ts';
import type { Absorbed, Case } from '../../case/case.ts';
import type { CaseEvent } from '../../case/events.ts';
import { receiptOf } from '../../case/handling/splitting.ts';
import type { Told } from '../../case/told-complainants.ts';
import { type Channel, ENTERED } from '../../complaint.ts';
import { complainantAddresses } from '../addresses.ts';
import type { Rules } from '../matter-lines.ts';
import { type Notice, QUERY_CODE } from '../notice.ts';
import { toldIn, withEnglish } from '../wording.ts';
import { tell } from './complainant-texts.ts';

/** 告知: what a complainant is told, and whose word it is. */
export type Telling = NonNullable<Told['notice']>;

/** Whom a letter goes to: whoever sent the complaint of that receipt, by the way they came. */
export type Addressee = Pick<Absorbed, 'receipt' | 'channel' | 'lang'>;

/** A value of a text message holds so many characters. */
const MOST = 20;

/** What a letter to a complainant is written with. */
export type LetterRules = Pick<Rules, 'organiser' | 'texts'>;

/**
 * One notice to one complainant, under their own receipt. Its id names no other receipt: mail carries it. `joined`: their
 * complaint is handled with another.
 */
export function noticeTo(
  { receipt, channel, lang }: Addressee,
  id: string,
  { at }: CaseEvent,
  { organ, status, text, english, sms = status, template }: Telling,
  { organiser: { telephone, pages }, texts }: LetterRules,
  joined?: 'joined',
): Notice {
  const codeless = GIVES_CODE.includes(channel);
  const code = codeless ? undefined : QUERY_CODE;
  const frame = { receipt, organ, status, joined: joined !== undefined, code, codeless, pages, telephone };
  const letter = (words: string) => toldIn(tell('telling-letter', { ...frame, words, date: dayOf(at) }), texts);
  const { subject, body } = letter(text);
  const inEnglish = lang === 'en' && english !== undefined ? letter(english).english : undefined;
  const named = `${sms}（${organ}）`;
  return {
    id,
    caseId: receipt,
    at,
    addresses: complainantAddresses(receipt, channel),
    subject,
    text: withEnglish(body, inEnglish),
    sms: { use: 'complainant', values: { receipt, status: named.length <= MOST ? named : sms } },
    template,
  };
}

/** Whoever came through another door may have been given no query code yet: see acknowledgement.ts. */
const GIVES_CODE: readonly Channel[] = ['web', 'partner', ...ENTERED];

/** To whoever sent the complaint that opened the case, or the whole that it is a part of. */
export function toOwn(event: CaseEvent, state: Case, telling: Telling, rules: LetterRules): readonly Notice[] {
  const id = `${event.caseId}#${event.seq}#complainant`;
  const own = { receipt: receiptOf(state), channel: state.channel, lang: state.classification.lang };
  return [noticeTo(own, id, event, telling, rules)];
}

/** To everybody who complained of the matter. */
export const toAll = (event: CaseEvent, state: Case, telling: Telling, rules: LetterRules): readonly Notice[] => [
  ...toOwn(event, state, telling, rules),
  ...toAbsorbed(event, state, telling, rules),
];

/** To everybody whose complaint was joined to the case before this event. */
const toAbsorbed = (event: CaseEvent, { absorbed = [] }: Case, telling: Telling, rules: LetterRules) =>
  absorbed.filter(({ seq }) => seq < event.seq).map((one) => toJoint(one, event, telling, rules));

/** To one of them. */
export const toJoint = (one: Addressee, event: CaseEvent, telling: Telling, rules: LetterRules): Notice =>
  noticeTo(one, `${one.receipt}#joined-${event.seq}#complainant`, event, telling, rules, 'joined');
