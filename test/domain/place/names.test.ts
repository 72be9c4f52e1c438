import { describe, expect, it } from 'vitest';
import { chainOf, finenessOf } from '../../../domain/place/division.ts';
import { fullNameOf } from '../../../domain/place/gazetteer.ts';
import { entriesOf } from '../../../domain/text/term-index.ts';
import { gazetteer, lexicon, lists, placed } from './shipped-places.ts';

const [JIANGSU, YUNNAN, SICHUAN, SHANDONG] = ['320000', '530000', '510000', '370000'];

describe('a county that is also an ordinary word', () => {
  it.each([
    ['西区快递站天天半夜装货', SICHUAN],
    ['翠湖苑西区垃圾房臭气熏天', SICHUAN],
    ['郊区养殖户把粪水倒进沟里', '140000'],
    ['我们城区一到晚上就有焦糊味', '140000'],
    ['本市市中区施工噪声扰民', SHANDONG],
    ['新城区规划不合理，锅炉房离住宅太近', '610000'],
    ['小区市南区域扬尘大', SHANDONG],
    ['港口区域夜间卸货噪声', '450000'],
    ['工矿区粉尘很大', '140000'],
    ['请城关区里派人看看', '620000'],
    ['沟边那片平房区没有下水道', '230000'],
    ['大运河区域夜间抽砂', '130000'],
  ])('is none where nothing says so: %s', (text, home) => {
    expect(placed(text, home)).toBe('unknown');
  });

  it.each([
    ['攀枝花市东区炳草岗有烧烤摊', SICHUAN, '510402'],
    ['洛阳老城区下水道反味', '410000', '410302'],
    ['阳泉市矿区职工宿舍旁锅炉冒黑烟', '140000', '140303'],
    ['涧西区和老城区交界的河沟发臭', '410000', '410305 | 410302'],
    ['东城区某饭店油烟直排', '110000', '110101'],
    ['济南市市中区建筑工地夜间施工', SHANDONG, '370103'],
  ])('is one with its city or a neighbour: %s', (text, home, division) => {
    expect(placed(text, home)).toBe(division);
  });

  it('is finer than a city that the sender chose', () => {
    expect(placed('在矿区', '140300')).toBe('140303');
  });
});

describe('a dish, a shop, a company, a university or a road', () => {
  it.each([
    ['楼下兰州牛肉面馆油烟太大', '620000'],
    ['扬州炒饭店油烟扰民', JIANGSU],
    ['卖南京盐水鸭的铺子排油烟', JIANGSU],
    ['徐州地锅鸡店每天油烟', JIANGSU],
    ['无锡小笼包子铺蒸汽和噪声', JIANGSU],
    ['昆明过桥米线店把泔水倒进下水道', YUNNAN],
    ['普洱茶庄装修噪声', YUNNAN],
    ['门口停着南京长安汽车集团的班车，整夜不熄火', JIANGSU],
    ['苏州银行楼顶空调外机噪声', JIANGSU],
    ['常州工业大学后门烧烤摊', JIANGSU],
    ['昆明路两边的大排档', YUNNAN],
    ['唐山路南侧有人烧垃圾', '130000'],
    ['南京西路工地夜间施工', JIANGSU],
    ['苏州河边有人倒垃圾', JIANGSU],
    ['沙县小吃油烟直排', '350000'],
    ['大理石加工点切割粉尘', YUNNAN],
    ['弥勒佛像旁有人烧纸', YUNNAN],
    ['金华火腿铺后院烟熏', '330000'],
    ['无锡粽子摊煤炉冒烟', JIANGSU],
    ['上海大众4S店钣金喷漆', '310000'],
    ['重庆百货楼顶冷却塔', '500000'],
    ['常州东街路口烧烤', JIANGSU],
    ['盐城二中学生宿舍旁工地', JIANGSU],
    ['福州三中旁边工地夜间施工', '350000'],
    ['吉林大路两侧垃圾', '220000'],
    ['河南岸有人倒垃圾', '410000'],
  ])('is no city: %s', (text, home) => {
    expect(placed(text, home)).toBe('unknown');
  });

  it.each([
    ['南京空气里有股怪味', JIANGSU, '320100'],
    ['无锡一家饭店油烟大', JIANGSU, '320200'],
    ['昆明呈贡的大学城附近烧烤摊', YUNNAN, '530114'],
    ['苏州吴中某火锅店倒泔水', JIANGSU, '320506'],
    ['徐州的面粉厂粉尘大', JIANGSU, '320300'],
    ['南京江北新区化工异味', JIANGSU, '320100'],
    ['镇江香醋厂的醋糟味', JIANGSU, '321100'],
    ['宜兴陶瓷作坊冒黑烟', JIANGSU, '320282'],
  ])('leaves the city that it stands in: %s', (text, home, division) => {
    expect(placed(text, home)).toBe(division);
  });
});

