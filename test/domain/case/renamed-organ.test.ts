import { describe, expect, it } from 'vitest';
import type { Command, StaffCommand } from '../../../domain/case/acts.ts';
import type { Case } from '../../../domain/case/case.ts';
import type { Context } from '../../../domain/case/context.ts';
import { decide } from '../../../domain/case/decide.ts';
import type { CaseEvent } from '../../../domain/case/events.ts';
import { officerAt } from '../../../domain/case/people/officers.ts';
import { record } from '../../../domain/case/record.ts';
import { inIdsOfToday } from '../../../domain/ids-of-today.ts';
import { toldOf } from '../../../domain/notices/complainants/tellings.ts';
import { lettersOf } from '../../../domain/notices/staff/letters.ts';
import { staffNotices } from '../../../domain/notices/staff/staff-notices.ts';
import type { Organs } from '../../../domain/organs.ts';
import { withPeople } from '../../../domain/roster/people.ts';
import { staffBy } from '../../../functions/shared/staff/staff.ts';
import { caseAfter, orderedBy, RECEIPT, registeredAt } from '../../support/cases.ts';
import { beijing, contextAt, organs, staffOf } from '../../support/rules.ts';

const at = (day: number) => beijing(`2026-12-${String(day).padStart(2, '0')} 10:00`);
const WANG = { sub: 'u-wang', name: '王文清' };

/** The reform of 10 December: the county and the city have another name and another id each, and the same people. */
const renamed = (id: string) => ({ county: 'east-county', city: 'east-city' })[id] ?? id;
const reformed: Organs = new Map(
  [...organs.values()].map((organ) => {
    const id = renamed(organ.id);
    const contacts =
      id === 'east-county'
        ? [...organ.contacts, { role: 'handler', ...WANG, email: 'wang@east.example' } as const]
        : organ.contacts;
    const formerIds = id === organ.id ? undefined : [organ.id];
    return [
      id,
      { ...organ, id, name: `${id}局`, formerIds, contacts, superior: organ.superior && renamed(organ.superior) },
    ];
  }),
);
const onDay = (day: number, who: string) => ({ ...contextAt(at(day), staffOf(who)), organs: reformed });

/** A case of before, supervised and marked by the city, with a responsible person and a limit of the city. */
const before = caseAfter(
  registeredAt(at(1)),
  orderedBy('county', at(2), { type: 'accept' }),
  orderedBy('county', at(2), { type: 'distribute', officer: WANG }),
  orderedBy('city', at(2), { type: 'assign', lead: 'county', assisting: [], limit: { until: at(20) } }),
  orderedBy('city', at(3), { type: 'supervise', kind: 'listed', demands: '整治', until: '2026-12-25' }),
  orderedBy('city', at(3), { type: 'mark', add: ['key'], remove: [] }),
);
const today = inIdsOfToday({ organs: reformed });
const state = today(before.state);
const given = (who: string, command: StaffCommand) => {
  const decision = decide(state, command, onDay(11, who));
  return decision.kind === 'refused' ? decision.detail : decision.kind;
};
/** What follows on that day, with the case after it. */
function done(before: Case, command: Command, context: Context) {
  const decision = decide(before, command, context);
  if (decision.kind === 'refused') throw new Error(decision.detail);
  const { state: now, events } = record(RECEIPT, before, decision.facts, context, toldOf);
  return { state: now!, events };
}

/** The clocks of a case as they run, and by when. */
const running = ({ clocks }: Case) =>
  clocks.flatMap(({ name, dueAt, stoppedAt }) => (stoppedAt === undefined ? [`${name} ${dueAt}`] : []));

