import { expect, it } from 'vitest';
import { STAFF_ACTS, type StaffCommand } from '../../../domain/case/acts.ts';
import { cite } from '../../../domain/law/cite.ts';
import { ownProperty } from '../../../domain/own-property.ts';
import { fieldsOf } from '../../../functions/desk-acts/fields.ts';
import { wordsOfAct } from '../../../functions/shared/words/act-words.ts';
import { statutes } from '../../support/rules.ts';

const TYPES = Object.keys(STAFF_ACTS) as StaffCommand['type'][];
const HAN = /\p{Script=Han}|^[ⅠⅡⅢⅣ]$/u;

it.each(TYPES)('the form of %s has a field for everything that its command can say, in Chinese', (type) => {
  const said = Object.keys(STAFF_ACTS[type].command.schema.shape).filter((name) => name !== 'type');
  const fields = fieldsOf(type);
  expect(fields.map(({ name }) => name)).toEqual(said);
  for (const { words } of fields) expect(words.label).toMatch(HAN);
  expect(wordsOfAct(type).help).toMatch(HAN);
});

it.each(TYPES)('every choice of %s is told in Chinese', (type) => {
  for (const { words, choices } of fieldsOf(type))
    expect(choices.filter((choice) => !HAN.test(ownProperty(words.choices ?? {}, choice) ?? choice))).toEqual([]);
});

it('an act rests on provisions that there are', () => {
  const bases = TYPES.flatMap((type) => wordsOfAct(type).basis ?? []);
  expect(bases.filter((basis) => !Object.hasOwn(statutes.provisions, basis))).toEqual([]);
  expect(bases.length).toBeGreaterThan(8);
});

it.each([
  ['supervise', '《信访工作条例》第四十条第一款、《环保举报热线工作管理办法》'],
  ['decide-review', '《信访工作条例》第三十五条、《信访工作条例》第三十六条第一款、第二款'],
  ['record-mediation', '《信访工作条例》第三十三条'],
  ['agree-return', '《信访工作条例》第二十三条第三款'],
  ['refuse-return', '《信访工作条例》第二十三条第三款'],
  ['inform-neighbours', '《生态环境法典》第一百二十五条第一款、《突发环境事件信息报告办法》第八条'],
  ['inform-authorities', '《信访工作条例》第二十五条第一款'],
] as const)('%s rests on what the law says of it', (type, cited) => {
  expect(
    wordsOfAct(type)
      .basis!.map((one) => cite(one, '2026-11-27', statutes))
      .join('、'),
  ).toBe(cited);
});
