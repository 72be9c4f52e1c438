import type { Case } from '../../case/case.ts';
import type { Alert } from '../../classification/classification.ts';
import type { LawOfDay } from '../../law/cite.ts';
import { periodText } from '../date-words.ts';
import type { Letter, Recipients } from '../letter.ts';
import { say } from './staff-texts.ts';

const DESK: Recipients = [
  ['duty', 'sms'],
  ['duty', 'email'],
];
export const DESK_AND_LEADER: Recipients = [...DESK, ['leader', 'sms']];

/** To the duty desk at once, day and night: an emergency, or what the rules of urgency alert to. */
export function urgentLetters(lead: string, { classification }: Case, law: LawOfDay): readonly Letter[] {
  const { urgency, alerts = [] } = classification;
  return urgency === 'emergency'
    ? [emergencyLetter(lead, law)]
    : alerts.slice(0, 1).map((alert) => alertLetter(alert, lead));
}

/** An emergency has hours, and waits for no other period: the deadlines of an ordinary case would mislead. */
export const emergencyLetter = (organ: string, law: LawOfDay): Letter => ({
  kind: '紧急',
  organ,
  to: DESK_AND_LEADER,
  words: say('emergency', {
    ordinary: periodText(law.periodOf('emergency-report')),
    grave: periodText(law.periodOf('grave-emergency-report')),
  }),
  clock: 'incident-report',
});

const ALERTS: Readonly<Record<Alert, Pick<Letter, 'to' | 'words'>>> = {
  'group-incident': { to: DESK_AND_LEADER, words: say('group-incident', {}) },
  'watched-time': { to: DESK, words: say('watched-time', {}) },
};

const alertLetter = (alert: Alert, organ: string): Letter => ({ kind: '加急', organ, ...ALERTS[alert] });
