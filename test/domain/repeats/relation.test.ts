import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relationBetween } from './shipped-rules.ts';

describe('the same matter in other words', () => {
  it.each([
    ['《老街烧烤》油烟直排，熏得楼上不敢开窗', '“老街烧烤”每晚油烟很大，飘到家里'],
    ['青溪河水发黑发臭，沿岸的人苦不堪言', '青溪河最近变成了臭水沟，河水恶臭'],
    ['A2区丽水新城旁搅拌站扰民，请领导管管', '丽水新城旁边的搅拌站每天24小时不停，轰鸣声不断，扬尘漫天'],
    ['和平路与东风路交叉口的洗车店污水横流', '东风路和平路口那家洗车店把污水排到路面'],
    [
      '丽水新城小区旁边的搅拌站半夜还在生产，噪音大灰尘多，根本没法睡觉',
      '投诉临禾区丽水新城附近的混凝土搅拌站，粉尘污染严重，机器轰鸣声影响休息',
    ],
    ['石渡镇下塘村三组的养猪场把粪水直接排到水沟里，臭气熏天', '下塘村有个养猪场臭味太大了，粪污流得到处都是'],
    ['沿河路8号楼下的烧烤店油烟直排', '沿河路８号有一家烧烤摊，每天油烟呛人，晚上还很吵'],
    ['澜川市宏发化工有限公司夜间偷排废气，味道刺鼻', '宏发化工厂晚上排放刺鼻气味，周边群众受不了'],
    ['禾陽市盛世華庭小區樓下ＫＴＶ噪聲擾民到凌晨兩點', '禾阳市盛世华庭小区楼下KTV噪音扰民，每天唱到半夜'],
    ['凤凰城3期业主反映，小区旁工地24小时施工', '凤凰城三期旁边的工地夜间施工，吵得睡不着'],
    ['碧云园天誉小区北门的垃圾中转站臭气扰民', '天誉小区北门垃圾站恶臭，夏天更严重'],
    ['请处理和平镇李家屯养鸡场臭味', '李家屯村边有养鸡场，鸡粪味很大'],
    ['恒源纸厂往清水沟排污水', '清水沟被恒源纸业有限公司的污水污染，水都黑了'],
    ['阳光水岸小区5栋楼下餐馆油烟太大', '阳光水岸楼下的饭店，油烟直接排到居民家里'],
    ['金鼎大厦空调外机噪声大', '金鼎大厦空调外机噪声多次投诉没人管，希望尽快解决'],
  ])('is suggested for joining: %s', (earlier, recent) => {
    expect(relationBetween(earlier, recent).relation).toBe('same-matter');
  });

  it('is found by the address and the accused too, where the text names neither', () => {
    const earlier = { text: '晚上噪声很大', address: '翠湖花园小区3栋', target: '老街烧烤店' };
    expect(relationBetween(earlier, '翠湖花园楼下烧烤店噪声扰民').relation).toBe('same-matter');
  });

  it('tells staff in Chinese why', () => {
    const { trace, score } = relationBetween('金鼎大厦空调外机噪声大', '金鼎大厦楼顶外机嗡嗡响，空调噪声扰民');
    expect(trace[0]).toBe('地点一致（小区、村或门牌）');
    expect(trace.at(-1)).toBe('相隔21天：建议并案');
    expect(score).toBeGreaterThan(0.3);
  });

  it('is only linked once the earlier case has ended, or is old', () => {
    const [earlier, recent] = ['金鼎大厦空调外机噪声大', '金鼎大厦空调外机噪声又响了'];
    expect(relationBetween(earlier, recent, { daysAgo: 21, ended: true }).relation).toBe('same-source');
    expect(relationBetween(earlier, recent, { daysAgo: 400, ended: false }).relation).toBe('same-source');
  });
});

