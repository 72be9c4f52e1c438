import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Classification } from '../../../domain/classification/classification.ts';
import type { Matters } from '../../../domain/matter.ts';
import type { Organ, Organs } from '../../../domain/organs.ts';
import { route } from '../../../domain/routing/route-complaint.ts';
import type { RoutingTable } from '../../../domain/routing/rules.ts';
import { law } from '../../support/rules.ts';

const organ = (id: string, level: Organ['level'], division: string, department: string): Organ => ({
  id,
  name: id,
  level,
  division,
  department,
  contacts: [{ role: 'duty', name: '值班室' }],
});
const organs: Organs = new Map(
  [
    organ('desk', 'province', '990000', 'desk'),
    organ('province-ecology', 'province', '990000', 'ecology'),
    organ('heyang-ecology', 'city', '990100', 'ecology'),
    organ('linhe-ecology', 'county', '990102', 'ecology'),
    organ('heyang-urban-management', 'city', '990100', 'urban-management'),
    organ('heyang-police', 'city', '990100', 'public-security'),
  ].map((each) => [each.id, each]),
);
const matters: Matters = {
  version: 'test',
  day: '2026-11-20',
  departments: { ecology: '生态环境', 'urban-management': '城市管理', 'public-security': '公安', railway: '铁路监管' },
  matters: {
    'industrial-air': { name: '工业废气', lead: 'ecology', assisting: [], basis: '大气法', confidence: 'A' },
    'cooking-fumes': {
      name: '油烟',
      lead: 'urban-management',
      assisting: ['ecology'],
      basis: '大气法',
      confidence: 'A',
    },
    'rail-noise': { name: '铁路噪声', lead: 'railway', assisting: [], basis: '噪声法', confidence: 'A' },
    radiation: { name: '辐射', lead: 'ecology', assisting: [], basis: '环保法', confidence: 'A' },
    unknown: { name: '事项不明', assisting: [], basis: '线索不详', confidence: 'B' },
  },
};
const table: RoutingTable = {
  province: '990000',
  catchAll: 'desk',
  matters,
  law,
  rules: [
    { id: 'radiation', matters: ['radiation'], level: 'city', basis: '分级办理', confidence: 'B' },
    {
      id: 'heyang',
      matters: ['cooking-fumes'],
      divisions: ['990100'],
      lead: 'public-security',
      assisting: ['urban-management'],
      basis: '禾阳市分工',
      confidence: 'B',
    },
    {
      id: 'suian',
      matters: ['cooking-fumes'],
      divisions: ['990103'],
      lead: 'ecology',
      basis: '穗安区分工',
      confidence: 'B',
    },
    {
      id: 'partners',
      matters: ['industrial-air'],
      channels: ['partner'],
      level: 'city',
      basis: '上级转办',
      confidence: 'B',
    },
  ],
};
const about = (matter: string, otherMatters: string[] = []): Classification => ({
  types: [],
  subtypes: [],
  matter,
  otherMatters,
  competent: false,
  urgency: 'normal',
  score: 0,
  trace: [],
});
const at = (division: string) => ({ division, name: division });
const routed = (matter: string, division: string, otherMatters: string[] = []) =>
  route({ classification: about(matter, otherMatters), place: at(division), channel: 'web' }, table, organs);