describe('an organ that was renamed', () => {
  it('has no second right to object when its case is given to it again, and loses the first by taking it up', () => {
    const fresh = today(caseAfter(registeredAt(at(8))).state);
    const again: Command = { type: 'assign', lead: 'east-county', assisting: [] };
    const { state: given, events } = done(fresh, again, onDay(11, 'east-city'));
    expect(running(given)).toEqual(running(fresh));
    expect(given.suggested).toEqual({ lead: 'east-county', assisting: [] });
    expect(lettersOf(events[0]!, given, onDay(11, 'east-city'))).toEqual([]);
    const { state: taken } = done(fresh, { type: 'accept' }, onDay(11, 'east-county'));
    expect(running(taken).filter((clock) => clock.startsWith('objection'))).toEqual([]);
  });

  it('leads and assists once where two that had a case became one', () => {
    const merged = new Map([['one', { ...organs.get('county')!, id: 'one', formerIds: ['county', 'neighbour'] }]]);
    const kept = { lead: 'county', assisting: ['neighbour', 'city'], returnedBy: ['neighbour', 'county'] };
    expect(inIdsOfToday({ organs: merged })(kept)).toEqual({ lead: 'one', assisting: ['city'], returnedBy: ['one'] });
  });

  it('still ends and extends what it ordered under its former name', () => {
    expect(given('east-city', { type: 'lift-supervision', item: 1, reason: '已整治' })).toBe('decided');
    expect(given('east-city', { type: 'extend-supervision', item: 1, until: '2027-01-10', reason: '设备' })).toBe(
      'decided',
    );
    expect(given('east-city', { type: 'assign', lead: 'east-county', assisting: [], limit: { until: at(24) } })).toBe(
      'decided',
    );
  });

  it('has its marks taken off by nobody below', () => {
    expect(given('east-county', { type: 'mark', add: [], remove: ['key'] })).toContain('由上级单位标记');
    expect(given('east-city', { type: 'mark', add: [], remove: ['key'] })).toBe('decided');
  });

  it('keeps its responsible person: they are written to, and hand over', () => {
    const swept = { ...onDay(19, 'desk'), actor: { kind: 'system' } } as const;
    const { state: now, events } = done(state, { type: 'fire-timers' }, swept);
    const to = (event: CaseEvent) => staffNotices(event, now, swept).map(({ addresses: [first] }) => first);
    expect(events.flatMap(to)).toContainEqual(expect.objectContaining({ to: 'wang@east.example' }));
    const handOver: StaffCommand = { type: 'hand-over', to: { sub: 'u-li', name: '李和光' }, reason: '调岗' };
    const { state: handed } = done(state, handOver, onDay(11, 'east-county'));
    expect(officerAt(handed, 'east-county')).toMatchObject({ name: '李和光' });
    expect(handed.officers).toHaveLength(1);
  });

  it('has what it decides told to the level above as ever', () => {
    const context = onDay(12, 'east-county');
    const { state: now } = done(state, { type: 'suspect-violation', clue: '夜间排污' }, context);
    const { state: last, events } = done(now, { type: 'decline-filing', reason: '不成立' }, context);
    expect(lettersOf(events[0]!, last, context).map(({ kind, organ }) => `${kind} ${organ}`)).toEqual([
      '报备 east-city',
    ]);
  });

  it('has the people that it had, until they change; of several that became one nobody knows who came along', () => {
    const NEW = { role: 'handler', name: '新人', email: 'new@county.example' } as const;
    const people = new Map([['county', [NEW]]]);
    expect(withPeople(reformed, people).get('east-county')!.contacts).toEqual([NEW]);
    const merged = new Map([['one', { ...organs.get('county')!, id: 'one', formerIds: ['county', 'neighbour'] }]]);
    expect(withPeople(merged, people).get('one')!.contacts).toEqual(organs.get('county')!.contacts);
  });

  it('has its people let in by the id that their accounts still have', () => {
    const claims = { sub: 'u-wang', name: '王文清', organ: 'county', role: 'handler' };
    expect(staffBy(claims, { organs: reformed })).toMatchObject({ organ: 'east-county' });
    expect(() => staffBy({ ...claims, organ: 'nowhere' }, { organs: reformed })).toThrow();
  });
});
