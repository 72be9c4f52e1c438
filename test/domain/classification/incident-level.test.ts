import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { taxonomySchema } from '../../../config/schemas/taxonomy.ts';
import type { Classification } from '../../../domain/classification/classification.ts';
import { statedLevel, withStatedLevel } from '../../../domain/classification/incident-level.ts';

const taxonomy = taxonomySchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../config/taxonomy.json'), 'utf8')),
);
const tables = taxonomy.incidentLevels;
const [annex, plan] = [tables[0]!, tables[1]!];
const grading = (day: string) => ({ day, tables, basis: '分级依据' });

describe('the table of its day', () => {
  it.each([
    ['4人死亡', 'Ⅱ', 'Ⅲ'],
    ['1人死亡', 'Ⅲ', 'Ⅳ'],
    ['12人重伤', undefined, 'Ⅲ'],
    ['重伤三名工人', undefined, 'Ⅳ'],
    ['60人受重伤', undefined, 'Ⅱ'],
  ])('%s: %s by that of 2011, %s by that of 2014', (text, before, after) => {
    expect([statedLevel(text, annex)?.level, statedLevel(text, plan)?.level]).toEqual([before, after]);
  });

  it('is another from 29 December 2014, and each day has one', () => {
    expect(plan.from).toBe('2014-12-29');
    expect(annex.until).toBe('2014-12-28');
  });
});

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
    expect(statedLevel(text, annex)).toEqual({ level: level.slice(0, 1), because });
  });

  it.each(['氨气泄漏，味道刺鼻', '住着3000人的小区旁爆炸', '造成3人受伤'])('%s: nothing to tell', (text) => {
    expect(statedLevel(text, annex)).toBeUndefined();
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
    expect(withStatedLevel(emergency, '泄漏，12人中毒', grading('2026-11-20'))).toMatchObject({
      incidentLevel: 'Ⅲ',
      trace: ['可能级别：Ⅲ级（较大），文中“12人中毒”（按2014年国家预案分级标准，标准文本待核；分级依据），以核实为准'],
    });
    expect(withStatedLevel({ ...emergency, urgency: 'urgent' }, '泄漏，12人中毒', grading('2026-11-20')).trace).toEqual(
      [],
    );
  });
});
