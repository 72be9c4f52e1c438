import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketsOf } from '../../../domain/repeats/buckets.ts';
import { hashKeyFrom } from '../../../domain/repeats/keyed-hash.ts';
import { relationOf } from '../../../domain/repeats/relation.ts';
import { sketchOf } from '../../../domain/repeats/sketch.ts';
import { anyText } from '../../support/any-text.ts';
import { key, rules, sketched } from './shipped-rules.ts';

const TEXT = '禾阳市临禾区沿河路8号翠湖花园小区楼下的老街烧烤店油烟直排，本人张伟，电话13900001234，住3栋502室';

describe('what is kept to recognise a complaint again', () => {
  it('holds no word of the complainant', () => {
    const kept = JSON.stringify(sketched({ text: TEXT, address: '翠湖花园3栋502室', target: '老街烧烤店' }));
    expect(kept).not.toMatch(/\p{sc=Han}/u);
    expect(kept).not.toContain('13900001234');
  });

  it('is small however long the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TEXT.match(/.{1,4}/gu)!, '村', '路', '小区', '有限公司')), (parts) => {
        expect(JSON.stringify(sketched(parts.join('').repeat(20))).length).toBeLessThanOrEqual(480);
      }),
      { numRuns: 50 },
    );
  });

  it('is worthless without the province’s key', () => {
    const elsewhere = sketchOf({ text: TEXT }, rules, hashKeyFrom('ffffffffffffffff'));
    const same = { daysAgo: 0, ended: false };
    expect(relationOf(sketched(TEXT), sketched(TEXT), same, rules).relation).toBe('same-matter');
    expect(relationOf(elsewhere, sketched(TEXT), same, rules).relation).toBe('unrelated');
  });

  it('can be made of any text at all', () => {
    fc.assert(fc.property(anyText(), (text) => sketchOf({ text }, rules, key).version === 2));
  });
});

describe('where a case is filed to be found again', () => {
  const at = (division: string | undefined, text: string) =>
    bucketsOf(sketched({ text, place: division === undefined ? undefined : { division, name: '' } }));
  const meet = (some: string[], others: string[]) => some.some((bucket) => others.includes(bucket));

  it('is at most four keys, and none for a text that says nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(bucketsOf(sketched(text)).length).toBeLessThanOrEqual(4);
      }),
    );
    expect(at('990102', TEXT)).toHaveLength(4);
    expect([at('990102', ''), at(undefined, '')]).toEqual([[], []]);
  });

  it('is found by whoever names the place, with or without the city', () => {
    const other = '翠湖花园小区的烧烤油烟太大';
    expect(meet(at('990102', TEXT), at('990102', other))).toBe(true);
    expect(meet(at('990102', TEXT), at(undefined, other))).toBe(true);
    expect(meet(at(undefined, TEXT), at('990102', other))).toBe(true);
  });

  it('is the wording where no place is named', () => {
    const text = '楼下的饭店每天晚上炒菜油烟特别大，窗户都不敢开，老人一直咳嗽，请你们尽快派人来看看';
    expect(meet(at(undefined, text), at(undefined, `您好，${text}`))).toBe(true);
    expect(meet(at(undefined, text), at(undefined, '附近有人半夜唱歌，吵得睡不着'))).toBe(false);
  });
});
