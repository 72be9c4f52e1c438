import { describe, expect, it } from 'vitest';
import { placed } from './shipped-places.ts';

const [JIANGSU, YUNNAN, SHANDONG, ANHUI, SHAANXI] = ['320000', '530000', '370000', '340000', '610000'];

describe('a county-level city by its short name', () => {
  it.each([
    ['宜兴的陶瓷厂冒黑烟', JIANGSU, '320282'],
    ['请管管昆山夜间的工地', JIANGSU, '320583'],
    ['反映如皋一家印染厂偷排', JIANGSU, '320682'],
    ['我住在丹阳，每天晚上都有塑料味', JIANGSU, '321181'],
    ['腾冲的石材厂粉尘大', YUNNAN, '530581'],
    ['个旧的冶炼厂', YUNNAN, '532501'],
    ['无锡江阴的钢厂', JIANGSU, '320281'],
    ['溧阳采石场放炮', JIANGSU, '320481'],
  ])('is known at home: %s', (text, home, division) => {
    expect(placed(text, home)).toBe(division);
  });

  it.each([
    ['永兴化工厂半夜放气', JIANGSU],
    ['沿海安装公司切割噪声', JIANGSU],
    ['那是一个旧厂房', YUNNAN],
    ['离开远一点都能闻到', YUNNAN],
    ['小区一直不得安宁', YUNNAN],
    ['还我们安宁', YUNNAN],
    ['江阴的钢厂', YUNNAN],
    ['河水向西南通往下游', JIANGSU],
  ])('is none in another word, or elsewhere: %s', (text, home) => {
    expect(placed(text, home)).toBe('unknown');
  });

  it('is the area of both where a city bears the name of its prefecture', () => {
    expect(placed('大理的洱海边有人倒垃圾', YUNNAN)).toBe('532900');
  });
});

describe('a county by its short name, and a district by the one it had as a county or city', () => {
  it.each([
    ['沭阳的板材厂夜里烧边角料', JIANGSU, '321322'],
    ['反映睢宁一家皮革厂偷排', JIANGSU, '320324'],
    ['吴江的织机噪声', JIANGSU, '320509'],
    ['我住江宁，凌晨有焦糊味', JIANGSU, '320115'],
    ['寻甸磷肥厂粉尘', YUNNAN, '530129'],
    ['晋宁二街的磷矿粉尘', YUNNAN, '530115'],
  ])('is known at home: %s', (text, home, division) => {
    expect(placed(text, home)).toBe(division);
  });

  it.each([
    ['沭阳的板材厂', YUNNAN],
    ['晋宁三街的磷矿粉尘', YUNNAN],
    ['如东西两个厂都在冒烟', JIANGSU],
    ['屋顶天台上的外机轰鸣', '330000'],
    ['泰和医院的锅炉冒烟', '360000'],
    ['他们从中牟利', '410000'],
    ['浙江西边的老新昌小区', '330000'],
  ])('is none elsewhere, nor in other words and names: %s', (text, home) => {
    expect(placed(text, home)).not.toMatch(/^\d{4}(?!00)/);
  });
});

describe('an estate, or a hall, that bears the name of a city or county', () => {
  it.each([
    ['望江苑小区垃圾没人收', ANHUI],
    ['望江府门口烧烤摊', ANHUI],
    ['凤阳府小区地库积水', ANHUI],
    ['凤翔名邸小区楼下噪声', SHAANXI],
    ['青阳世家隔壁装修', ANHUI],
    ['泾阳国际工地夜间打桩', SHAANXI],
    ['砀山梨园KTV低音炮', ANHUI],
    ['睢宁公馆楼下油烟', JIANGSU],
    ['泗阳佳苑旁边烧垃圾', JIANGSU],
    ['灌南府二期打桩', JIANGSU],
    ['沭阳湾的水泵彻夜响', JIANGSU],
    ['射阳国际空调外机噪声', JIANGSU],
    ['阜宁丽景小区化粪池满溢', JIANGSU],
    ['盱眙豪庭的垃圾站臭', JIANGSU],
    ['睢宁水岸KTV吵到半夜', JIANGSU],
    ['灌云山庄后面焚烧树叶', JIANGSU],
    ['涟水轩一楼餐馆油烟', JIANGSU],
    ['黄山名苑三栋楼下棋牌室', ANHUI],
    ['安庆府邸西门烧烤', ANHUI],
    ['望江园门口垃圾', ANHUI],
    ['青阳阁楼下油烟', ANHUI],
  ])('is no place: %s', (text, home) => {
    expect(placed(text, home)).toBe('unknown');
  });

  it.each([
    ['沭阳政府旁边的工地', '321322'],
    ['沭阳法庭对面烧烤', '321322'],
    ['沭阳碧桂园小区楼下烧烤', '321322'],
    ['睢宁恒大名都公馆KTV吵', '320324'],
    ['沭阳国际花木城焚烧枝叶', '321322'],
    ['沭阳老旧小区污水外溢', '321322'],
    ['沭阳的小区门口', '321322'],
    ['睢宁一处小区夜间施工', '320324'],
    ['沭阳城里的KTV吵', '321322'],
    ['宿迁沭阳世家楼下油烟', '321322'],
    ['沭阳园区的化工厂', '321322'],
    ['睢宁学苑路上的渣土车', '320324'],
    ['苏州园林旁边的工地', '320500'],
    ['无锡碧桂园小区楼下烧烤', '320200'],
    ['宝应应该有人管', '321023'],
    ['宝应当地的砖厂冒黑烟', '321023'],
  ])('leaves the county that is meant: %s', (text, division) => {
    expect(placed(text, JIANGSU)).toBe(division);
  });
});

describe('a district right after its city', () => {
  it.each([
    ['苏州虎丘浒墅关化工异味', JIANGSU, '320505'],
    ['南京六合桥头饭店油烟', JIANGSU, '320116'],
    ['昆明西山海口磷矿', YUNNAN, '530112'],
    ['太原阳曲的焦化厂', '140000', '140122'],
    ['唐山开平的钢厂', '130000', '130205'],
    ['日照东港区的码头', SHANDONG, '371102'],
  ])('is known by its short name: %s', (text, home, division) => {
    expect(placed(text, home)).toBe(division);
  });
});