describe('what only looks alike', () => {
  it.each([
    ['another matter in the same estate', '阳光水岸小区门口广场舞噪音扰民', '阳光水岸小区垃圾没人清运，臭味很大'],
    ['a shop of the same chain', '翠湖花园楼下沙县小吃油烟扰民', '金鼎小区楼下沙县小吃油烟扰民'],
    ['another number of the road', '解放路12号饭店油烟扰民，请尽快处理', '解放路98号饭店油烟扰民，请尽快处理'],
    ['another source on the road', '建设路夜间渣土车噪音扰民', '建设路上的酒吧音乐声太大'],
    ['the next village', '下塘村养猪场臭气熏天，粪水直排', '上塘村养猪场臭气熏天，粪水直排'],
    ['a village of that name elsewhere', '泉山镇下塘村采石场放炮扬尘', '石渡镇下塘村养牛场牛粪直排，扬尘也大'],
    ['a nameless plant', '某化工厂夜间偷排废气，请查处', '一家化工厂晚上排放刺鼻气味'],
    ['a nameless estate', '附近的工地夜间施工', '小区旁边工地夜间施工噪音大'],
    ['a nameless shop', '我家楼下烧烤店油烟', '楼下烧烤店油烟太大了'],
  ])('is unrelated: %s', (_, earlier, recent) => {
    expect(relationBetween(earlier, recent).relation).toBe('unrelated');
  });

  it('is unrelated where the same estate name stands in two counties', () => {
    const text = '盛世华庭小区楼下KTV噪音扰民，每天唱到半夜';
    const inCounty = (division: string) => ({ text, place: { division, name: '' } });
    expect(relationBetween(inCounty('990102'), inCounty('990203')).relation).toBe('unrelated');
    expect(relationBetween(inCounty('990102'), inCounty('990100')).relation).toBe('same-matter');
  });

  /** No two of them sound alike: those would be one name written by ear. */
  const syllables = '金翠碧丽瑞嘉盛泰祥云江山湖岭松柏兰桂梅竹凤龙鹤鹿明华秀安康宁乐福';
  const estate = fc
    .tuple(...Array.from({ length: 3 }, () => fc.nat(syllables.length - 1)))
    .map((at) => `${at.map((i) => syllables[i]).join('')}小区`);
  const letter = (name: string) =>
    `您好！${name}北门那一排饭馆没有装排烟管道，傍晚一开火，楼上几十户就得关窗关门，衣服晾出去全是油烟味，孩子写作业被呛得直咳嗽。` +
    '我们找过饭馆老板，他说装了净化器，可是从来没见它转过。请派人晚上六点以后来看一看，给大家一个能开窗的家，多谢了。';

  it('is unrelated where one letter was sent about two places, however long and alike', () => {
    fc.assert(
      fc.property(estate, estate, (one, other) => {
        fc.pre(one !== other);
        expect(relationBetween(letter(one), letter(other)).relation).toBe('unrelated');
        expect(relationBetween(letter(one), letter(one)).relation).toBe('same-matter');
      }),
      { numRuns: 200 },
    );
  });
});

describe('a complaint about the handling of an earlier one', () => {
  it.each([
    ['翠湖花园小区门口每晚广场舞噪音扰民', '上次投诉翠湖花园广场舞噪音，回复说已经处理，但与事实不符，第二天照样跳'],
    ['澜川市宏发化工有限公司夜间偷排废气，味道刺鼻', '宏发化工的废气问题，你们的处理结果我不满意，完全是虚假整改'],
    ['下塘村养猪场臭气熏天', '对下塘村养猪场举报的答复不属实，养猪场根本没有搬走，臭味依旧'],
    ['金鼎大厦空调外机噪声大', '再次投诉金鼎大厦空调外机噪声，你们办结了却什么也没改，明显是推诿扯皮、不作为'],
  ])('is never joined: %s', (earlier, recent) => {
    expect(relationBetween(earlier, recent).relation).toBe('about-handling');
  });

  it('is more than blame: many complain of officials together with the source', () => {
    const recent = '金鼎大厦空调外机噪声大，物业不作为，有保护伞';
    expect(relationBetween('金鼎大厦空调外机噪声大', recent).relation).toBe('same-matter');
  });

  it('is joined only with its own copy', () => {
    const text = '对下塘村养猪场举报的答复不属实，养猪场根本没有搬走，臭味依旧';
    expect(relationBetween(text, `${text}，请上级过问`).relation).toBe('same-matter');
  });
});

describe('a complaint that names the receipt of an earlier one', () => {
  const earlier = '金鼎大厦空调外机噪声大';
  const cited = { daysAgo: 21, ended: false, cited: true };

  it('is about its handling where it says so in however few words', () => {
    expect(relationBetween(earlier, '受理编号QH-7KX4-M9P2-Q3T8，一直没有下文', cited).relation).toBe('about-handling');
  });

  it('adds to it otherwise', () => {
    expect(relationBetween(earlier, '补充QH-7KX4-M9P2-Q3T8的照片', cited).relation).toBe('same-matter');
  });
});

describe('the same enterprise with another matter', () => {
  it('is unrelated where one thing at one place had another fault months ago', () => {
    const [earlier, recent] = ['银鸡岭煤矸石堆扬尘', '银鸡岭煤矸石堆自己冒烟，有股硫磺味'];
    expect(relationBetween(earlier, recent, { daysAgo: 60, ended: false }).relation).toBe('unrelated');
  });

  it('is linked', () => {
    const earlier = '澜川市宏发化工有限公司夜间偷排废气，味道刺鼻';
    expect(relationBetween(earlier, '宏发化工有限公司机器声吵得睡不着').relation).toBe('same-source');
  });
});
