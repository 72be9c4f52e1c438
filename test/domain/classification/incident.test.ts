import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countOf, lineOf, scoresOf } from '../../../bin/evaluation/scores.ts';
import { loadRules } from '../../../bin/rules.ts';
import { classify } from '../../../domain/classification/classify.ts';

interface Sample {
  readonly id: string;
  readonly kind: string;
  readonly emergency: boolean;
  readonly text: string;
}

const { rules } = loadRules();
const read = (text: string) => classify(text, rules);
const samples: Sample[] = readFileSync(new URL('samples/emergencies.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

describe('an emergency', () => {
  it.each([
    ['a burst vessel', '化工厂的酸罐裂了，酸液往外流'],
    ['a tanker on its side', '油罐车翻在桥头，汽油正往河里淌'],
    ['a lorry with acid that was run into', '拉硫酸的货车被追尾，酸液流进雨水井'],
    ['people that fall where gas escapes', '冷库的氨气管子漏了，里面的人晕倒了好几个'],
    ['fire in a chemical works', '化工厂着火了，浓烟往小区飘'],
    ['dumping into what people drink', '半夜有人往自来水厂取水口倒化工废液'],
    ['a dam of tailings that gives way', '尾矿库垮了，泥浆冲进河里'],
    ['a source of radiation that is gone', '工地探伤用的放射源不见了'],
    ['people who flee from smoke', '镇上飘来黄雾，大家都在往外跑'],
    ['a class taken ill, however it is counted', '窗外飘进来怪味，半个班的学生都吐了'],
    ['households taken ill', '井水有农药味，十几户人家上吐下泻'],
    ['fish that come up, whatever lies between the words', '河里的鱼今早全都浮上来了，水发黑'],
    ['a dam that cracks', '尾矿库那个坝裂了，正往下漏泥浆'],
    ['a pit that bursts', '沼气池炸了，粪水喷了一街'],
    ['a tanker told with slips of typing', '油灌车翻在水厍边，汽油正往水里淌'],
    ['a tanker told in Cantonese', '有架油罐车翻咗，汽油流晒落河'],
    ['a lorry in a message of a few words', '急 苯车翻 入河 请速处置'],
    ['a class counted in words', '初三两个班的娃趴在桌上吐，窗外有股漆味'],
    ['a town’s tap water', '自来水变成粉红色还冒泡，半个县城都这样'],
    ['lead in the blood of children', '电池厂旁边好几个娃查出血铅超标'],
    ['what is dumped with a skull on it', '有人开三轮往水库里倒桶，桶上画着骷髅头'],
    ['what has already happened', '小区煤气味大得很，有人已经晕倒在楼道'],
    ['a bare cry, with a substance and a place', '急！！！氟化氢，化工园区'],
    ['poison in a well', '有人往村里的水井倒了药，两头牛喝完就死了'],
    ['what only adds up', '冷库那边烟雾腾腾，刺得鼻子流血，几个搬运工被架出来了'],
    ['fire after another one that is out', '上午的火已经扑灭，刚才油罐又炸了，烟往小区飘'],
  ])('is %s', (_, text) => {
    expect(read(text)).toMatchObject({ urgency: 'emergency', competent: true });
  });

  it('is told though nobody names a pollution and the letter names other departments’ subjects', () => {
    const { urgency, types } = read('学校门口堵车，公交车停了一排，原来是油罐车侧翻，汽油流了一地，老师和家长都在');
    expect([urgency, types.length > 0]).toEqual(['emergency', true]);
  });

  it('is air where gas or fire is named, and water where something runs into it', () => {
    expect(read('化肥厂的罐子裂了，黄烟往外冒').types).toContain('大气');
    expect(read('油罐车翻了，汽油正往水库里流').types).toContain('水');
  });

  it('gives the words that told it', () => {
    expect(read('油罐车翻了，汽油流进水库').trace.join()).toMatch(/紧急程度：危险[^（]+（[^）]*油罐车/);
  });
});

describe('no emergency', () => {
  it.each([
    ['feared', '油罐车天天从桥上过，迟早翻到水库里'],
    ['imagined', '如果氨罐泄漏了，全校学生往哪里跑'],
    ['remembered', '三年前化工厂爆炸过，死了人，现在又要复工'],
    ['of every day', '印染厂经常半夜偷排，河里的鱼都死光了'],
    ['only likened to one', '烟花爆竹半夜放，跟爆炸一样'],
    ['a story', '我是作家，想写一个毒气泄漏的故事'],
    ['a film that is told in English', 'The movie about the oil spill was great, can students visit your station?'],
    ['a manner of speaking', '楼下烧烤味道大得没法待'],
    ['a tin of paint that a neighbour upsets', '邻居家装修，油漆桶打翻在楼道里，味道很大'],
    ['a lamp that makes it pitch dark', '公园门口路灯坏了一个多月，晚上黑漆漆的'],
    ['on sale', '出售防毒面具、泄漏应急处置包，支持批发'],
    ['a question after a substance', '急！买氯气'],
    ['practised', '今天厂里搞氯气泄漏应急演练，警报很吵'],
    ['read in the papers', '看新闻说外省化工厂爆炸了，我们这里安全吗'],
    ['asked about', '请问发生泄漏事故应该向哪个部门报告'],
    ['denied', '工厂废气异味大，虽未发生爆炸'],
    ['over', '感谢消防，油罐车侧翻的漏油已经清理干净'],
    ['of water at home', '家里水管裂了，水漏到楼下'],
    ['of personal data', '投诉快递站泄露我的电话'],
    ['of fish on a plate', '水库边烧烤的人乱扔，鱼骨头漂了一层'],
    ['of a pit in disrepair', '化粪池坏了，粪水流到路上没人修'],
    ['over', '昨晚村口油罐车翻了，消防已经处理完，路也洗了'],
    ['long over though its place is told of now', '上个月着火的轮胎厂现在又开工了'],
    ['rehearsed on paper', '我们要做油罐车侧翻的桌面推演'],
    ['heard of abroad', '广播里讲国外油轮漏油入海'],
    ['said of a chat', '垃圾站太臭，业主群都炸了'],
    ['of a few fish', '小河里漂着几条死鱼，又黑又臭'],
    ['of one person unwell', '楼下打印店味道大，我闻了头晕'],
  ])('is what is %s', (_, text) => {
    expect(read(text).urgency).not.toBe('emergency');
  });

  it.each([
    '小区门口停了好几辆油罐车，汽油味大，怕爆炸。',
    '楼上放了很多煤气罐，担心着火',
    '听说要建液氨冷库，泄漏了怎么办',
  ])('is not what a few words fear, however they sound: %s', (text) => {
    expect(read(text).urgency).not.toBe('emergency');
  });

  it('is one that begins with fear and goes on with what happens now is an emergency all the same', () => {
    expect(read('早就担心会出事，刚才氨罐真的漏了，人都在往外跑').urgency).toBe('emergency');
  });
});

it('of written samples nineteen of twenty emergencies are found, and hardly anything else is called one', () => {
  const count = countOf(
    samples.map(({ emergency, text }) => ({ told: read(text).urgency === 'emergency', official: emergency })),
  );
  console.log(lineOf('emergencies', count));
  expect(scoresOf(count).precision).toBeGreaterThanOrEqual(0.98);
  expect(scoresOf(count).recall).toBeGreaterThanOrEqual(0.95);
});
