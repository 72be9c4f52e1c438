import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { downloadOf } from '../../../domain/attachments/download.ts';
import { mediaTypeOf } from '../../../domain/attachments/media-type.ts';

const bytes = (latin1: string) => Buffer.from(latin1, 'latin1');

describe('the type of a file', () => {
  it.each([
    ['a photo', '\xff\xd8\xff\xe0', 'application/octet-stream', 'image/jpeg'],
    ['a program that is called a photo', 'MZ\x90\0', 'image/jpeg', 'application/x-msdownload'],
    ['a photo of an iPhone', '\0\0\0\x18ftypheic', 'image/jpeg', 'image/heic'],
    ['a film', '\0\0\0\x18ftypisom', 'application/octet-stream', 'video/mp4'],
    ['a voice message', '#!AMR\n', 'audio/mpeg', 'audio/amr'],
    ['a web picture', 'RIFF\x10\0\0\0WEBPVP8 ', 'image/png', 'image/webp'],
    [
      'a letter of Word',
      'PK\x03\x04',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['a packed folder that is called a photo', 'PK\x03\x04', 'image/png', 'application/zip'],
    ['an old letter of Word', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/msword', 'application/msword'],
    ['what nobody knows', 'hello', 'text/plain', 'text/plain'],
    ['nothing', '', 'image/jpeg', 'image/jpeg'],
  ])('is what its first bytes say: %s', (_, first, declared, type) => {
    expect(mediaTypeOf(bytes(first), declared)).toBe(type);
  });
});

describe('a file whose sender says nothing of its type', () => {
  const packed = (...names: string[]) =>
    zipSync(Object.fromEntries(names.map((name) => [name, strToU8(`<${name}/>`)])));
  const long = (name: string) =>
    zipSync({
      'a.bin': [new Uint8Array(300_000).map((_, at) => (at * 7919) >> 3), { level: 0 }],
      [name]: strToU8('<a/>'),
    });
  const ole = (stream: string) =>
    Buffer.concat([
      bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
      Buffer.alloc(504),
      Buffer.from(stream, 'utf16le'),
      Buffer.alloc(90),
    ]);
  const heif = (...brands: string[]) =>
    Buffer.concat([
      Buffer.from([0, 0, 0, 16 + 4 * (brands.length - 1)]),
      bytes(`ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}mdat`),
    ]);

  it.each([
    ['a letter of Word', packed('[Content_Types].xml', 'word/document.xml'), 'docx'],
    ['a table of Excel', packed('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
    ['slides', packed('[Content_Types].xml', 'ppt/presentation.xml'), 'pptx'],
    ['an official document', packed('OFD.xml', 'Doc_0/Document.xml'), 'ofd'],
    ['a letter behind a large picture', long('word/document.xml'), 'docx'],
    [
      'a letter of LibreOffice',
      zipSync({
        mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
        'content.xml': strToU8('<a/>'),
      }),
      'odt',
    ],
    ['a packed folder', packed('照片/1.jpg'), 'zip'],
    ['an old letter, of Word or WPS', ole('WordDocument'), 'doc'],
    ['an old table', ole('Workbook'), 'xls'],
    ['a letter of Outlook', ole('__properties_version1.0'), 'msg'],
    ['a letter', bytes('Received: from a\r\n by b\r\nFrom: a@citizen.example\r\nSubject: x\r\n\r\nhello'), 'eml'],
    ['words in UTF-8', Buffer.from('印刷厂夜里排放刺鼻气味。\n'), 'txt'],
    ['words in GB18030', Buffer.from('b1e0bac52cc4dac8dd0a', 'hex'), 'txt'],
    ['words in UTF-16', Buffer.from('\ufeff编号', 'utf16le'), 'txt'],
    ['formatted words', bytes('{\\rtf1\\ansi'), 'rtf'],
    ['a picture of a new phone', heif('avif', 'mif1', 'miaf'), 'avif'],
    ['a moving one', heif('avis', 'msf1'), 'avif'],
    ['a burst of an iPhone', heif('hevc', 'hevx', 'msf1'), 'heic'],
    ['a picture that names its container first', heif('mif1', 'heic'), 'heic'],
    ['a picture of a new phone that names its container first', heif('mif1', 'avif'), 'avif'],
    ['a film', heif('isom', 'mp41', 'avc1'), 'mp4'],
    ['a film of an iPhone', heif('qt  '), 'mov'],
    ['a page', bytes('\xef\xbb\xbf\n<!DOCTYPE html><script>'), 'bin'],
    ['what nobody knows', bytes('\x01\x02\x03\x04'), 'bin'],
    ['nothing', bytes(''), 'bin'],
  ])('is handed out under an extension that opens: %s', (_, file, extension) => {
    for (const said of ['application/octet-stream', 'file', '文件', 'image', 'a b/c', '', 'application/x-中文'])
      expect(downloadOf('QH-1', 1, mediaTypeOf(file, said)).fileName).toBe(`QH-1-1.${extension}`);
  });

  it.each([
    ['in capitals', 'IMAGE/X-CANON', 'image/x-canon'],
    ['with parameters', 'text/csv; charset=gbk; name="表.csv"', 'text/csv'],
    ['in two lines', 'text/plain\r\nX-Evil: 1', 'application/octet-stream'],
    ['without end', `a/${'b'.repeat(300)}`, 'application/octet-stream'],
    ['with a sign beyond ASCII', 'application/é', 'application/octet-stream'],
  ])('or says it %s has a type that a header can carry', (_, said, type) => {
    expect(mediaTypeOf(bytes('\x01\x02'), said)).toBe(type);
  });
});
