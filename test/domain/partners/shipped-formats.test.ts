import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mapOrder } from '../../../domain/partners/map-order.ts';
import { formatNamed } from '../../support/partners.ts';

const read = (format: string, order: Record<string, unknown>) => {
  const { deed, fields, faults } = mapOrder(order, formatNamed(format));
  return { deed, fields, faults };
};

it('a superior hands over a letter with its demands and the number of its document', () => {
  const order = {
    letterNo: '省转〔2026〕17号',
    handoverType: '交办',
    handoverDate: '2026年9月10日',
    documentNo: '青环信函17',
    content: '印染厂夜间偷排。',
    requirement: '十五日内书面报送办理结果',
    respondent: '某印染厂',
    petitioner: { name: '欧阳测试', phone: '匿名' },
  };
  expect(read('superior-handover', order)).toEqual({
    deed: 'submit',
    fields: {
      externalId: '省转〔2026〕17号',
      followUpId: '青环信函17',
      timestamp: '2026-09-09T16:00:00.000Z',
      text: '印染厂夜间偷排。\n办理要求：十五日内书面报送办理结果\n转办文号：青环信函17',
      target: '某印染厂',
      name: '欧阳测试',
    },
    faults: [],
  });
  expect(
    read('superior-handover', { letterNo: '17', handoverType: '退回重办', requirement: '补充监测报告' }),
  ).toMatchObject({
    deed: 'send-back',
    fields: { text: '办理要求：补充监测报告' },
    faults: [],
  });
});

it('an inspection item has its batch and its number twice: as its identity and as the item', () => {
  const item = { 批次: '第三批', 受理编号: 'D3-1', 交办问题基本情况: '河水发黑。', 行政区域: '临禾区', 污染类型: '水' };
  expect(read('inspection-batch', item)).toEqual({
    deed: 'submit',
    fields: {
      externalId: 'D3-1',
      batch: '第三批',
      item: 'D3-1',
      address: '临禾区',
      text: '河水发黑。\n污染类型：水',
    },
    faults: [],
  });
  const { 批次: _, ...withoutBatch } = item;
  expect(read('inspection-batch', withoutBatch).faults).toEqual([{ name: 'batchNo', detail: '此项必填' }]);
});

it('a row of the standard list says in Chinese what it is', () => {
  const rows = [
    { 编号: '1', 投诉内容: '油烟', 类别: '投诉' },
    { 编号: '1', 内容: '又来了', 类别: '补充', 后续编号: '2' },
    { 编号: '1', 类别: '催单', 时间: '2026/9/10' },
    { 编号: '1', 类别: '退单', 时间: '2026-09-11' },
  ];
  expect(rows.map((row) => read('standard', row))).toMatchObject([
    { deed: 'submit', faults: [] },
    { deed: 'supplement', fields: { followUpId: '2' }, faults: [] },
    { deed: 'urge', fields: { timestamp: '2026-09-09T16:00:00.000Z' }, faults: [] },
    { deed: 'send-back', faults: [] },
  ]);
});

it.each(['standard', 'order-12345', 'superior-handover', 'inspection-batch'])(
  'every Chinese heading of the format %s stands in docs/partners.md, and no other',
  (name) => {
    const docs = readFileSync(join(import.meta.dirname, '../../../docs/partners.md'), 'utf8');
    const row = docs.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
    const { deed, fields } = formatNamed(name);
    const names = [...deed.from, ...Object.values(fields).flatMap((all) => all.flatMap(({ from }) => from))];
    const chinese = (texts: readonly string[]) => [...new Set(texts.filter((text) => /\p{Script=Han}/u.test(text)))];
    expect(chinese(row.match(/\p{Script=Han}+/gu) ?? []).toSorted()).toEqual(chinese(names).toSorted());
  },
);
