import { describe, expect, it } from 'vitest';
import type { Classification } from '../../../domain/classification/classification.ts';
import { statedLevel, withStatedNumbers } from '../../../domain/classification/incident-level.ts';

describe('the level that a text’s own numbers make', () => {
  it.each([
    ['氯气泄漏，12人中毒', 'Ⅲ级（较大）', '12人中毒'],
    ['氯气泄漏，已有三名工人死亡', 'Ⅱ级（重大）', '三名工人死亡'],
    ['爆炸后疏散群众6000人', 'Ⅲ级（较大）', '疏散群众6000人'],
    ['爆炸后转移了五万多人', 'Ⅰ级（特别重大）', '转移了五万多人'],
    ['泄漏造成直接经济损失3000万元', 'Ⅱ级（重大）', '直接经济损失3000万元'],
    ['煤气泄漏，2人死亡，60人中毒', 'Ⅱ级（重大）', '60人中毒'],
    ['泄漏，三个孩子中毒', 'Ⅳ级（一般）', '三个孩子中毒'],
    ['泄漏，几十人中毒', 'Ⅲ级（较大）', '十人中毒'],
    ['泄漏，一百二十余人中毒', 'Ⅰ级（特别重大）', '一百二十余人中毒'],
  ])('%s: %s', (text, level, because) => {
    expect(statedLevel(text)).toEqual({ level, because });
  });

  it.each(['氨气泄漏，味道刺鼻', '住着3000人的小区旁爆炸', '造成3人受伤'])('%s: nothing to tell', (text) => {
    expect(statedLevel(text)).toBeUndefined();
  });

  it.each([
    ['车间漏气，已有12名工人中毒', 'emergency'],
    ['气味刺鼻，三个孩子都头晕', 'emergency'],
    ['气味刺鼻，1人头晕', 'urgent'],
    ['气味刺鼻，10分钟就头晕', 'urgent'],
    ['气味刺鼻，四五位老人都呕吐', 'emergency'],
    ['气味刺鼻，住着300人，有人头晕', 'urgent'],
  ])('makes an emergency of several people counted ill, not of one: %s is %s', (text, urgency) => {
    const classification: Classification = {
      types: ['大气'],
      subtypes: [],
      matter: 'air',
      competent: true,
      urgency: 'urgent',
      score: 1,
      trace: [],
    };
    expect(withStatedNumbers(classification, text, '分级标准附录').urgency).toBe(urgency);
    expect(withStatedNumbers({ ...classification, types: [] }, text, '分级标准附录').urgency).toBe('urgent');
  });

  it('is told of emergencies, as a hint with its source', () => {
    const emergency: Classification = {
      types: ['大气'],
      subtypes: [],
      matter: 'air',
      competent: true,
      urgency: 'emergency',
      score: 1,
      trace: [],
    };
    expect(withStatedNumbers(emergency, '泄漏，12人中毒', '分级标准附录').trace).toEqual([
      '可能级别：Ⅲ级（较大），文中“12人中毒”（分级标准附录），以核实为准',
    ]);
  });
});
