import { describe, expect, it } from 'vitest';
import { loadRules } from '../../../bin/rules.ts';
import { classify } from '../../../domain/classification/classify.ts';
import { officialTypes } from '../../../domain/classification/official-types.ts';

const { rules } = loadRules();
const told = (text: string, list: string) =>
  officialTypes(classify(text, rules), rules.taxonomy.lists[list]!, rules.taxonomy);

describe('the same complaint in the words of each list', () => {
  it('is refuse for the national platform and soil for the inspection, which has no such column', () => {
    expect(told('路边堆满建筑垃圾', 'platform')).toEqual(['固废']);
    expect(told('路边堆满建筑垃圾', 'inspection')).toEqual(['土壤']);
  });

  it('tells waste once, and soil only where land is fouled', () => {
    expect(told('厂里把废渣倒在山坳里', 'platform')).toEqual(['固废']);
    expect(told('化工厂的废水排进我家稻田，秧苗都枯死了', 'platform').toSorted()).toEqual(['土壤', '水'].toSorted());
  });

  it('is fumes where a province lists fumes', () => {
    expect(told('饭店油烟很大', 'inspection-anhui-2018')).toEqual(['油烟']);
    expect(told('饭店油烟很大', 'bulletin')).toEqual(['大气污染']);
  });

  it('keeps the type beside the subtype that has a name of its own', () => {
    expect(told('饭店油烟很大，工厂废气刺鼻', 'inspection-anhui-2018')).toEqual(['油烟', '大气']);
  });

  it('is a missing permit where the platform lists permits', () => {
    expect(told('木材厂没有环评手续，未批先建', 'platform')).toEqual(['违反审批/许可规定']);
  });
});
