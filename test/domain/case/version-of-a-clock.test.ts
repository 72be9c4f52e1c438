import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import type { CaseRules } from '../../../domain/case/context.ts';
import { timersOf } from '../../../domain/clocks/timers.ts';
import { caseAfter, closedBy, orderedBy, registeredAt, type Step } from '../../support/cases.ts';
import { beijing, contextAt, inBeijing, policies } from '../../support/rules.ts';

/** A case that came in on the last day of the rules 2026-1, and was taken up the same day. */
const LAST_DAY = takenUpOn('2026-11-30');

function takenUpOn(day: string, procedure?: 'petition') {
  return [
    registeredAt(beijing(`${day} 16:00`)),
    orderedBy('county', beijing(`${day} 17:00`), { type: 'accept', procedure }),
  ] as const;
}

const clocksAfter = (...steps: readonly Step[]) =>
  caseAfter(...steps).state.clocks.map(
    ({ name, policy, dueAt, stoppedAt }) => `${name} ${stoppedAt ? 'stopped' : inBeijing(dueAt)} ${policy}`,
  );

const SUPERVISE: StaffCommand = { type: 'supervise', kind: 'ordinary', demands: '查清', until: '2026-12-20' };
const ANSWER = '经查，噪声超标属实，已责令停止夜间施工并处罚款。';
const CLUE: StaffCommand = { type: 'suspect-violation', clue: '夜间排放' };

/** What somebody says a day for, with the clock that it has. */
const SET: readonly (readonly [string, string, ...StaffCommand[]])[] = [
  ['city', 'instruction#1', { type: 'instruct', from: '副市长', words: '请查清', until: '2026-12-20' }],
  ['city', 'supervision#1', SUPERVISE],
  ['county', 'sent-answer#1', { type: 'send-way', way: 'lateral', to: '某市人民政府', answerBy: '2026-12-20' }],
  [
    'county',
    'agreement',
    {
      ...{ type: 'record-mediation', kind: 'mediation', on: '2026-11-30', people: ['信访人', '餐馆'] },
      ...{ result: 'agreed', agreement: '加装隔声罩', performBy: '2026-12-20' },
    },
  ],
  [
    'county',
    'rectification-step',
    { type: 'report-interim', findings: '已停产', remaining: '设备更换' },
    { type: 'plan-rectification', owner: '厂长', measures: '换设备', end: '2026-12-20', milestones: [] },
  ],
];

describe('a day that somebody sets', () => {
  const days = ['2026-11-30 18:00', '2026-12-01 09:00'];

  it.each(days.flatMap((at) => SET.map(([organ, clock, ...orders]) => ({ at, organ, clock, orders }))))(
    'on a case of 30 November, at $at, is chased as $clock',
    ({ at, organ, clock, orders }) => {
      const { state } = caseAfter(...LAST_DAY, ...orders.map((order) => orderedBy(organ, beijing(at), order)));
      const found = state.clocks.find(({ name }) => name === clock)!;
      expect([inBeijing(found.dueAt), found.policy]).toEqual(['2026-12-21 00:00', '2026-1']);
      const steps = timersOf([found], contextAt(beijing(at))).map(({ step }) => step.kind);
      expect(steps).toEqual(expect.arrayContaining(['reminder', 'due', 'overdue', 'escalation']));
    },
  );

  it('stays when its case is moved to other rules, and one that is set after that is no other', () => {
    const steps: readonly Step[] = [
      ...LAST_DAY,
      orderedBy('city', beijing('2026-12-01 09:00'), SUPERVISE),
      { command: { type: 'recompute', policy: '2026-2' }, context: contextAt(beijing('2026-12-02 09:00')) },
      orderedBy('city', beijing('2026-12-02 10:00'), SUPERVISE),
    ];
    expect(clocksAfter(...steps).filter((one) => one.startsWith('supervision'))).toEqual([
      'supervision#1 2026-12-21 00:00 2026-2',
      'supervision#2 2026-12-21 00:00 2026-2',
    ]);
  });
});

