import { describe, expect, it } from 'vitest';
import { loadRules } from '../../../bin/rules.ts';
import { classify } from '../../../domain/classification/classify.ts';
import { lawOn } from '../../../domain/law/cite.ts';
import type { Organ } from '../../../domain/organs.ts';
import { assign, route } from '../../../domain/routing/route-complaint.ts';
import { type ProvinceRules, routingOn } from '../../../domain/routing/rules.ts';
import { datedMatters, statutes } from '../../support/rules.ts';

const province: ProvinceRules = {
  province: '990000',
  catchAll: 'desk',
  rules: [
    {
      id: 'until-summer',
      until: '2026-08-14',
      matters: ['light'],
      lead: 'urban-management',
      basis: '旧方案',
      confidence: 'B',
    },
  ],
};
const organs = new Map(
  ['ecology', 'urban-management', 'natural-resources', 'transport', 'public-security'].map((department) => {
    const organ: Organ = {
      id: department,
      name: department,
      level: 'province',
      division: '990000',
      department,
      contacts: [],
    };
    return [department, organ] as const;
  }),
);
const routedOn = (day: string, text: string) => {
  const classification = classify(text, loadRules(day).rules);
  const place = { division: '990102', name: '临禾区' };
  return route(
    { classification, place, channel: 'web' },
    routingOn(lawOn(day, statutes), province, datedMatters),
    organs,
  );
};

describe('a complaint of the same words', () => {
  it('goes by the old law on the 14th of August 2026 and by the code on the 15th, and keeps what it went by', () => {
    const text = '采石场炸山毁林，山体都挖空了。';
    expect(routedOn('2026-08-14', text)).toMatchObject({
      lead: 'ecology',
      basis: { day: '2026-08-14', text: '自然资源部门的职责未经核实' },
    });
    expect(routedOn('2026-08-15', text)).toMatchObject({
      lead: 'natural-resources',
      basis: {
        day: '2026-08-15',
        provision: 'matter:mining-damage',
        text: expect.stringMatching(/^《生态环境法典》第十七条第二款/),
      },
    });
  });

  it('goes by a rule of the province only as long as that holds', () => {
    const text = '广告屏太亮，光污染严重，晚上睡不着。';
    expect(routedOn('2026-08-14', text)).toMatchObject({ lead: 'urban-management', rule: 'until-summer' });
    expect(routedOn('2026-08-15', text)).toMatchObject({ lead: 'ecology', rule: 'national:light' });
  });
});

describe('whose it is by the code', () => {
  const leadOf = (text: string) => {
    const classification = classify(text, loadRules('2026-11-20').rules);
    return assign(
      { classification, channel: 'web' },
      routingOn(lawOn('2026-11-20', statutes), { ...province, rules: [] }, datedMatters),
    );
  };

  it.each([
    ['高架桥车流噪声太大，没有声屏障', 'transport'],
    ['楼下广场舞音响太吵', 'urban-management'],
    ['改装摩托车半夜炸街，轰鸣声很大', 'public-security'],
    ['有人在河道里偷偷采砂', 'water'],
    ['小区污水管网混接，生活污水直排', 'housing-construction'],
    ['医院把医疗废物倒在路边', 'ecology'],
    ['高速公路旁的房子震动扰民', 'transport'],
    ['建设项目没有做生态环境影响评价就开工', 'ecology'],
  ])('%s: %s', (text, lead) => {
    expect(leadOf(text)?.lead).toBe(lead);
  });

  it('the police help with square dancing, after the department that the local government named', () => {
    const { assisting, trace } = leadOf('楼下广场舞音响太吵')!;
    expect(assisting).toContain('public-security');
    expect(trace.join()).toMatch(/经劝阻、调解和处理未能制止的，由公安机关处罚/);
  });

  it('straw is burnt against the law only in some places and times, which the trace says', () => {
    expect(leadOf('村民焚烧秸秆，烟很大')!.trace.join()).toContain('只在人口集中地区、机场周围、交通干线附近');
  });
});
