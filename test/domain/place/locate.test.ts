import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gazetteerSchema } from '../../../config/schemas/gazetteer.ts';
import { compileGazetteer } from '../../../domain/place/gazetteer.ts';
import { locate } from '../../../domain/place/locate.ts';

const listOf = (file: string) =>
  gazetteerSchema.parse(
    JSON.parse(readFileSync(new URL(`../../../config/gazetteer/${file}`, import.meta.url), 'utf8')),
  );
const LISTS = ['national.json', 'demo.json', 'towns/demo.json', 'towns/jiangsu.json', 'towns/yunnan.json'];
const gazetteer = compileGazetteer(LISTS.map(listOf), {
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
    expect(divisionOf('朝阳区某饭店', DEMO)).toBe('000000');
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

describe('a town', () => {
  const placeOf = (text: string, home: string) => locate({ text }, gazetteer, home);

  it('tells its county where no other in the province bears its name', () => {
    expect(placeOf('木渎镇河边的小作坊', JIANGSU)).toEqual({
      division: '320506',
      name: '江苏省苏州市吴中区',
      town: { code: '320506103', name: '木渎镇' },
    });
  });

  it('is the one of the county or city that the text names', () => {
    expect(placeOf('苇溪县双桥镇', DEMO)).toMatchObject({ division: '990421', town: { name: '双桥镇' } });
    expect(placeOf('澜川市双桥镇', DEMO)).toMatchObject({ division: '990222', town: { name: '双桥镇' } });
  });

  it('is the one of the city that the sender chose', () => {
    expect(locate({ division: '990400', text: '双桥镇' }, gazetteer, DEMO)?.division).toBe('990421');
  });

  it('stays open where two counties have one, and no third is said', () => {
    const { division, town, candidates } = placeOf('双桥镇的养猪场', DEMO)!;
    expect({ division, town }).toEqual({ division: '990000', town: undefined });
    expect(candidates).toEqual([
      { division: '990222102', name: '青禾省澜川市双泷县双桥镇', score: 0.5 },
      { division: '990421103', name: '青禾省泽宁市苇溪县双桥镇', score: 0.5 },
    ]);
  });

  it('moves no complaint out of the county that the text names', () => {
    expect(placeOf('临禾区的双桥镇饭店', DEMO)?.division).toBe('990102');
  });

  it('of several peoples is known by its short name', () => {
    expect(placeOf('勐角乡的橡胶厂', YUNNAN)?.division).toBe(placeOf('勐角傣族彝族拉祜族乡的橡胶厂', YUNNAN)?.division);
    expect(placeOf('勐角乡的橡胶厂', YUNNAN)?.town).toBeDefined();
  });

  it('and its government are in the same place', () => {
    expect(placeOf('枫林镇政府门口', DEMO)?.division).toBe('990521');
    expect(placeOf('临禾区政府门口', DEMO)?.division).toBe('990102');
  });
});

describe('a name that stays open', () => {
  it('is told with all that it can mean', () => {
    const { candidates } = locate({ text: '朝阳区某饭店' }, gazetteer, DEMO)!;
    expect(candidates).toEqual([
      { division: '110105', name: '北京市朝阳区', score: 0.5 },
      { division: '220104', name: '吉林省长春市朝阳区', score: 0.5 },
    ]);
  });

  it('is likelier where another open name is of the same city', () => {
    const [first, ...others] = locate({ text: '新华区和桥西区交界处' }, gazetteer, '130000')!.candidates!;
    expect(first!.name).toBe('河北省石家庄市新华区');
    expect(others.every(({ score }) => score < first!.score)).toBe(true);
  });

  it('is nothing to ask about once the place is certain', () => {
    expect(locate({ text: '南京市鼓楼区' }, gazetteer, JIANGSU)).not.toHaveProperty('candidates');
  });
});
