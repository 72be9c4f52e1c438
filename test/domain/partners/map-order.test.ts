import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartnerFormat } from '../../../domain/partners/format.ts';
import { mapOrder } from '../../../domain/partners/map-order.ts';
import { formatNamed } from '../../support/partners.ts';

const FORMAT: PartnerFormat = {
  title: '试',
  note: '试',
  coordinates: 'WGS-84',
  zone: '+08:00',
  blank: ['无'],
  deed: { from: ['kind'], values: { '1': 'submit', '2': 'urge' }, otherwise: 'submit' },
  fields: {
    externalId: [{ from: ['no', '编号'] }],
    timestamp: [{ from: ['at'], written: ['yyyy-MM-dd'] }],
    text: [{ from: ['title'] }, { from: ['body.text'] }, { label: '类别', from: ['type'], codes: 'types' }],
    division: [{ from: ['area'], codes: 'areas' }],
    target: [{ from: ['target'], codes: 'targets' }],
    occurredAt: [{ from: ['when'] }],
  },
  required: ['externalId', 'text'],
  codes: {
    types: { unknown: 'keep', values: { T1: '大气污染' } },
    areas: { unknown: 'leave-out', values: { A1: '990102' } },
    targets: { unknown: 'refuse', values: { X: '某厂' } },
  },
};

const map = (record: Record<string, unknown>) => mapOrder({ no: '1', title: '油烟', ...record }, FORMAT);

describe('an order in a partner’s format', () => {
  it('is read from the first name that says anything, nested or not', () => {
    expect(mapOrder({ 编号: ' 7 ', no: '无', body: { text: '臭' } }, FORMAT).fields).toEqual({
      externalId: '7',
      text: '臭',
    });
    expect(mapOrder({ 'body.text': '整名', body: { text: '嵌套' } }, FORMAT).fields.text).toBe('整名');
  });

  it('has several sources of one text line by line, those with a label after it', () => {
    expect(map({ body: { text: '每晚' }, type: 'T1' }).fields.text).toBe('油烟\n每晚\n类别：大气污染');
  });

  it('takes numbers and truth values as texts; lists and objects for a fault in its words, elsewhere as their JSON', () => {
    expect(map({ no: 7, title: true }).fields).toMatchObject({ externalId: '7', text: 'true' });
    expect(map({ title: ['油烟'] }).faults).toContainEqual({ name: 'title', detail: '类型不正确' });
    expect(map({ when: { day: 1 } }).fields.occurredAt).toBe('{"day":1}');
    expect(map({ when: [] }).fields).not.toHaveProperty('occurredAt');
  });

  it('has codes in our words; of one that is unknown it keeps, leaves out or refuses, as the table says', () => {
    expect(map({ type: 'T9', area: 'A9' }).fields).toMatchObject({ text: '油烟\n类别：T9' });
    expect(map({ area: 'A9' }).fields).not.toHaveProperty('division');
    expect(map({ area: 'A1' }).fields.division).toBe('990102');
    expect(map({ target: 'Y' }).faults).toEqual([{ name: 'target', detail: '代码不在对照表中' }]);
    expect(map({ area: 'constructor' }).fields).not.toHaveProperty('division');
  });

  it('says when it was sent by a time, and when something happened in any words', () => {
    expect(map({ at: '2026-09-10', when: '昨晚十点' }).fields).toMatchObject({
      timestamp: '2026-09-09T16:00:00.000Z',
      occurredAt: '昨晚十点',
    });
  });

  it('keeps a time that nobody can read as it was written, with a note and no fault', () => {
    const { fields, faults, notes } = map({ at: '昨晚' });
    expect([fields.timestamp, faults]).toEqual(['昨晚', []]);
    expect(notes).toEqual([{ name: 'at', detail: '时间格式无法识别，已按原文保存' }]);
    expect(map({ at: [2026, 11, 20, 21, 3] }).fields.timestamp).toBe('[2026,11,20,21,3]');
  });

  it('must say what a matter needs, for which a label is not enough; a call to hurry need not', () => {
    expect(mapOrder({ type: 'T1' }, FORMAT).faults.map(({ name }) => name)).toEqual(['no', 'body.text']);
    expect(mapOrder({ kind: 2, no: '1' }, FORMAT)).toMatchObject({ deed: 'urge', faults: [] });
  });

  it('is of the kind that its field tells, else of the usual one, and of none when the code is unknown', () => {
    expect([map({}).deed, map({ kind: '1' }).deed, map({ kind: 2 }).deed]).toEqual(['submit', 'submit', 'urge']);
    expect([map({ kind: '9' }).deed, map({ kind: 'toString' }).deed]).toEqual([undefined, undefined]);
  });

  it('takes nothing from the prototype of objects', () => {
    expect(
      mapOrder({}, { ...FORMAT, fields: { text: [{ from: ['constructor.name', '__proto__.toString'] }] } }).fields,
    ).toEqual({});
  });
});

describe.each(['standard', 'order-12345', 'superior-handover', 'inspection-batch'])('the format %s', (name) => {
  it('reads whatever comes without an error of ours', () => {
    const format = formatNamed(name);
    const names = [
      ...format.deed.from,
      ...Object.values(format.fields).flatMap((all) => all.flatMap(({ from }) => from)),
    ];
    const records = fc.dictionary(fc.constantFrom(...names), fc.anything());
    fc.assert(
      fc.property(records, (record) => {
        const { fields, faults } = mapOrder(record, format);
        for (const text of Object.values(fields)) expect(text).toEqual(expect.any(String));
        for (const { detail } of faults) expect(detail).toMatch(/\p{Script=Han}/u);
      }),
    );
  });
});
