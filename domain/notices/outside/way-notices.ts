import { dayOf } from '../../calendar/day.ts';
import { type Case, runningClocks } from '../../case/case.ts';
import type { EventOf } from '../../case/events.ts';
import type { WayRecord } from '../../case/outside/sent-ways.ts';
import { pressingClock } from '../../lists/pressing.ts';
import { organNamed } from '../../organs.ts';
import type { Texts } from '../../texts/text.ts';
import { dateText, deadline } from '../date-words.ts';
import { NO_DEADLINE } from '../list-message.ts';
import { placeOf, type Rules } from '../matter-lines.ts';
import type { Address, GatheredLetter, Notice } from '../notice.ts';
import { bodyOf, type Told, toldIn } from '../wording.ts';
import { sayOutside } from './outside-texts.ts';

type Sent = EventOf<'way-sent'>;

/** What an office outside is sent a case for. */
const FOR: Readonly<Record<WayRecord['way'], string>> = {
  business: '业务办理',
  regional: '督察监督',
  enforcement: '强化监督帮扶清单',
  inspection: '生态环境保护督察线索',
  publicity: '舆论监督',
  lateral: '研究处理',
  order: '督办',
};

/**
 * 转送清单: tells an office of the province file that a case was sent to it by one of the ways. All that one organ sends on
 * one day under the same number comes in one letter, a line for each case: no name, no contact, no word of the letter.
 */
export function wayNotice(event: Sent, state: Case, address: Address, rules: Rules): Notice {
  const { caseId, seq, at } = event;
  const values = lineOf(event, state, rules);
  const { subject, body: together } = coverOf(event, state, rules);
  return {
    id: `${caseId}#${seq}#outside#email`,
    caseId,
    at,
    addresses: [address],
    subject: `【转送】${subject}`,
    text: `${together}\n\n${lineText(values, rules.texts)}`,
    sms: { use: 'staff', values: { ...values, kind: '转送', duty: '请收转送清单', next: '' } },
    wait: 'batch',
    together,
  };
}

/** 转送清单 of several cases. */
export function batchLetter(cover: string, notices: readonly [Notice, ...Notice[]], texts: Texts): GatheredLetter {
  const entries = notices.map(({ sms }, index) =>
    sms.use === 'staff' ? `${index + 1}. ${lineText(sms.values, texts)}` : '',
  );
  const letterOf = (cases: string) =>
    toldIn(sayOutside('forwarded-list', { heading: notices[0].subject, cover, count: notices.length, cases }), texts);
  const { subject, body } = letterOf(entries.join('\n\n'));
  return { subject, text: body, parts: entries.map((entry) => letterOf(entry).body) };
}

type Line = Readonly<Record<'receipt' | 'place' | 'matter' | 'due', string>>;

const lineText = ({ receipt, place, matter, due }: Line, texts: Texts): string =>
  bodyOf(sayOutside('forwarded-case', { receipt, place, matter, due }), texts);

/** The deadline of the case itself, whatever is asked of the office. */
function lineOf({ caseId, answerBy }: Sent, state: Case, { policies }: Rules): Line {
  const own = runningClocks(state).filter(({ name }) => answerBy === undefined || !name.startsWith('sent-answer'));
  const clock = pressingClock({ ...state, clocks: own }, policies);
  const matter = state.classification.types.join('、') || '类型待定';
  return { receipt: caseId, place: placeOf(state), matter, due: clock ? deadline(clock.dueAt) : NO_DEADLINE };
}

/** The same words for every case of the batch. */
function coverOf({ way, to, number, answerBy, at, actor }: Sent, { lead }: Case, rules: Rules): Told {
  const date = dayOf(at);
  const said = {
    ...{ number, heading: number ?? `${FOR[way]}（${dateText(date)}）`, office: to, purpose: FOR[way], answerBy },
    telephone: rules.organiser.telephone,
    organ: organNamed(actor.kind === 'staff' ? actor.organ : lead, rules).name,
    date,
  };
  return toldIn(sayOutside('forwarded', said), rules.texts);
}
