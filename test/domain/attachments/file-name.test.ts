import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNames, safeFileName } from '../../../domain/attachments/file-name.ts';
import { anyText } from '../../support/any-text.ts';

const file = (name: string, mediaType = 'image/jpeg') => ({ name, mediaType });

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\li\\现场.jpg', '现场.jpg'],
    ['照片\u202egpj.exe', '照片gpj.exe'],
    ['a\u0000\r\n\tb.jpg', 'ab.jpg'],
    ['  ..hidden. . ', 'hidden'],
    ['a<b>:"c|?*.png', 'abc.png'],
    ['e\u0301.txt', '\u00e9.txt'],
    ['𠮷野家\ud800.jpg', '𠮷野家�.jpg'],
    ['..', ''],
    [`${'很长'.repeat(100)}.docx`, `${'很长'.repeat(37)}很.docx`],
  ])('%j is shown as %j', (written, shown) => expect(safeFileName(written)).toBe(shown));

  it('is safe whatever was written, and stays as it is when made safe again', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 300 }), (written) => {
        const name = safeFileName(written);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\]|^\.|[.\s]$/u);
        expect(name.isWellFormed() && [...name].length <= 80).toBe(true);
        expect(safeFileName(name)).toBe(name);
      }),
    );
  });
});

describe('the names of several files', () => {
  it('are never empty and never alike', () => {
    const files = [file('现场.jpg'), file('现场.JPG'), file(''), file('说明', 'application/pdf'), file('附件3.jpg')];
    expect(fileNames(files)).toEqual(['现场.jpg', '现场 (2).JPG', '附件3.jpg', '说明', '附件3 (2).jpg']);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'a.jpg', 'A (2).jpg', '', 'a (2)'), { maxLength: 12 }), (written) => {
        const names = fileNames(written.map((name) => file(name))).map((name) => name.toLowerCase());
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  it('come from the letter when there is one file and it has no name', () => {
    expect(fileNames([file('', 'application/pdf')], '关于油烟的投诉')).toEqual(['关于油烟的投诉.pdf']);
    expect(fileNames([file('', 'constructor')], '')).toEqual(['附件1']);
  });
});
