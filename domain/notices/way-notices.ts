import { dayOf } from '../calendar/day.ts';
import { type Case, runningClocks } from '../case/case.ts';
import type { EventOf } from '../case/events.ts';
import type { WayRecord } from '../case/ways.ts';
import { pressingClock } from '../lists/pressing.ts';
import { organNamed } from '../organs.ts';
import { placeOf, type Rules } from './matter-lines.ts';
import type { Address, GatheredLetter, Notice } from './notice.ts';
import { dateText, deadline } from './words.ts';

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
  const { caseId, seq, at, number } = event;
  const values = lineOf(event, state, rules);
  const together = coverOf(event, state, rules);
  return {
    id: `${caseId}#${seq}#outside#email`,
    caseId,
    at,
    addresses: [address],
    subject: `【转送】${number ?? `${FOR[event.way]}（${dateText(dayOf(at))}）`}`,
    text: `${together}\n\n${lineText(values)}`,
    sms: { use: 'staff', values: { ...values, kind: '转送', duty: '请收转送清单', next: '' } },
    wait: 'batch',
    together,
  };
}

/** 转送清单 of several cases. */
export function batchLetter(together: string, notices: readonly [Notice, ...Notice[]]): GatheredLetter {
  const entries = notices.map(({ sms }, index) => (sms.use === 'staff' ? `${index + 1}. ${lineText(sms.values)}` : ''));
  const subject = `${notices[0].subject} 共${notices.length}件`;
  return { subject, cover: `${together}\n\n共${notices.length}件：`, entries, body: entries.join('\n\n') };
}

type Line = Readonly<Record<'receipt' | 'place' | 'matter' | 'due', string>>;

const lineText = ({ receipt, place, matter, due }: Line): string => `${receipt}，${place}，${matter}，办理期限${due}`;

/** The deadline of the case itself, whatever is asked of the office. */
function lineOf({ caseId, answerBy }: Sent, state: Case, { policies }: Rules): Line {
  const own = runningClocks(state).filter(({ name }) => answerBy === undefined || !name.startsWith('sent-answer'));
  const clock = pressingClock({ ...state, clocks: own }, policies);
  const matter = state.classification.types.join('、') || '类型待定';
  return { receipt: caseId, place: placeOf(state), matter, due: clock ? deadline(clock.dueAt) : '—' };
}

/** The same words for every case of the batch. */
function coverOf({ way, to, number, answerBy, at, actor }: Sent, { lead }: Case, rules: Rules): string {
  const from = organNamed(actor.kind === 'staff' ? actor.organ : lead, rules).name;
  return [
    ...(number === undefined ? [] : [`文号：${number}`]),
    `${to}：`,
    `现将下列生态环境信访件转送贵单位，用于${FOR[way]}。各件仍由主办单位办理和答复信访人。`,
    ...(answerBy === undefined ? [] : [`请于${dateText(answerBy)}前答复。`]),
    `台账另送。本件不载信访人的身份、联系方式和来信原文。联系电话：${rules.organiser.telephone}，请报登记编号。`,
    `${from}\n${dateText(dayOf(at))}`,
  ].join('\n\n');
}
