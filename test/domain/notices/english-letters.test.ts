import { describe, expect, it } from 'vitest';
import type { CommandOf, StaffCommand } from '../../../domain/case/acts.ts';
import { registrationOf } from '../../../domain/case/history/part-registration.ts';
import { noticesTold } from '../../../domain/notices/complainants/milestones.ts';
import { type Notice, QUERY_CODE } from '../../../domain/notices/notice.ts';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import {
  caseAfter,
  extendedBy,
  orderedBy,
  RECEIPT,
  registeredAt,
  registration,
  type Step,
} from '../../support/cases.ts';
import { beijing, contextAt } from '../../support/rules.ts';

const OTHER = 'QH-0000-0000-0002';
const NOW = beijing('2026-12-03 10:00');
const RECEIVED = beijing('2026-12-01 10:00');
const by = (command: StaffCommand) => orderedBy('county', NOW, command);

/** A complaint that came by mail, written in English or not. */
function mailed(lang: 'en' | undefined): Step {
  const { command, context } = registeredAt(RECEIVED, { channel: 'email', acknowledge: true });
  const classification = { ...registration(RECEIVED).classification, lang };
  return { command: { ...command, registration: { ...command.registration, classification } }, context };
}

const joined = (lang?: 'en'): Step => ({
  command: { type: 'absorb', receipt: OTHER, channel: 'email', lang },
  context: contextAt(beijing('2026-12-02 10:00')),
});

function toldAfter(...steps: readonly Step[]): readonly Notice[] {
  const { state, events } = caseAfter(...steps);
  return noticesFor(events.at(-1)!, state, contextAt(NOW)).filter(({ sms }) => sms.use === 'complainant');
}

const decline: CommandOf<'decline'> = {
  type: 'decline',
  reason: 'too-vague',
  explanation: '来信只写了“有个工地”。',
  needed: '工地名称',
};
const transfer = by({ type: 'transfer', department: '城管局', explanation: '夜间施工由其监督管理。' });

describe('whoever wrote in English', () => {
  it.each<[string, readonly Step[], string]>([
    [
      'registered, with the query code',
      [],
      `Query code: ${QUERY_CODE}\nReceived: 1 December 2026, 10:00 (Beijing time)`,
    ],
    ['accepted, with the day of the answer', [by({ type: 'accept' })], 'answer you by the end of 30 January 2027.'],
    [
      'declined, with what is missing',
      [by(decline)],
      'What we need to know before we can go on is told in Chinese above.',
    ],
    ['passed on, with the department', [transfer], 'Your complaint is a matter for 城管局.'],
    [
      'that it takes longer, with the new day',
      [by({ type: 'accept' }), ...extendedBy('county', beijing('2026-12-20 10:00'))],
      'You will now have our answer by the end of 3 March 2027.',
    ],
    [
      'asked, with how to answer a mail',
      [by({ type: 'accept' }), by({ type: 'ask', question: '几点？' })],
      'Please reply to this mail',
    ],
  ])('is told in both languages that it is %s', (_, steps, words) => {
    const [inChinese] = toldAfter(mailed(undefined), ...steps);
    const [inBoth] = toldAfter(mailed('en'), ...steps);
    expect(inBoth!.text).toContain(`${inChinese!.text}\n\nIn English, for your convenience.`);
    expect(inBoth!.text).toContain(words);
    expect(inBoth!.sms).toEqual(inChinese!.sms);
  });

  it.each<[string, 'en' | undefined, 'en' | undefined]>([
    ['the first', 'en', undefined],
    ['the one joined to it', undefined, 'en'],
  ])('is the only one who reads English of several: %s', (_, own, other) => {
    const letters = toldAfter(mailed(own), joined(other), transfer);
    const inEnglish = letters.filter(({ text }) => text.includes('In English')).map(({ caseId }) => caseId);
    expect(letters).toHaveLength(2);
    expect(inEnglish).toEqual([own === 'en' ? RECEIPT : OTHER]);
  });

  it('is told in English of a part of it too', () => {
    const { classification, title } = registration(RECEIVED);
    const { state } = caseAfter(mailed('en'));
    const part = { id: `${RECEIPT}-1`, number: 1, title, lead: 'county', assisting: [], until: NOW, ...classification };
    const split = {
      type: 'split',
      caseId: RECEIPT,
      seq: 2,
      at: NOW,
      actor: { kind: 'system' },
      started: [],
      parts: [part],
    } as const;
    const opened = { type: 'register', registration: registrationOf(part, state, split, NOW) } as const;
    const [letter] = toldAfter({ command: opened, context: contextAt(NOW) }, transfer);
    expect(letter!.text).toContain('Your complaint is a matter for 城管局.');
  });

  it('reads the same on the page of progress; whoever did not, does not', () => {
    const { events } = caseAfter(mailed('en'), by({ type: 'accept' }));
    expect(noticesTold(events, RECEIPT, 'en')[0]!.text).toContain('\n\nYour complaint has been accepted.');
    expect(noticesTold(events, RECEIPT)[0]!.text).not.toContain('accepted');
  });
});