describe('what begins later than its case', () => {
  const filing = (...steps: readonly Step[]) =>
    clocksAfter(...LAST_DAY, ...steps).filter((one) => one.startsWith('penalty-filing'));
  const clueAt = (at: string, rules: Partial<CaseRules> = {}): Step => {
    const { command, context } = orderedBy('county', beijing(at), CLUE);
    return { command, context: { ...context, ...rules } };
  };

  it('has its clock also in the last minute of rules that do not know it, since its law is older than they are', () => {
    expect(filing(clueAt('2026-11-30 23:59'))).toEqual(['penalty-filing 2026-12-16 00:00 2026-2']);
    expect(filing(clueAt('2026-12-01 00:00'))).toEqual(['penalty-filing 2026-12-17 00:00 2026-2']);
  });

  it('has none before the first day of its law, in the night to 1 July 2023', () => {
    const onThatDay = (at: string) => clocksAfter(...takenUpOn('2023-06-30'), clueAt(at)).at(-1);
    expect(onThatDay('2023-06-30 23:59')).toBe('handle 2023-08-30 00:00 2026-1');
    expect(onThatDay('2023-07-01 00:00')).toBe('penalty-filing 2023-07-17 00:00 2026-2');
  });

  it.each([
    ['a penalty', 'penalty-decision 2027-03-01 00:00 2026-2', [{ type: 'file-penalty', fileNumber: '〔2026〕1号' }]],
    [
      ...(['a plan of rectification', 'rectification-plan 2026-12-31 00:00 2026-2'] as const),
      [{ type: 'report-interim', findings: '已停产', remaining: '设备更换' }],
    ],
  ] as const)('%s that begins on 30 November has its days, over the change of the rules', (_, expected, orders) => {
    const steps = orders.map((order) => orderedBy('county', beijing('2026-11-30 18:00'), order));
    expect(clocksAfter(...LAST_DAY, ...steps)).toContain(expected);
  });

  it('a 复查 that is asked for on 30 November is owed its opinion in thirty days', () => {
    const answered = [
      ...takenUpOn('2026-11-27', 'petition'),
      ...closedBy('county', beijing('2026-11-28 10:00'), {
        ...{ answer: ANSWER, truth: 'substantiated', outcome: 'supported', basis: ['《信访工作条例》第三十一条'] },
      }),
    ];
    const asked = orderedBy('county', beijing('2026-11-30 23:59'), { type: 'request-review' });
    expect(clocksAfter(...answered, asked).at(-1)).toBe('petition-review 2026-12-31 00:00 2026-2');
  });

  it('goes by those that its case was moved to, where these come later than its day', () => {
    const moved = { command: { type: 'recompute', policy: '2026-2' } as const, context: LAST_DAY[1].context };
    expect(filing(moved, clueAt('2026-11-30 18:00'))).toEqual(['penalty-filing 2026-12-16 00:00 2026-2']);
  });

  it('does not draw its case along, which is handled again under the rules that it began with', () => {
    const filed = orderedBy('county', beijing('2026-12-02 09:00'), { type: 'file-penalty', fileNumber: '〔2026〕1号' });
    expect(clocksAfter(...LAST_DAY, filed)).toContain('penalty-decision 2027-03-03 00:00 2026-2');
    const again = clocksAfter(
      ...[...LAST_DAY, filed],
      orderedBy('county', beijing('2026-12-03 09:00'), { type: 'end-penalty', result: 'penalised' }),
      ...closedBy('county', beijing('2026-12-04 09:00'), { answer: ANSWER, truth: 'substantiated' }),
      orderedBy('city', beijing('2026-12-10 09:00'), { type: 'reopen', reason: '现场仍有噪声' }),
    );
    expect(again.at(-1)).toBe('handle 2027-02-09 00:00 2026-1');
  });

  describe('while the rules change', () => {
    const own = policies.get('2026-2')!;
    const period = { unit: 'calendar-days', count: 7 } as const;
    const filingRule = { ...own.clocks['penalty-filing']!, since: '2026-12-10', period };
    const next = { version: '2027-1', clocks: { ...own.clocks, 'penalty-filing': filingRule } };
    const rules = { policies: new Map([...policies, ['2027-1', next]]) };
    const declined: Step = orderedBy('county', beijing('2026-12-11 09:00'), {
      type: 'decline-filing',
      reason: '查无此事',
    });

    it('runs on by the rule under which it began; one that begins after that goes by the new one, whatever the province names', () => {
      const before = clueAt('2026-12-09 09:00', rules);
      expect(filing(before)).toEqual(['penalty-filing 2026-12-25 00:00 2026-2']);
      expect(filing(before, declined, clueAt('2026-12-11 10:00', rules))).toEqual([
        'penalty-filing 2026-12-19 00:00 2027-1',
      ]);
    });
  });
});
