import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../domain/case/events.ts';
import { reasonsOf } from '../../../domain/notices/clock-reasons.ts';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import type { RosterContact } from '../../../domain/organs.ts';
import { caseAfter, orderedBy, registeredAt, swept } from '../../support/cases.ts';
import { beijing, contextAt, organs } from '../../support/rules.ts';

const ANSWER = '经查属实，工地夜间施工未取得证明，已责令停工。';

/** Fifteen days from 14 September end on the 29th: overdue on the 30th. */
const RECEIVED = beijing('2026-09-14 10:00');
const untouched = (until: string) => caseAfter(registeredAt(RECEIVED), swept(beijing(until)));

/** The bureau of the county as a large one: with units, and an office for petitions. */
const UNIT: RosterContact = { role: 'unit', name: '大气科', email: 'unit@county.example' };
const PETITION: RosterContact = { role: 'petition', name: '信访办', email: 'petition@county.example' };
const large = new Map(organs).set('county', {
  ...organs.get('county')!,
  contacts: [...organs.get('county')!.contacts, UNIT, PETITION],
});

/** Whom a step tells first, at which address. */
function toldOf(step: string, { state, events }: ReturnType<typeof caseAfter>, roster = organs, changes = {}) {
  const event = events.find((one) => one.type === 'chased' && one.clock === 'tell' && one.step === step)!;
  const rules = { ...contextAt(event.at), organs: roster };
  const notices = noticesFor({ ...event, ...changes } as CaseEvent, state, rules);
  return notices.flatMap(({ addresses: [first] }) =>
    first && 'to' in first ? [`${first.transport} ${first.organ} ${first.role}`] : [],
  );
}

describe('a step of the ladder', () => {
  it('tells the officer first, then the unit, then the petition office and the leader, then the level above', () => {
    const all = untouched('2026-10-20 10:00');
    expect(toldOf('before-1d', all, large)).toEqual(['email county handler']);
    expect(toldOf('due', all, large)).toEqual(['email county handler', 'sms county handler', 'email county unit']);
    expect(toldOf('overdue', all, large)).toEqual([
      ...['email county handler', 'email county unit', 'email county petition', 'email county leader'],
    ]);
    expect(toldOf('escalate-1', all, large)).toEqual(['email city leader']);
  });

  it('tells nobody twice where a small bureau has neither units nor a petition office', () => {
    const all = untouched('2026-10-20 10:00');
    expect(toldOf('due', all)).toEqual(['email county handler', 'sms county handler']);
    expect(toldOf('overdue', all)).toEqual(['email county handler', 'email county leader']);
  });

  it('that an earlier release recorded tells those whom it told then', () => {
    const all = untouched('2026-10-20 10:00');
    expect(toldOf('due', all, large, { tell: undefined })).toEqual(['email county handler', 'sms county handler']);
  });

  it('says at the desk whom it will tell, before it does', () => {
    const { state, events } = untouched('2026-09-14 11:00');
    const now = beijing('2026-09-27 10:00');
    const [tell] = reasonsOf(state, events, now, { ...contextAt(now), organs: large });
    expect(tell!.next).toContain('（经办人、科室负责人），');
    expect(tell!.next).toContain('超期（经办人、科室负责人、信访机构、主要负责人）');
    expect(tell!.next).toContain('督办，升级至city局（主要负责人）');
  });

  it('tells whoever signs, once, where the answer waits for a signature', () => {
    const all = caseAfter(
      registeredAt(RECEIVED),
      orderedBy('county', beijing('2026-09-15 10:00'), { type: 'accept' }),
      orderedBy('county', beijing('2026-09-16 10:00'), { type: 'propose-closing', answer: ANSWER }),
      swept(beijing('2026-11-20 10:00')),
    );
    const due = all.events.find(
      (event) => event.type === 'chased' && event.clock === 'handle' && event.step === 'due',
    )!;
    const told = noticesFor(due, all.state, contextAt(due.at)).map(({ id }) => id.split('#').slice(2).join(' '));
    expect(told).toEqual(['county leader email', 'county leader sms']);
  });
});
