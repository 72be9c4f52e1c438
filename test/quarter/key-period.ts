import { addHours } from '../../domain/calendar/day.ts';
import type { Occasion } from '../../domain/classification/occasions.ts';
import { beijing, inBeijing } from '../support/rules.ts';

/** 重点时段: the holiday, with a report at five on each of its days. */
export const KEY_PERIOD: Occasion = {
  ...{ name: '国庆期间', from: '2026-10-01', to: '2026-10-08', tellsDutyDesk: true, dailyReport: '17:00' },
  ...{ basis: '试验用例', confidence: 'S' },
};

const DAYS = ['01', '02', '03', '04', '05', '06', '07', '08'].map((day) => `2026-10-${day}`);

/** Days of it on which the report was not handed over, once, within half an hour. */
export const unreported = (handed: readonly { readonly at: string; readonly subject: string }[]): readonly string[] =>
  DAYS.flatMap((day) => {
    const from = beijing(`${day} 17:00`);
    const reports = handed.filter(({ subject }) => subject.startsWith('【日报】') && subject.includes(day));
    const isRight = reports.length === 1 && from <= reports[0]!.at && reports[0]!.at <= addHours(from, 0.5);
    return isRight ? [] : [`${day}: ${reports.map(({ at }) => inBeijing(at)).join(', ') || 'none'}`];
  });