describe('every county', () => {
  it('is found by its full name after its city', () => {
    const counties = [...gazetteer.names.keys()].filter((code) => finenessOf(code) === 3);
    const lost = counties.filter((code) => {
      const name = fullNameOf(chainOf(code), gazetteer.names);
      return placed(`${name}的工厂`, `${code.slice(0, 2)}0000`) !== code;
    });
    expect(counties.length).toBeGreaterThan(2_900);
    expect(lost).toEqual([]);
  });
});

describe('a name that is no longer in force', () => {
  it.each([
    ['吴县市东山镇有人烧窑', JIANGSU, '320506'],
    ['锡山市的电镀厂', JIANGSU, '320200'],
    ['铜山县的养猪场', JIANGSU, '320312'],
    ['楚州区运河边', JIANGSU, '320803'],
    ['海门市滨江的化工厂', JIANGSU, '320614'],
    ['金阊区的夜市', JIANGSU, '320508'],
    ['潞西市的糖厂', YUNNAN, '533103'],
    ['中甸县的矿山', YUNNAN, '533401'],
    ['思茅市的纸浆厂', YUNNAN, '530800'],
    ['渝北区的工地', '500000', '500000'],
    ['重庆江北区的工地', '500000', '500157'],
    ['宁波江北区的工地', '330000', '330205'],
  ])('means what it belongs to now: %s', (text, home, division) => {
    expect(placed(text, home)).toBe(division);
  });

  it('is in a list with its years, each of a division in force', () => {
    const years = lists.flatMap(({ former = {} }) => Object.entries(former));
    expect(years.map(([year]) => Number(year)).every((year) => year >= 2000 && year <= 2026)).toBe(true);
    const codes = years.flatMap(([, names]) => Object.values(names)).flatMap((each) => each.split(' '));
    expect(codes.length).toBeGreaterThan(400);
    expect(codes.filter((code) => !gazetteer.names.has(code))).toEqual([]);
  });
});

describe('a border', () => {
  it.each([
    ['盱眙县与安徽明光交界的采石场', JIANGSU, '320830 | 341182'],
    ['安徽省天长市和高邮交界处养鸭污染', JIANGSU, '321084 | 341181'],
    ['昆明市石林县与陆良县接壤的水库', YUNNAN, '530126 | 530322'],
    ['徐州和安徽宿州交界的河发黑', JIANGSU, '320300 | 341300'],
    ['溧阳与郎溪交界的采石场', JIANGSU, '320481 | 341821'],
    ['水富和四川宜宾毗邻的化工园', YUNNAN, '530681 | 511500'],
    ['吴江跟嘉善接壤的河道有油污', JIANGSU, '320509 | 330421'],
  ])('names both sides, led from home: %s', (text, home, division) => {
    expect(placed(text, home)).toBe(division);
  });
});

describe('the words of the lexicon', () => {
  // Words that stand there because they only look like others may well name a place.
  const { beside, ...incidents } = lexicon.incidents;
  const words = new Set(
    Object.entries({ ...lexicon, incidents })
      .filter(([key]) => !['version', 'characters', 'neutral'].includes(key))
      .flatMap(([, part]) => JSON.stringify(part).match(/[\p{sc=Han}]{2,}/gu) ?? []),
  );
  const homes = [...new Set([...gazetteer.names.keys()].map((code) => `${code.slice(0, 2)}0000`))];
  const names = [gazetteer.terms, gazetteer.boundTerms].flatMap(entriesOf).map(({ term }) => term);
  const suspects = [...words].filter((word) => names.some((name) => word.includes(name)));

  it('name no place, in any province', () => {
    expect(suspects.length).toBeGreaterThan(5);
    const sentences = suspects.flatMap((word) => [word, `这里${word}很严重`, `附近的${word}`]);
    const traps = sentences.flatMap((text) =>
      homes.filter((home) => placed(text, home) !== 'unknown').map((home) => `${text} in ${home}`),
    );
    expect(traps).toEqual([]);
  });
});
