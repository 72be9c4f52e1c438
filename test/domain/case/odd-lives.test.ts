import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import { decide } from '../../../domain/case/decide.ts';
import { timersOf } from '../../../domain/clocks/timers.ts';
import { caseAfter, closedBy, orderedBy, registeredAt, type Step, swept } from '../../support/cases.ts';
import { beijing, contextAt, inBeijing, ladders } from '../../support/rules.ts';

const by = (organ: string, at: string, command: StaffCommand) => orderedBy(organ, beijing(at), command);
const begun = [
  registeredAt(beijing('2026-12-01 09:00')),
  by('county', '2026-12-01 10:00', { type: 'accept', procedure: 'petition' }),
] as const;
const running = (...steps: readonly Step[]) => {
  const { state } = caseAfter(...steps);
  return state.clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
};
const days = (...steps: readonly Step[]) => running(...steps).map(({ name, dueAt }) => `${name} ${inBeijing(dueAt)}`);

describe('an order from above', () => {
  const order = (at: string, until: string) =>
    by('city', at, { type: 'supervise', kind: 'ordinary', demands: '查清', until });
  const lifted = by('city', '2026-12-20 09:00', { type: 'lift-supervision', item: 1, reason: '另行督办' });
  const steps = [
    ...[...begun, order('2026-12-02 09:00', '2026-12-31'), swept(beijing('2026-12-18 12:00')), lifted],
    order('2026-12-21 09:00', '2027-01-03'),
  ];

  it('that is withdrawn and given again is chased by its new day alone, over New Year', () => {
    const supervisions = running(...steps).filter(({ name }) => name.startsWith('supervision'));
    const rungs = timersOf(supervisions, contextAt(beijing('2026-12-21 09:00')));
    expect(rungs.map(({ at, clock, step }) => `${inBeijing(at)} ${clock.name} ${step.step}`).slice(0, 4)).toEqual([
      '2026-12-29 08:15 supervision#2 before-5d',
      '2026-12-31 08:15 supervision#2 before-3d-above',
      '2026-12-31 08:15 supervision#2 before-1d',
      '2027-01-03 08:15 supervision#2 due',
    ]);
  });
});

describe('a petition that was passed on, taken back and answered', () => {
  const back = [
    ...begun,
    by('county', '2026-12-10 09:00', { type: 'transfer', department: '禾阳市城市管理局', explanation: '归其监管' }),
    by('city', '2026-12-20 09:00', { type: 'reopen', reason: '城管部门退回，属本单位职责' }),
  ];
  const answered = [
    ...back,
    ...closedBy('county', beijing('2027-01-07 09:00'), {
      ...{ answer: '经查，噪声超标属实，已责令整改。', facts: '夜间超标', opinion: '责令整改' },
      ...{ basis: ['《信访工作条例》第三十一条'], outcome: 'supported', truth: 'substantiated' },
    }),
  ];
  const asks = (at: string) => by('county', at, { type: 'request-review' });

  it('has sixty days anew from the day on which it came back', () => {
    expect(days(...back)).toEqual(['petition-handle 2027-02-19 00:00']);
  });

  it('may be reviewed until the working day after the lunar new year, in which its thirtieth day lies', () => {
    expect(days(...answered, asks('2027-02-11 23:59'))).toEqual(['petition-review 2027-03-14 00:00']);
    const late = asks('2027-02-12 00:00');
    expect(decide(caseAfter(...answered).state, late.command, late.context)).toMatchObject({ kind: 'refused' });
  });
});

describe('a penalty that is extended twice', () => {
  const more = (day: string): readonly Step[] => [
    by('county', `${day} 10:00`, { type: 'request-extension', reason: '案情复杂', clock: 'penalty-decision' }),
    by('county/head', `${day} 11:00`, { type: 'extend' }),
  ];
  const recomputed = { command: { type: 'recompute' } as const, context: contextAt(beijing('2027-02-02 09:00')) };
  const filed = by('county', '2026-12-02 09:00', { type: 'file-penalty', fileNumber: '〔2026〕1号' });

  it('has a hundred and fifty days, whatever is computed anew in between, and no third time', () => {
    const steps = [...begun, filed, ...more('2027-02-01'), recomputed, ...more('2027-03-31')];
    expect(days(...steps)).toEqual(['penalty-decision 2027-05-02 00:00']);
    const third = more('2027-04-30')[0]!;
    expect(decide(caseAfter(...steps).state, third.command, third.context)).toMatchObject({ kind: 'refused' });
  });
});

describe('a province that chases otherwise while a step waits', () => {
  const [first, ...rest] = ladders.clocks['petition-handle'] ?? ladders.others.days;
  const other = {
    ...ladders,
    others: {
      ...ladders.others,
      days: [{ ...first!, when: { days: -9, at: '08:15', move: 'earlier' } as const }, ...rest],
    },
  };
  const reminded = [...begun, swept(beijing('2027-01-25 12:00'))];

  it('sends the step at its new time where it has not gone out, and not again where it has', () => {
    const stepsOf = (steps: readonly Step[], rules: typeof ladders) =>
      timersOf(running(...steps), { ...contextAt(beijing('2027-01-25 13:00')), ladders: rules })
        .slice(0, 2)
        .map(({ at, step }) => `${inBeijing(at)} ${step.step}`);
    expect(stepsOf(begun, other)).toEqual(['2027-01-21 08:15 before-5d', '2027-01-29 08:15 before-1d']);
    expect(stepsOf(reminded, other)).toEqual(['2027-01-29 08:15 before-1d', '2027-01-30 08:15 due']);
  });
});
