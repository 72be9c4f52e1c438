import { runningClocks } from '../../domain/case/case.ts';
import { type caseAfter, closedBy, orderedBy, registeredAt } from './cases.ts';
import { beijing } from './rules.ts';

export const day = (number: number) => beijing(`2026-06-${String(number).padStart(2, '0')} 10:00`);
export const registered = registeredAt(day(1));
export const accepted = orderedBy('county', day(2), { type: 'accept' });
export const assigned = orderedBy('city', day(3), { type: 'assign', lead: 'county', assisting: ['neighbour'] });
export const reported = orderedBy('county', day(4), { type: 'report', findings: '已查实' });
export const returned = orderedBy('city', day(5), { type: 'return', missing: '监测报告' });
export const reportedAgain = orderedBy('county', beijing('2026-06-05 15:00'), { type: 'report', findings: '补充' });
export const closed = closedBy('city', day(6), { answer: '经查属实，施工单位已整改完毕。' });

export const objected = orderedBy('county', day(2), { type: 'object', reason: '跨界' });

export const clocksOf = (state: ReturnType<typeof caseAfter>['state']) => runningClocks(state).map(({ name }) => name);
