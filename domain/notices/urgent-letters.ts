import type { Case } from '../case/case.ts';
import type { Alert } from '../classification/classification.ts';
import type { PlainLetter, Recipients } from './letter.ts';

const DESK: Recipients = [
  ['duty', 'sms'],
  ['duty', 'email'],
];
export const DESK_AND_LEADER: Recipients = [...DESK, ['leader', 'sms']];

/** To the duty desk at once, day and night: an emergency, or what the rules of urgency alert to. */
export function urgentLetters(lead: string, { classification }: Case): readonly PlainLetter[] {
  const { urgency, alerts = [] } = classification;
  return urgency === 'emergency'
    ? [emergencyLetter(lead)]
    : alerts.slice(0, 1).map((alert) => alertLetter(alert, lead));
}

/** An emergency has hours, and waits for no other period: the deadlines of an ordinary case would mislead. */
export function emergencyLetter(organ: string): PlainLetter {
  const opening =
    '来信疑似反映突发环境事件，请立即核实。属实的：Ⅳ级、Ⅲ级的4小时内报本级人民政府和上一级生态环境主管部门；Ⅱ级、Ⅰ级或者一时无法判明级别的2小时内报本级人民政府和省级生态环境主管部门，同时报生态环境部。可能波及相邻地区的，及时通报。';
  return { kind: '紧急', organ, to: DESK_AND_LEADER, subject: '疑似突发环境事件', opening, clock: 'incident-report' };
}

const ALERTS: Readonly<Record<Alert, Pick<PlainLetter, 'to' | 'subject' | 'opening'>>> = {
  'group-incident': {
    to: DESK_AND_LEADER,
    subject: '群体聚集苗头',
    opening: '来信反映有群体聚集苗头，请立即了解情况并报告本单位负责人，及时受理。',
  },
  'watched-time': {
    to: DESK,
    subject: '重点时段来信',
    opening: '重点时段（考试季、重要会议等）收到来信，请立即安排核实处理。',
  },
};

const alertLetter = (alert: Alert, organ: string): PlainLetter => ({ kind: '加急', organ, ...ALERTS[alert] });
