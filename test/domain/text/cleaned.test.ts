import { describe, expect, it } from 'vitest';
import { cleaned, onOneLine } from '../../../domain/text/cleaned.ts';

describe('what somebody typed', () => {
  it.each([
    ['a mark of direction', '\u202e李\u202c', '李'],
    ['an isolate', '\u2067禾阳\u2069', '禾阳'],
    ['NUL', '化\u0000工厂', '化工厂'],
    ['a bell and an escape', '\u0007临\u001b禾', '临禾'],
    ['a control of Latin-1', '夜\u0090里', '夜里'],
    ['a byte order mark within', '夜\ufeff里', '夜里'],
    ['a word joiner and a soft hyphen', '印\u2060刷\u00ad厂', '印刷厂'],
    ['an Arabic letter mark', '\u061c臭', '臭'],
    ['letters of tags', '臭\u{e0041}\u{e007f}', '臭'],
    ['what Unicode keeps for programs', '臭\ufdd0\uffff\u{1fffe}', '臭'],
    ['half a character', '臭\ud83d', '臭\ufffd'],
  ])('loses %s, or shows it', (_, typed, seen) => {
    expect(cleaned(typed)).toBe(seen);
  });

  it.each(['👨‍👩‍👧 全家', '一\t二\n三', '㎡、①、㊣', 'Ünïcödé', '𠮷野家', '臭！？“”'])('keeps %j', (typed) => {
    expect(cleaned(typed)).toBe(typed);
  });

  it.each([
    ['Windows', '一\r\n二'],
    ['an old Mac', '一\r二'],
    ['a mainframe', '一\u0085二'],
    ['a word processor', '一\u2028二'],
  ])('has its lines ended as browsers count them, by %s too', (_, typed) => {
    expect(cleaned(typed)).toBe('一\n二');
  });

  it('stands on one line where it is a name', () => {
    expect(onOneLine('临禾区 \r\n\t 城东街道\n1号')).toBe('临禾区 城东街道 1号');
  });
});
