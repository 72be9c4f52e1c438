import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../domain/analysis.ts';
import type { Case } from '../../../../domain/case/case.ts';
import { departuresOf, isAnotherMatter } from '../../../../domain/case/handling/follow-up-departures.ts';
import { demoRules } from '../../../bench/rules.ts';
import { caseAfter, registeredAt } from '../../../support/cases.ts';
import { beijing } from '../../../support/rules.ts';

const { analysis } = demoRules();
const judge = (text: string) => analyse({ text, channel: 'web' }, analysis);

function caseOf(text: string): Case {
  const { classification, place } = judge(text);
  return { ...caseAfter(registeredAt(beijing('2026-06-01 10:00'))).state, classification, place };
}

const departs = (first: string, later: string) => departuresOf(judge(later), caseOf(first));

describe('what comes in later for a case', () => {
  it.each([
    ['names the same county again', '临禾区化工厂往河里排污水。', '禾阳市临禾区那条河今天又变黑了，化工厂还在排污水。'],
    ['names no place', '临禾区化工厂往河里排污水。', '昨晚又排了，水是黑的。'],
    ['says nothing of its own', '临禾区工地夜里施工噪声。', '什么时候有结果？'],
    ['says where it is at last', '化工厂往河里排污水。', '在禾阳市临禾区园区路。'],
    ['is finer than the city it began with', '禾阳市有工厂往河里排污水。', '在临禾区，污水还在排。'],
    ['is coarser than it began', '禾阳市临禾区化工厂往河里排污水。', '禾阳市的领导请管管这个污水。'],
    ['gives a case that nobody understood its matter', '请领导管一管。', '工地夜里施工噪声。'],
  ])('is more of the same where it %s', (_, first, later) => {
    expect(departs(first, later)).toEqual([]);
  });

  it.each([
    ['禾阳市临禾区化工厂往河里排污水。', '穗安区也有一家印染厂往河里排污水。'],
    ['澜川市澜岸区养殖场粪水直排。', '青坪市的养殖场也把粪水排到河里。'],
    ['松崖市杉坞县采石场粉尘。', '鹤坑县采石场也是粉尘满天。'],
  ])('is doubtful where it tells of another place: %s, then %s', (first, later) => {
    expect(departs(first, later)).toEqual(['place']);
  });

  it.each([
    ['禾阳市临禾区化工厂往河里排污水。', '临禾区一家KTV半夜噪声扰民。'],
    ['临禾区工地夜里施工噪声。', '路边还有人露天焚烧垃圾，黑烟呛人。'],
  ])('is doubtful where it tells of another kind of matter: %s, then %s', (first, later) => {
    expect(departs(first, later)).toEqual(['matter']);
  });

  it.each([
    ['禾阳市临禾区化工厂往河里排污水。', '另外穗安区一家KTV半夜噪声扰民。'],
    ['澜川市澜岸区工地夜里施工噪声。', '汀江市沙浦县有人往河里排污水，死了很多鱼。'],
    ['松崖市杉坞县采石场粉尘。', '望海市盐汀区变电站电磁辐射太大。'],
    ['泽宁市泽湖区饭店油烟直排。', '松崖市鹤坑县有人倾倒工业固体废物。'],
  ])('is another matter where both are others: %s, then %s', (first, later) => {
    expect(departs(first, later)).toEqual(['place', 'matter']);
    expect(isAnotherMatter('supplement', departs(first, later))).toBe(true);
  });

  it('is a doubt for a person where more to the matter comes with another kind', () => {
    const later = '1.化工厂昨晚又往河里排污水；2.旁边KTV半夜噪声扰民。';
    expect(departs('临禾区化工厂往河里排污水。', later)).toEqual(['matter-too']);
  });

  it.each([
    ['临禾区化工厂夜里臭味刺鼻。', '刚才化工厂爆炸了，现在还在冒烟！'],
    ['临禾区化工厂往河里排污水。', '河里现在一大片死鱼，水是红的。'],
  ])('is an alarm where it tells of an emergency: %s, then %s', (first, later) => {
    expect(departs(first, later)).toContain('emergency');
    expect(departs(later, later)).not.toContain('emergency');
  });

  it('is never set apart by itself where it hurries or sends back', () => {
    expect(isAnotherMatter('urge', ['place', 'matter'])).toBe(false);
    expect(isAnotherMatter('send-back', ['place', 'matter'])).toBe(false);
  });
});
