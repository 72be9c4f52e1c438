import { describe, expect, it } from 'vitest';
import type { Classification } from '../../../domain/classification/classification.ts';
import { type Occasion, onOccasion } from '../../../domain/classification/occasions.ts';
import { beijing } from '../../support/rules.ts';

const sure = { basis: '护考方案', confidence: 'B' } as const;
const exams: Occasion = { name: '高考', from: '06-07', to: '06-10', types: ['噪声'], tellsDutyDesk: true, ...sure };
const congress: Occasion = { name: '两会', from: '2027-03-03', to: '2027-03-12', tellsDutyDesk: false, ...sure };
const about = (type: '噪声' | '大气', urgency: Classification['urgency'] = 'normal'): Classification => ({
  types: [type],
  subtypes: [],
  matter: 'noise',
  competent: true,
  urgency,
  score: 1,
  trace: ['噪声3分'],
});
const on = (at: string, classification = about('噪声')) => onOccasion(classification, beijing(at), [exams, congress]);

describe('a time that the province watches', () => {
  it('makes noise urgent in exam season, and tells the duty desk', () => {
    expect(on('2026-06-07 00:00')).toMatchObject({
      urgency: 'urgent',
      alerts: ['watched-time'],
      trace: ['噪声3分', '紧急程度：高考（06-07至06-10）'],
    });
    expect(on('2031-06-10 23:59').urgency).toBe('urgent');
  });

  it.each(['2026-06-06 23:59', '2026-06-11 00:00'])('leaves noise as it is outside, at %s', (at) => {
    expect(on(at)).toEqual(about('噪声'));
  });

  it('leaves a smell as it is in exam season, but not during the congress of that year', () => {
    expect(on('2027-06-08 10:00', about('大气')).urgency).toBe('normal');
    expect(on('2027-03-05 10:00', about('大气'))).toMatchObject({ urgency: 'urgent' });
    expect(on('2028-03-05 10:00', about('大气')).urgency).toBe('normal');
  });

  it('never makes anything less urgent, and keeps an alert that was there', () => {
    expect(on('2026-06-08 10:00', about('噪声', 'emergency')).urgency).toBe('emergency');
    const crowd = { ...about('噪声'), alerts: ['group-incident'] as const };
    expect(on('2026-06-08 10:00', crowd).alerts).toEqual(['group-incident', 'watched-time']);
  });

  it('means nothing for what is not environmental', () => {
    const wages = { ...about('噪声'), types: [] };
    expect(on('2026-06-08 10:00', wages)).toEqual(wages);
  });
});
