import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../../bin/rules.ts';
import { classify } from '../../../domain/classification/classify.ts';

const { rules, matters } = loadRules();
const read = (text: string) => classify(text, rules);

describe('what a complaint is about', () => {
  it.each([
    ['塑料厂夜里排放废气，臭味熏得人睡不着', ['大气'], 'industrial-air'],
    ['楼下饭店油烟直排到我家窗口', ['大气'], 'cooking-fumes'],
    ['工地运渣土的车不盖布，扬尘满街', ['大气'], 'construction-dust'],
    ['隔壁工地凌晨两点还在打桩', ['噪声'], 'construction-noise'],
    ['广场舞的音响每晚响到十点', ['噪声'], 'neighbourhood-noise'],
    ['电镀厂往河里偷排废水', ['水'], 'industrial-wastewater'],
    ['养猪场的粪水流进水渠', ['水'], 'livestock'],
    ['化粪池外溢，污水流了一地', ['水'], 'domestic-sewage'],
    ['小区自来水发黄，物业不管', ['水'], 'tap-water'],
    ['井水打上来是红的，有铁锈味', ['水'], 'water-body'],
    ['有人在山沟里倾倒废机油桶和危险废物', ['固废'], 'hazardous-waste'],
    ['冶炼厂旁边的土壤重金属超标，庄稼枯死', ['土壤'], 'soil'],
    ['渣倒在稻田里', ['固废', '土壤'], 'industrial-waste'],
    ['楼顶新装的通信基站有辐射', ['辐射'], 'radiation'],
    ['有人毁林开荒，砍伐公益林', ['生态'], 'nature-reserve'],
    ['养殖尾水直排入海，污染海域', ['海洋', '水'], 'marine'],
    ['这家木材厂没有环评手续，未批先建', ['其他'], 'project-permit'],
  ])('%s', (text, types, matter) => {
    expect(read(text)).toMatchObject({ types: expect.arrayContaining(types), matter });
  });

  it('tells several types where several are complained of', () => {
    expect(read('板材厂白天噪声刺耳，晚上废气呛人，废水还排进河道').types).toEqual(
      expect.arrayContaining(['噪声', '大气', '水']),
    );
  });

  it('makes no type of its own of land and banks that only say where something is', () => {
    expect(read('河岸边树林旁的塑料厂废气刺鼻').types).toEqual(['大气']);
  });

  it('tells the same of traditional characters, full width and common slips of the pen', () => {
    const plain = read('工厂排放废气，噪声很大');
    expect(read('工廠排放廢氣，噪聲很大').types).toEqual(plain.types);
    expect(read('工厂排放费气，燥声很大').types).toEqual(plain.types);
  });

  it('takes noise by its source: the same words, another department', () => {
    expect(read('工厂机器轰鸣，吵得睡不着').matter).toBe('industrial-noise');
    expect(read('楼下酒吧吵得睡不着').matter).toBe('commercial-noise');
    expect(read('小区水泵房嗡嗡响').matter).toBe('facility-noise');
    expect(read('大货车整夜鸣笛').matter).toBe('traffic-noise');
  });

  it('is not led astray by a road that only says where the factory is', () => {
    expect(read('国道旁的铸造厂噪声很大').matter).toBe('industrial-noise');
  });

  it('blames the plant, not the ditch that its water runs into', () => {
    expect(read('水产加工厂把废水排进排水沟，沟边腥臭').matter).toBe('industrial-wastewater');
    expect(read('排水沟腥臭').matter).toBe('domestic-sewage');
  });

  it('hears what is denied', () => {
    expect(read('现场没有异味，也没有废水，请问公交线路什么时候调整').types).toEqual([]);
  });

  it('hears a missing measure as a complaint, not as a denial', () => {
    expect(read('搅拌站没有任何防尘措施，也没有环评手续，灰尘很大').competent).toBe(true);
  });

  it('names other departments for what is not the bureau’s own', () => {
    expect(read('楼下饭店油烟直排').competent).toBe(false);
    expect(read('化工厂废气刺鼻').competent).toBe(true);
  });
});

describe('what is not environmental', () => {
  it.each([
    '拖欠工资半年，请问劳动局管不管',
    '孩子入学学区怎么划分',
    '路灯坏了，公交车也不按时来',
    '房产证一直办不下来',
  ])('%s', (text) => {
    expect(read(text)).toMatchObject({ matter: 'not-environmental', competent: false, types: [], score: 0 });
  });

  it('is unknown where nothing tells', () => {
    expect(read('请尽快处理')).toMatchObject({ matter: 'unknown', types: [], urgency: 'normal' });
    expect(read('')).toMatchObject({ matter: 'unknown' });
  });
});

describe('every suggestion', () => {
  it('gives its reasons, in terms of the lexicon only', () => {
    const { trace } = read('张三的塑料厂臭气熏天，电话13800000000');
    expect(trace.join()).toContain('臭气熏天');
    expect(trace.join()).not.toMatch(/张三|13800000000/);
  });

  it('is well-formed whatever is written', () => {
    const words = fc.constantFrom(
      '废气',
      '污水',
      '噪声',
      '没有',
      '工地',
      '工资',
      '。',
      '，',
      '臭',
      '爆炸',
      'x',
      '😀',
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((parts) => parts.join('')),
        ),
        (text) => {
          const { types, matter, competent, score } = read(text);
          expect(new Set(types).size).toBe(types.length);
          expect(matters.matters).toHaveProperty(matter);
          expect(competent).toBe(matters.matters[matter]!.lead === 'ecology');
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('an earlier reply that the complaint quotes', () => {
  it('is not what the person complains of', () => {
    const { types } = read('上次回复称“经查，该厂污水处理设施正常，废水达标排放”，可是化工厂夜里还在排放刺鼻废气');
    expect(types).toEqual(['大气']);
  });

  it('counts where nothing else tells what it is about', () => {
    expect(read('你们的答复是“该厂废水达标排放”，我不服').types).toEqual(['水']);
  });

  it('is told from the name of a shop', () => {
    expect(read('“老码头”饭店油烟直排').matter).toBe('cooking-fumes');
  });
});
