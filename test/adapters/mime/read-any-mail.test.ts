import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';

it('anything at all is read', async () => {
  const pieces = fc.constantFrom(
    ...[
      '\r\n',
      '\n',
      '--b',
      '--b--',
      'Content-Type: multipart/mixed; boundary=b\r\n',
      'Content-Type: text/html; charset=gbk\r\n',
    ],
    ...[
      'Subject: =?gbk?B?',
      '?=',
      '=?utf-8?Q?=E5',
      'From: "',
      '<a@b>',
      '\u00ff\u00b0',
      'Content-Transfer-Encoding: base64\r\n',
      '<div>',
      '~{',
    ],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { maxLength: 40 }), async (parts) => {
      const { text, subject } = await readMail(Buffer.from(parts.join(''), 'latin1'));
      return text.isWellFormed() && subject.isWellFormed();
    }),
    { numRuns: 500 },
  );
});

const folder = resolve(import.meta.dirname, '../../../../shared/data/email');
const read = (...path: string[]) => readFileSync(resolve(folder, ...path));

describe.skipIf(!existsSync(folder))('the mails collected for this project', () => {
  const tidy = (text: string | undefined) => text?.replace(/\s+/g, ' ').trim();

  it('that were made for it are all read as they were meant', async () => {
    const wrong: unknown[] = [];
    for (const { file, subject, text, ...other } of JSON.parse(read('constructed', 'expected.json').toString())) {
      const got = await readMail(read('constructed', file));
      const name = got.attachments[0]?.name;
      const isRight = [
        got.subject === subject,
        text === undefined || tidy(got.text) === tidy(text),
        !other.from_name || got.from?.name === other.from_name,
        // A path becomes its last part.
        !other.filename || name === other.filename.split('/').at(-1),
        !other.attachments || got.attachments.length === other.attachments,
        !other.html_contains || got.text.includes(other.html_contains),
      ];
      if (isRight.includes(false)) wrong.push([file, got]);
    }
    expect(wrong).toEqual([]);
  });

  it('of other projects are read without an exception, reports and automatic answers told apart', async () => {
    const automatic: string[] = [];
    for (const file of readdirSync(resolve(folder, 'third-party')).filter((name) => name.endsWith('.eml'))) {
      if ((await readMail(read('third-party', file))).automatic) automatic.push(file);
    }
    expect(automatic).toHaveLength(12);
  });
});
