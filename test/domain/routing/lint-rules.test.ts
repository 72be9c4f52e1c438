import { describe, expect, it } from 'vitest';
import type { Matters } from '../../../domain/matter.ts';
import type { Organ } from '../../../domain/organs.ts';
import { lintRules } from '../../../domain/routing/lint-rules.ts';
import type { RoutingRule } from '../../../domain/routing/rules.ts';

const sure = { basis: '分工方案', confidence: 'B' } as const;
const matters: Matters = {
  version: 'test',
  day: '2026-11-20',
  departments: { ecology: '生态环境', 'urban-management': '城市管理' },
  matters: {
    'cooking-fumes': { name: '油烟', lead: 'urban-management', assisting: ['ecology'], ...sure },
    'industrial-air': { name: '工业废气', lead: 'ecology', assisting: [], ...sure },
    unknown: { name: '事项不明', assisting: [], ...sure },
  },
};
const divisions = new Map([
  ['990000', '青禾省'],
  ['990100', '禾阳市'],
  ['990102', '临禾区'],
  ['990200', '澜川市'],
]);
const organOf = (department: string): Organ => ({
  id: department,
  name: department,
  level: 'province',
  division: '990000',
  department,
  contacts: [],
});
const organs = [organOf('ecology'), organOf('urban-management')];
const rule = (id: string, changes: Partial<RoutingRule> = {}): RoutingRule => ({
  id,
  matters: ['cooking-fumes'],
  divisions: ['990100'],
  lead: 'ecology',
  ...sure,
  ...changes,
});
const findings = (rules: RoutingRule[], roster = organs, law = matters) =>
  lintRules({ province: '990000', catchAll: 'desk', rules, matters: law }, roster, divisions).map(
    ({ severity, pointer, message }) => `${severity} ${pointer} ${message}`,
  );

describe('whoever edits the rules is told', () => {
  it('nothing where each rule can win somewhere', () => {
    const both = [rule('city'), rule('district', { divisions: ['990102'] })];
    const channel = rule('partner', { divisions: undefined, channels: ['partner'] });
    expect(findings([...both, channel])).toEqual([]);
  });

  it('which rule can never win, and what outranks it', () => {
    const shadowed = rule('all', { matters: undefined, divisions: ['990102'] });
    const all = ['cooking-fumes', 'industrial-air', 'unknown'].map((matter) =>
      rule(matter, { matters: [matter], divisions: ['990102'] }),
    );
    expect(findings([...all, shadowed])).toEqual([
      'error /rules/3 rule "all" can never win: "cooking-fumes", "industrial-air", "unknown" always outrank it',
    ]);
  });

  it('which rules overlap without one being more particular', () => {
    const second = rule('second', { divisions: ['990100', '990200'] });
    expect(findings([rule('first'), second])).toEqual([
      'error /rules/0 rule "first" overlaps "second", and neither is more particular',
    ]);
  });

  it('which rule changes nothing, and which names a place that there is not', () => {
    const idle = rule('idle', { lead: undefined });
    expect(findings([idle])).toEqual([expect.stringContaining('it changes nothing')]);
    expect(findings([rule('nowhere', { divisions: ['990199'] })])).toEqual([
      'error /rules/0/divisions 990199 is not in the gazetteer',
    ]);
  });

  it('which matter is nobody’s, unless it is so on purpose', () => {
    const light = { name: '光污染', assisting: [], ...sure };
    const law = { ...matters, matters: { ...matters.matters, light } };
    expect(findings([], organs, law)).toEqual([expect.stringMatching(/^error.*leads the matter "light"$/)]);
    const everywhere = rule('light', { matters: ['light'], divisions: undefined });
    expect(findings([everywhere], organs, law)).toEqual([]);
  });

  it('which department nobody serves, and who takes its matters then', () => {
    expect(findings([], [organOf('ecology')])).toEqual([
      'warning  no organ serves the department "urban-management": the local bureau takes its matters and passes them on',
    ]);
  });

  it('which rule nobody has checked', () => {
    const guess = rule('guess', { confidence: 'K', needsVerification: true });
    expect(findings([guess])).toEqual(['warning  rule "guess" rests on something that nobody has checked']);
  });
});
