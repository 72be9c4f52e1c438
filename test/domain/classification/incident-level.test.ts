import { describe, expect, it } from 'vitest';
import type { Classification } from '../../../domain/classification/classification.ts';
import { statedLevel, withStatedLevel } from '../../../domain/classification/incident-level.ts';

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
    expect(withStatedLevel(emergency, '泄漏，12人中毒', '分级标准附录').trace).toEqual([
      '可能级别：Ⅲ级（较大），文中“12人中毒”（分级标准附录），以核实为准',
    ]);
    expect(withStatedLevel({ ...emergency, urgency: 'urgent' }, '泄漏，12人中毒', '分级标准附录').trace).toEqual([]);
  });
});
