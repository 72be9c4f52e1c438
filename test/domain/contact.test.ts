import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailIn, phoneIn } from '../../domain/contact.ts';

describe('a telephone number', () => {
  it.each([
    ['an isolate that a chat puts around it', '\u206813900000000\u2069', '13900000000'],
    ['a mark of direction from a contact card', '\u202a+86 139 0000 0000\u202c', '+86 139 0000 0000'],
    ['a mark of byte order in front', '\ufeff025-83120000', '025-83120000'],
    ['a soft hyphen within', '139\u00ad0000\u00ad0000', '13900000000'],
    ['a long dash', '025——83120000', '025-83120000'],
    ['a sign of minus', '025−83120000', '025-83120000'],
    ['full-width digits and brackets', '（０２５）８３１２００００', '(025)83120000'],
    ['a blank that does not break', '139\u00a00000\u00a00000', '139 0000 0000'],
    ['an extension in words', '025-83120000 分机：801', '025-83120000转801'],
    ['an extension as in English', '025-83120000 ext.801', '025-83120000转801'],
    ['an extension behind 转', '02583120000转 8', '02583120000转8'],
    ['five digits of a hotline', '12345', '12345'],
  ])('with %s is that number, and nothing else was said', (_, written, value) => {
    expect(phoneIn(written)).toEqual({ value, isAll: true });
  });

  it.each([
    ['beside another behind a comma', '025-83120000，13900000000', '13900000000'],
    ['beside another behind a blank', '13900000000 13800000000', '13900000000'],
    ['beside another in the next line of a cell', '13900000000\n13800000000', '13900000000'],
    ['beside another behind 或', '025-83120000或83120001', '025-83120000'],
    ['with a remark', '13900000000（晚上打）', '13900000000'],
    ['with whose it is', '张女士：139-0000-0000', '139-0000-0000'],
    ['with its label', '手机号码:8613900000000', '8613900000000'],
    ['with 同微信 behind it', '13900000000同微信', '13900000000'],
    ['as a table program writes a column of numbers', '13900000000.0', '13900000000'],
    ['with a remark behind its extension', '025-83120000转801（白天）', '025-83120000转801'],
    ['of a foreign country', '电话 +44 20 7946 0000 晚上', '+44 20 7946 0000'],
    ['of a service', '客服400-000-0000', '400-000-0000'],
    ['without its area', '家里83120000', '83120000'],
  ])('%s is found, and something else was said', (_, written, value) => {
    expect(phoneIn(written)).toEqual({ value, isAll: false });
  });

  it.each([
    ['a wish', '不方便透露'],
    ['what a spreadsheet rounded', '1.39E+10'],
    ['the same with more digits', '1.3900000E+10'],
    ['too few digits', '139'],
    ['nothing but marks', '\u200b\u202c'],
    ['a user name', 'wx_qian2026'],
    ['a sum', '3.14159265358'],
  ])('is none in %s', (_, written) => {
    expect(phoneIn(written)).toBeUndefined();
  });
});

describe('an e-mail address', () => {
  it.each([
    ['full-width throughout', 'ｑｉａｎ＠ｃｉｔｉｚｅｎ．ｅｘａｍｐｌｅ', 'qian@citizen.example'],
    ['with the full stop of Chinese', 'qian@mail。citizen。example', 'qian@mail.citizen.example'],
    ['with its half-width form', 'qian@citizen｡example', 'qian@citizen.example'],
    ['with blanks of all kinds around it', '\u3000qian@citizen.example\u00a0\n', 'qian@citizen.example'],
    ['with marks of direction', '\u200fqian@citizen.example\u202c', 'qian@citizen.example'],
    ['with blanks around its sign', 'qian ＠ citizen.example', 'qian@citizen.example'],
  ])('%s is that address', (_, written, value) => {
    expect(emailIn(written)).toEqual({ value, isAll: true });
  });

  it.each([
    ['within angle brackets', '钱先生 <qian@citizen.example>'],
    ['as a link', 'mailto:qian@citizen.example'],
    ['with a remark', 'qian@citizen.example（常用）'],
    ['beside another', 'qian@citizen.example；sun@citizen.example'],
    ['at the end of a sentence', '请回复至 qian@citizen.example。'],
    ['behind its label', '邮箱：qian@citizen.example'],
  ])('%s is found, and something else was said', (_, written) => {
    expect(emailIn(written)).toEqual({ value: 'qian@citizen.example', isAll: false });
  });

  it.each(['没有邮箱', 'qian@', '@citizen.example', 'qian.citizen.example', '1234567@qq', ''])(
    'is none in %j',
    (text) => {
      expect(emailIn(text)).toBeUndefined();
    },
  );
});

it('an endless text is looked through no further than anybody writes', () => {
  expect(phoneIn(`${'a'.repeat(1_000_000)}13900000000`)).toBeUndefined();
  expect(emailIn(`${'a'.repeat(1_000_000)}@citizen.example`)).toBeUndefined();
  expect(phoneIn(`13900000000${' '.repeat(1_000_000)}`)?.value).toBe('13900000000');
});

it('of whatever somebody writes, no number and no address comes with what nobody can see or send to', () => {
  const pieces = fc.constantFrom(
    '139',
    '0000',
    '0551',
    '-',
    '—',
    ' ',
    '/',
    '\u202d',
    '转',
    '(',
    '@',
    '.',
    'a',
    '。',
    'E+10',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (all) => {
      const written = all.join('');
      expect(phoneIn(written)?.value ?? '+0000').toMatch(/^[-+\d ()转]{5,40}$/);
      expect(emailIn(written)?.value ?? 'a@a.aa').toMatch(/^[\x21-\x7e]+@[\x21-\x7e]+$/);
    }),
    { numRuns: 2_000 },
  );
});
