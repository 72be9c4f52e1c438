import { describe, expect, it } from 'vitest';
import { loadRules } from '../../../bin/rules.ts';
import { classify } from '../../../domain/classification/classify.ts';
import { assign } from '../../../domain/routing/route-complaint.ts';

const { rules, matters } = loadRules();
const table = { province: '000000', catchAll: '', rules: [], matters };
const partsOf = (text: string, heading?: string) => classify(text, rules, heading).parts ?? [];

const THREE = '反映三个问题：1.化工厂夜里排放刺鼻废气；2.工地凌晨打桩噪声扰民；3.楼下饭店油烟直排。';

describe('several matters in one complaint', () => {
  it('are each classified by themselves', () => {
    expect(partsOf(THREE).map(({ types, matter }) => ({ types, matter }))).toEqual([
      { types: ['大气'], matter: 'industrial-air' },
      { types: ['噪声'], matter: 'construction-noise' },
      { types: ['大气'], matter: 'cooking-fumes' },
    ]);
  });

  it('say where their words stand, and keep none of them', () => {
    const [, second] = partsOf(THREE);
    expect(THREE.slice(second!.start, second!.end)).toBe('2.工地凌晨打桩噪声扰民；');
    expect(Object.keys(second!).toSorted()).toEqual(['end', 'matter', 'start', 'subtypes', 'types', 'urgency']);
  });

  it('are counted from the text, whatever the sender named as the accused', () => {
    expect(partsOf(THREE, '某某公司').map(({ start }) => start)).toEqual(partsOf(THREE).map(({ start }) => start));
  });

  it('each bring in their department to assist', () => {
    const classification = classify(THREE, rules);
    const assignment = assign({ classification, channel: 'web' }, table)!;
    expect([assignment.lead, ...assignment.assisting]).toEqual(expect.arrayContaining(['ecology', 'urban-management']));
  });

  it('have their own urgency', () => {
    const text = '1.化工厂白天排放废气；2.学校旁的印染厂排放废气，多名学生头晕送医。';
    expect(partsOf(text).map(({ urgency }) => urgency)).toEqual(['normal', 'emergency']);
  });

  it('share the plant that the introduction names', () => {
    const parts = partsOf('城东水泥厂长期扰民：1.噪声大得睡不着；2.粉尘落满阳台，像下雪。');
    expect(parts.map(({ matter }) => matter)).toEqual(['industrial-noise', 'industrial-air']);
  });

  it('may belong to nobody’s environment', () => {
    const parts = partsOf('1.化工厂夜里排放刺鼻废气；2.物业公司乱收物业费，业主投诉无门。');
    expect(parts.map(({ matter }) => matter)).toEqual(['industrial-air', 'not-environmental']);
  });

  it('that are numbered stay, even where nothing tells what they are', () => {
    expect(partsOf('1.化工厂夜里排放刺鼻废气；2.上个月的那件事也还没有下文。')).toMatchObject([
      { matter: 'industrial-air' },
      { matter: 'unknown', types: [] },
    ]);
  });
});

describe('one matter', () => {
  it.each([
    ['化工厂夜里排放刺鼻废气，河边都闻得到。'],
    ['化工厂夜里排放刺鼻废气。另外，希望尽快给我们答复。'],
    ['1.物业公司乱收物业费；2.小区电梯坏了没有人修。'],
  ])('has no parts: %s', (text) => {
    expect(classify(text, rules).parts).toBeUndefined();
  });
});