describe('to whom a complaint goes', () => {
  it('is the bureau nearest to the place', () => {
    expect(routed('industrial-air', '990102')).toMatchObject({
      lead: 'linhe-ecology',
      rule: 'national:industrial-air',
    });
    expect(routed('industrial-air', '990121')).toMatchObject({ lead: 'heyang-ecology' });
    expect(routed('industrial-air', '990600')).toMatchObject({ lead: 'province-ecology' });
  });

  it('is told with its basis as it was on that day, which stays with the route', () => {
    expect(routed('industrial-air', '990102').basis).toEqual({
      day: '2026-11-20',
      text: '大气法',
      provision: undefined,
    });
    expect(routed('radiation', '990102').basis).toEqual({ day: '2026-11-20', text: '分级办理' });
  });

  it('is the organ at the level that the province reserved the matter for', () => {
    expect(routed('radiation', '990102')).toMatchObject({ lead: 'heyang-ecology', rule: 'radiation' });
  });

  it('is what the city decided, then what its district decided', () => {
    expect(routed('cooking-fumes', '990102')).toMatchObject({
      lead: 'heyang-police',
      assisting: ['heyang-urban-management'],
      rule: 'heyang',
    });
    expect(routed('cooking-fumes', '990103')).toMatchObject({ lead: 'heyang-ecology', rule: 'suian' });
  });

  it('depends on the channel where a rule says so', () => {
    const facts = { classification: about('industrial-air'), place: at('990102'), channel: 'partner' as const };
    expect(route(facts, table, organs)).toMatchObject({ lead: 'heyang-ecology', rule: 'partners' });
  });

  it('brings in the departments of the other matters', () => {
    expect(routed('industrial-air', '990102', ['cooking-fumes']).assisting).toEqual(['heyang-police']);
  });

  it('is the local bureau, to pass it on, where the roster has no such department', () => {
    const { lead, trace } = routed('rail-noise', '990102');
    expect(lead).toBe('linhe-ecology');
    expect(trace.join()).toContain('移送并告知信访人');
  });
});

describe('a matter on a border', () => {
  const onBorder = (matter: string, ...others: string[]) => {
    const neighbours = others.map((division) => ({ division, name: division }));
    const facts = { classification: about(matter), place: { ...at('990102'), neighbours }, channel: 'web' as const };
    return route(facts, table, organs);
  };

  it('is led by the bureau above both sides, and each side assists', () => {
    const { lead, assisting, trace } = onBorder('industrial-air', '990600');
    expect([lead, assisting]).toEqual(['province-ecology', ['linhe-ecology']]);
    expect(trace.join()).toContain('由共同的上级牵头（《生态环境法典》第二十一条第二款）');
    expect(onBorder('industrial-air', '990121')).toMatchObject({
      lead: 'heyang-ecology',
      assisting: ['linhe-ecology'],
    });
  });

  it('that leaves the province stays with the bureau of this side, and the other is named', () => {
    const { lead, trace } = onBorder('industrial-air', '320506');
    expect(lead).toBe('linhe-ecology');
    expect(trace.join()).toContain('涉及省外：320506');
  });
});

describe('the catch-all desk', () => {
  const reasonFor = (classification: Classification, division?: string) => {
    const { lead, rule, trace } = route(
      { classification, place: division ? at(division) : undefined, channel: 'web' },
      table,
      organs,
    );
    expect({ lead, rule }).toEqual({ lead: 'desk', rule: 'catch-all' });
    return trace.at(-1);
  };

  it('takes an unknown matter', () => {
    expect(reasonFor(about('unknown'), '990102')).toContain('事项不明');
  });

  it('takes a matter that no table knows', () => {
    expect(reasonFor(about('new-matter'), '990102')).toContain('new-matter');
  });

  it('takes an unknown place', () => {
    expect(reasonFor(about('industrial-air'))).toContain('地点不明');
  });

  it('takes a place in another province', () => {
    expect(reasonFor(about('industrial-air'), '320506')).toContain('本省以外');
  });
});

it('finds an organ of the roster for whatever comes, and never lets the lead assist itself', () => {
  const matter = fc.constantFrom(...Object.keys(matters.matters), 'nonsense');
  const division = fc.option(fc.constantFrom('990000', '990100', '990102', '990103', '990699', '110105'), {
    nil: undefined,
  });
  fc.assert(
    fc.property(matter, fc.array(matter), division, (first, others, where) => {
      const facts = {
        classification: about(first, others),
        place: where ? at(where) : undefined,
        channel: 'web' as const,
      };
      const { lead, assisting, trace } = route(facts, table, organs);
      expect(organs.has(lead)).toBe(true);
      expect(assisting.every((id) => organs.has(id))).toBe(true);
      expect(assisting).not.toContain(lead);
      expect(trace.length).toBeGreaterThan(0);
    }),
  );
});
