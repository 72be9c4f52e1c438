import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantWritten } from '../../../domain/partners/written-time.ts';

const BEIJING = '+08:00';

describe('a time as a partner writes it', () => {
  it.each([
    ['2026-09-10 08:30:05', 'yyyy-MM-dd HH:mm:ss', '2026-09-10T00:30:05.000Z'],
    ['20260910083005', 'yyyyMMddHHmmss', '2026-09-10T00:30:05.000Z'],
    ['2026/9/1 8:05', 'yyyy/MM/dd HH:mm', '2026-09-01T00:05:00.000Z'],
    ['2026年9月10日', 'yyyy年MM月dd日', '2026-09-09T16:00:00.000Z'],
    ['2026.09.10', 'yyyy.MM.dd', '2026-09-09T16:00:00.000Z'],
    ['2024-02-29', 'yyyy-MM-dd', '2024-02-28T16:00:00.000Z'],
  ])('%s, written %s, is %s', (text, pattern, instant) => {
    expect(instantWritten(text, [pattern], BEIJING)).toBe(instant);
  });

  it.each([
    ['2026-02-29', 'yyyy-MM-dd'],
    ['2026-13-01', 'yyyy-MM-dd'],
    ['2026-09-31 00:00', 'yyyy-MM-dd HH:mm'],
    ['2026-09-10 25:00', 'yyyy-MM-dd HH:mm'],
    ['2026-09-10', 'yyyy/MM/dd'],
    ['2026-09-10 ', 'yyyy-MM-dd'],
    ['2026x09x10', 'yyyy.MM.dd'],
    ['2026910', 'yyyyMMdd'],
    ['昨天', 'yyyy-MM-dd'],
  ])('%s is none that is written %s', (text, pattern) => {
    expect(instantWritten(text, [pattern], BEIJING)).toBeUndefined();
  });

  it.each([
    ['2026-11-20T21:03:00+0800', '2026-11-20T13:03:00.000Z'],
    ['2026-11-20T13:03:00Z', '2026-11-20T13:03:00.000Z'],
    ['2026-11-20T13:03:00.250+0000', '2026-11-20T13:03:00.250Z'],
    ['2026-11-20T21:03+08', '2026-11-20T13:03:00.000Z'],
    ['2026-11-20T21:03:00', '2026-11-20T13:03:00.000Z'],
    ['2026-11-20T21:03:00.123456789+08:00[Asia/Shanghai]', '2026-11-20T13:03:00.123Z'],
    ['2026-11-20 21:03:00.0', '2026-11-20T13:03:00.000Z'],
    ['2026-11-20 21:03:00,5', '2026-11-20T13:03:00.500Z'],
    ['2026-11-20 21:03:00 +0800', '2026-11-20T13:03:00.000Z'],
    ['20261120210300', '2026-11-20T13:03:00.000Z'],
    ['20261120210300125', '2026-11-20T13:03:00.125Z'],
    ['Fri Nov 20 21:03:00 CST 2026', '2026-11-20T13:03:00.000Z'],
    ['Fri Nov 20 13:03:00 GMT 2026', '2026-11-20T13:03:00.000Z'],
    ['1795179780000', '2026-11-20T13:03:00.000Z'],
    ['1795179780', '2026-11-20T13:03:00.000Z'],
  ])('%s, as programs write it unasked, is %s', (text, instant) => {
    expect(instantWritten(text, ['yyyy/MM/dd'], BEIJING)).toBe(instant);
  });

  it.each([
    '2026-02-30T21:03:00+0800',
    '2026-11-20T24:30:00Z',
    '2026-11-20T21:03:00+9900',
    'Fri Nix 20 21:03:00 CST 2026',
    '1795179780123456',
    'yesterday at 21:03',
    '[2026,11,20,21,3]',
  ])('%s is none, whoever wrote it', (text) => {
    expect(instantWritten(text, ['yyyy/MM/dd'], BEIJING)).toBeUndefined();
  });

  it('is read in the first way that fits, in the zone of the partner', () => {
    const ways = ['yyyy-MM-dd HH:mm', 'yyyy-MM-dd'];
    expect(instantWritten('2026-09-10', ways, '+00:00')).toBe('2026-09-10T00:00:00.000Z');
    expect(instantWritten('2026-09-10 01:00', ways, '+09:00')).toBe('2026-09-09T16:00:00.000Z');
  });

  it('is the same instant however it was written', () => {
    const days = fc.date({ min: new Date('2000-01-01Z'), max: new Date('2099-12-31Z'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (time) => {
        const iso = time.toISOString();
        const [spaced, packed] = [iso.slice(0, 19).replace('T', ' '), iso.slice(0, 19).replace(/\D/g, '')];
        const expected = `${iso.slice(0, 19)}.000Z`;
        expect(instantWritten(spaced, ['yyyy-MM-dd HH:mm:ss'], '+00:00')).toBe(expected);
        expect(instantWritten(packed, ['yyyyMMddHHmmss'], '+00:00')).toBe(expected);
      }),
    );
  });
});
