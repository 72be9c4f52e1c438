import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import { milestonesOf } from '../../../domain/notices/complainants/milestones.ts';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import { caseAfter, orderedBy, RECEIPT, registeredAt } from '../../support/cases.ts';
import { beijing, contextAt, statutes } from '../../support/rules.ts';

const decidedOn = (day: string, command: StaffCommand) =>
  caseAfter(registeredAt(beijing('2026-08-10 10:00')), orderedBy('county', beijing(`${day} 10:00`), command));
const letterOf = ({ state, events }: ReturnType<typeof caseAfter>, rules = contextAt(beijing('2026-08-20 10:00'))) =>
  noticesFor(events.at(-1)!, state, rules).find(({ subject }) => subject.startsWith('12369告知'))!.text;

const TRANSFER = { type: 'transfer', department: '城市管理局', explanation: '施工噪声归其管理。' } as const;
const DECLINE = { type: 'decline', reason: 'not-competent', explanation: '请向劳动监察机构反映欠薪。' } as const;

describe('what a citizen is told', () => {
  it.each([
    ['2026-08-14', TRANSFER, '依据：《噪声污染防治法》第三十一条第三款。'],
    ['2026-08-15', TRANSFER, '依据：《生态环境法典》第一千零八十三条第一款、《信访工作条例》第二十三条第一款。'],
    ['2026-08-14', DECLINE, '依据：《环保举报热线工作管理办法》、《信访工作条例》第二十三条第一款。'],
    ['2026-08-15', DECLINE, '依据：《环保举报热线工作管理办法》、《信访工作条例》第二十三条第一款。'],
  ])('on %s rests on the law of that day', (day, command, basis) => {
    expect(letterOf(decidedOn(day, command))).toContain(basis);
  });

  it('stays as it was told, whatever the law, the roster and the words become', () => {
    const told = decidedOn('2026-08-14', DECLINE);
    const rules = contextAt(beijing('2026-08-20 10:00'));
    const { hotline, ...rest } = statutes.instruments;
    const renamed = { ...statutes, instruments: { ...rest, hotline: { ...hotline!, short: '新办法' } } };
    const moved = new Map([...rules.organs, ['county', { ...rules.organs.get('county')!, name: '改名局' }]]);
    expect(letterOf(told, { ...rules, statutes: renamed, organs: moved })).toBe(letterOf(told));
    const worded = told.events.map((event) => ({ ...event, told: { milestone: '当时的话' } }));
    expect(milestonesOf(worded, RECEIPT).map(({ text }) => text)).toEqual(['当时的话', '当时的话']);
  });

  it('by a release that kept no words is still on the progress page', () => {
    const old = decidedOn('2026-08-14', DECLINE).events.map(
      ({ told, ...event }) => event as typeof event & { told?: never },
    );
    expect(milestonesOf(old, RECEIPT).map(({ text }) => text)).toEqual([
      '已登记，转有关单位',
      '不予受理：不属于生态环境主管部门职责，请依法向有关机关提出',
    ]);
  });

  it('says who speaks, when, where to look and whom to call', () => {
    expect(letterOf(decidedOn('2026-08-15', DECLINE)).split('\n').slice(-5)).toEqual([
      expect.stringContaining('https://12369.example/'),
      '',
      'county局',
      '2026年8月15日',
      '咨询电话：0990-12369001',
    ]);
  });
});
