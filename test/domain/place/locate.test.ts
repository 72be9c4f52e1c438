import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gazetteerSchema } from '../../../config/schemas/gazetteer.ts';
import { compileGazetteer } from '../../../domain/place/gazetteer.ts';
import { locate } from '../../../domain/place/locate.ts';

const listOf = (file: string) =>
  gazetteerSchema.parse(
    JSON.parse(readFileSync(new URL(`../../../config/gazetteer/${file}`, import.meta.url), 'utf8')),
  );
const gazetteer = compileGazetteer([listOf('national.json'), listOf('demo.json')], {
  traditional: '陽區',
  simplified: '阳区',
});

const DEMO = '990000';
const JIANGSU = '320000';
const YUNNAN = '530000';
const divisionOf = (text: string, home: string) => locate({ text }, gazetteer, home)?.division;

describe('where the matter is', () => {
  it.each([
    ['青禾省禾阳市临禾区沿河路8号', DEMO, '990102'],
    ['澜川石渡区的纸厂', DEMO, '990203'],
    ['禾陽市臨河', DEMO, '990100'],
    ['苏州市吴中区东山镇', JIANGSU, '320506'],
    ['苏州吴中的印染厂', JIANGSU, '320506'],
    ['红河州蒙自市文萃路', YUNNAN, '532503'],
    ['大理白族自治州洱源县', YUNNAN, '532930'],
    ['和田地区和安县', '650000', '653229'],
    ['宣武区菜市口', '110000', '110102'],
  ])('reads %s', (text, home, division) => {
    expect(divisionOf(text, home)).toBe(division);
  });

  it('is told to people from the province down', () => {
    expect(locate({ text: '吴中区' }, gazetteer, JIANGSU)).toEqual({ division: '320506', name: '江苏省苏州市吴中区' });
  });

  it('is Beijing’s 朝阳区 only where the stack or the text says so', () => {
    expect(divisionOf('朝阳区某饭店', '110000')).toBe('110105');
    expect(divisionOf('长春市朝阳区某饭店', DEMO)).toBe('220104');
    expect(divisionOf('朝阳区某饭店', DEMO)).toBeUndefined();
  });

  it('is the province alone where two of its cities have such a district', () => {
    expect(divisionOf('鼓楼区有臭味', JIANGSU)).toBe('320000');
    expect(divisionOf('南京鼓楼区有臭味', JIANGSU)).toBe('320106');
  });

  it('is not a road, a market or a restaurant that bears a city’s name', () => {
    expect(divisionOf('北京路与澜川大道路口', DEMO)).toBeUndefined();
    expect(divisionOf('禾阳市场门口', DEMO)).toBeUndefined();
    expect(divisionOf('禾阳饭店油烟', DEMO)).toBeUndefined();
  });

  it('prefers home to a place far away that is named first', () => {
    expect(divisionOf('我从苏州市回到澜川市，发现河水发黑', DEMO)).toBe('990200');
  });

  it('is unknown where nothing certain is named', () => {
    expect(divisionOf('我家楼下', DEMO)).toBeUndefined();
  });
});

describe('hints', () => {
  it('a chosen division wins over what the text says', () => {
    expect(locate({ division: '990300', text: '望海市的亲戚也闻到' }, gazetteer, DEMO)?.division).toBe('990300');
  });

  it('an address makes a chosen city finer', () => {
    expect(locate({ division: '990300', address: '芦荻区江边', text: '' }, gazetteer, DEMO)?.division).toBe('990303');
  });

  it('an address wins over the text', () => {
    expect(locate({ address: '松崖市岩前区', text: '和望海市那次一样' }, gazetteer, DEMO)?.division).toBe('990503');
  });

  it('an unknown code counts as far as it is known, and nonsense not at all', () => {
    expect(locate({ division: '990199', text: '' }, gazetteer, DEMO)?.division).toBe('990100');
    expect(locate({ division: 'x', text: '' }, gazetteer, DEMO)).toBeUndefined();
    expect(locate({ division: '880000', text: '' }, gazetteer, DEMO)).toBeUndefined();
  });
});
