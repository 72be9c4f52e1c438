import { expect, it } from 'vitest';
import type { Classification } from '../../../domain/classification/classification.ts';
import { weighRules } from '../../../domain/routing/explain-route.ts';
import type { RoutingRule, RoutingTable } from '../../../domain/routing/rules.ts';
import { law, matters } from '../../support/rules.ts';

const rule = (id: string, changes: Partial<RoutingRule>): RoutingRule => ({
  id,
  matters: ['cooking-fumes'],
  lead: 'ecology',
  basis: `${id}方案`,
  confidence: 'B',
  ...changes,
});
const table: RoutingTable = {
  province: '990000',
  catchAll: 'desk',
  matters,
  law,
  rules: [
    rule('province', {}),
    rule('city', { divisions: ['990100'] }),
    rule('elsewhere', { divisions: ['990200'], channels: ['partner'] }),
    rule('noise', { matters: ['noise'] }),
  ],
};
const fumes: Classification = {
  types: ['大气'],
  subtypes: [],
  matter: 'cooking-fumes',
  competent: false,
  urgency: 'normal',
  score: 1,
  trace: [],
};

it('says of every rule whether it decides, is outranked, or does not apply, and why', () => {
  const place = { division: '990102', name: '临禾区' };
  expect(weighRules({ classification: fumes, place, channel: 'web' }, table)).toEqual([
    { id: 'province', outcome: 'outranked', why: '全省，指定事项，规则city更具体或在先' },
    { id: 'city', outcome: 'decides', why: '地区990100，指定事项：city方案' },
    { id: 'elsewhere', outcome: 'does-not-apply', why: '地区不符、渠道不符' },
    { id: 'noise', outcome: 'does-not-apply', why: '事项不符' },
  ]);
});

it('lets a rule for the whole province decide where the place is unknown', () => {
  const weighed = weighRules({ classification: fumes, channel: 'web' }, table);
  expect(weighed.map(({ outcome }) => outcome)).toEqual([
    ...['decides', 'does-not-apply', 'does-not-apply', 'does-not-apply'],
  ]);
});
