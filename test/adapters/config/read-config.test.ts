import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnalysisRules } from '../../../adapters/config/read-analysis-rules.ts';
import { readAnswerBy, readCaseRules, readProvince } from '../../../adapters/config/read-config.ts';
import { analyse } from '../../../domain/analysis.ts';
import { versionOn } from '../../../domain/clocks/policy.ts';
import { demoConfig } from '../../support/demo-config.ts';
import { beijing, inBeijing } from '../../support/rules.ts';

describe('the rules beside a bundle', () => {
  it('say how cases are decided: policy, calendar, organs and the desk for what nobody owns', () => {
    const { currentPolicy, policies, calendar, organs, catchAllOrgan } = readCaseRules(demoConfig());
    for (const day of ['2026-09-01', '2027-09-01']) expect(policies.has(versionOn(day, currentPolicy))).toBe(true);
    expect(organs.has(catchAllOrgan)).toBe(true);
    expect(calendar.makeUpDays.has('2026-10-10')).toBe(true);
    expect([calendar.from, calendar.to]).toEqual(['2024-01-01', '2026-12-31']);
  });

  it('say which marks people may set, those of the province too, and how a marked case is chased', () => {
    const { marks, ladders } = readCaseRules(demoConfig());
    expect([...marks!.keys()]).toEqual(['key', 'instruction', 'group', 'nimby', 'repeat', 'matter-1', 'matter-2']);
    const named = [...marks!.values()].flatMap(({ ladder }) => ladder ?? []);
    expect(named.every((ladder) => ladders.stricter?.[ladder] !== undefined)).toBe(true);
  });

  it('say by when a complainant must have word: the end of the fifteenth day in Beijing', () => {
    const answerBy = readAnswerBy(demoConfig());
    expect(inBeijing(answerBy(beijing('2026-09-20 00:01')))).toBe('2026-10-06 00:00');
    expect(inBeijing(answerBy(beijing('2026-09-20 23:59')))).toBe('2026-10-06 00:00');
  });

  it('give every complaint an owner, the vaguest as well', () => {
    const rules = readAnalysisRules(demoConfig())('2026-11-20');
    const { organs, catchAllOrgan } = readCaseRules(demoConfig());
    const routes = ['', '？', '请你们管一管', '禾阳市临禾区新河路烧烤店油烟扰民'].map(
      (text) => analyse({ text, channel: 'web' }, rules).route,
    );
    expect(routes.slice(0, 3).map(({ lead }) => lead)).toEqual([catchAllOrgan, catchAllOrgan, catchAllOrgan]);
    expect(routes.every(({ lead, trace }) => organs.has(lead) && trace.length > 0)).toBe(true);
    expect(routes[3]!.lead).not.toBe(catchAllOrgan);
  });

  it('fit the texts that the operator has approved', () => {
    const { sms } = readProvince(demoConfig());
    expect(sms.templates.map(({ use }) => use).toSorted()).toEqual(['complainant', 'staff']);
  });

  it('stop a function at its start when one is missing', () => {
    const folder = demoConfig();
    rmSync(join(folder, 'config', 'clocks.json'));
    expect(() => readCaseRules(folder)).toThrow('clocks.json');
  });
});
