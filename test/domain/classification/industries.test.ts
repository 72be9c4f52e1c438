import { describe, expect, it } from 'vitest';
import { loadRules } from '../../../bin/rules.ts';
import { classify } from '../../../domain/classification/classify.ts';

const { rules } = loadRules();
const industries = (text: string) => classify(text, rules).industries;

describe('the industry of those complained of', () => {
  it.each([
    ['工地夜间施工噪声扰民', '建筑业'],
    ['楼下烧烤店油烟直排', '住宿餐饮娱乐业'],
    ['酒店的冷却塔噪声很大，酒店厨房油烟也大', '住宿餐饮娱乐业'],
    ['水泥厂粉尘飘进村里', '非金属加工(制造)业'],
    ['村口养猪场粪污臭味熏人', '畜禽养殖业'],
    ['化工厂半夜排放刺鼻废气', '化工业'],
    ['家具厂喷漆气味刺鼻', '加工制造业'],
    ['铸造厂冒黑烟', '金属冶炼加工业'],
    ['汽修店喷漆气味刺鼻', '其他'],
  ])('of “%s” is %s', (text, industry) => {
    expect(industries(text)).toEqual([industry]);
  });

  it('is that of the plant, not of its workshop', () => {
    expect(industries('化工厂的车间噪声大，车间还有刺鼻异味')).toEqual(['化工业']);
  });

  it('is manufacture where no more than a workshop is named', () => {
    expect(industries('楼下车间噪声大')).toEqual(['加工制造业']);
  });

  it('is told by cooking fumes, building noise and livestock without a source', () => {
    expect(industries('油烟扰民')).toEqual(['住宿餐饮娱乐业']);
  });

  it('is not told by a firm that may do anything', () => {
    expect(industries('某公司排放刺鼻废气')).toBeUndefined();
  });

  it('is not that of a neighbour who cannot have caused it', () => {
    expect(industries('化工厂旁边的烧烤店油烟直排')).toEqual(['住宿餐饮娱乐业']);
  });

  it('is none where people are the source, or nothing is environmental', () => {
    expect(industries('广场舞音响扰民')).toBeUndefined();
    expect(industries('工地拖欠工资半年')).toBeUndefined();
  });

  it('is not told by what an authority answered before', () => {
    expect(industries('上次回复称：“化工厂噪声已整改。”现在烧烤店油烟直排。')).toEqual(['住宿餐饮娱乐业']);
  });
});

describe('several industries', () => {
  it('are named by how often they are spoken of, three at most', () => {
    const text =
      '水泥厂粉尘大，化工厂废气刺鼻，化工厂废水直排，养猪场臭味熏人，烧烤店油烟直排，化工厂还有噪声，烧烤店也吵。';
    expect(industries(text)).toEqual(['化工业', '住宿餐饮娱乐业', '非金属加工(制造)业']);
  });

  it('leave 其他 out, which means what no other industry names', () => {
    expect(industries('汽修店喷漆气味刺鼻，饭店油烟直排')).toEqual(['住宿餐饮娱乐业']);
  });
});
