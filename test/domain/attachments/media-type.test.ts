import { describe, expect, it } from 'vitest';
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
