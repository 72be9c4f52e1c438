import { describe, expect, it } from 'vitest';
import { factsOf } from '../../adapters/photos/photo-facts.ts';
import { downloadOf } from '../../domain/attachments/download.ts';
import { type MailIntake, mailIntake, receive } from '../support/mail-intake.ts';
import { file, mixed, part, words } from '../support/mail-parts.ts';
import { mail } from '../support/mails.ts';
import { phonePhoto } from '../support/photos.ts';

const PHOTO = Buffer.from('ffd8ffe000104a464946', 'hex');
const TEXT = '东湖边的化工厂夜里排放刺鼻气体，已经一个星期没法开窗了，请查处。';

describe('what comes with a mail', () => {
  it('lies under the receipt in the evidence bucket, byte for byte, named in the vault only', async () => {
    const deps = mailIntake();
    const files = [
      file('application/octet-stream', PHOTO, '../现场.jpg'),
      file('text/csv', Buffer.from('a,b'), '现场.jpg'),
    ];
    const [complaint] = await receive(deps, mixed([words(TEXT), ...files]));
    expect(complaint!.attachments).toMatchObject([
      { name: '现场.jpg', mediaType: 'image/jpeg' },
      { name: '现场 (2).jpg', mediaType: 'text/csv' },
    ]);
    const [photo, table] = complaint!.attachments;
    expect(photo!.key).toMatch(new RegExp(`^attachments/${complaint!.receipt}/[0-9a-f]{64}$`));
    expect(Buffer.from(await deps.evidence.read(photo!.key!))).toEqual(PHOTO);
    expect(Buffer.from(await deps.evidence.read(table!.key!)).toString()).toBe('a,b');
  });

  it('tells nobody where it was made: a photo is cleaned, a film loses its place, a document stays as it came', async () => {
    const deps = mailIntake();
    const film = Buffer.from('\0\0\0\x18ftypmp42....\xa9xyz\0\x15\x12\xc7+31.2304+121.4737/....moov', 'latin1');
    const document = Buffer.from('%PDF-1.7 +31.2304+121.4737/ \xa9xyz', 'latin1');
    const sent = [file('image/jpeg', phonePhoto(), 'a.jpg'), file('video/mp4', film, 'b.mp4')];
    const raw = mixed([words(TEXT), ...sent, file('application/pdf', document, 'c.pdf')]);
    const [complaint] = await receive(deps, raw);
    const kept = await Promise.all(complaint!.attachments.map(({ key }) => deps.evidence.read(key!)));
    const [photo, clip, paper] = kept.map((bytes) => Buffer.from(bytes));
    expect(factsOf(photo!).position).toBeUndefined();
    expect(photo!.includes('SecretPhone')).toBe(false);
    expect(clip!.toString('latin1')).toBe(film.toString('latin1').replace('+31.2304+121.4737', '+00.0000+000.0000'));
    expect(paper).toEqual(document);
    expect(complaint!.attachments.map(({ name }) => name)).toEqual([
      'a（2026-11-20 21时03分拍摄）.jpg',
      'b.mp4',
      'c.pdf',
    ]);
    expect(Buffer.from(await deps.evidence.read((complaint!.original as { key: string }).key))).toEqual(raw);
  });

  it('is kept as sent in any encoding', async () => {
    const deps = mailIntake();
    const binary = part(['Content-Type: image/jpeg', 'Content-Transfer-Encoding: binary'], PHOTO);
    const printable = part(
      ['Content-Type: text/csv; name=x.csv', 'Content-Transfer-Encoding: quoted-printable'],
      '=E5=99=AA,1\r\n=\r\n2',
    );
    const [complaint] = await receive(deps, mixed([words(TEXT), binary, printable]));
    const kept = await Promise.all(complaint!.attachments.map(({ key }) => deps.evidence.read(key!)));
    expect(kept.map((bytes) => Buffer.from(bytes).toString('latin1'))).toEqual([
      PHOTO.toString('latin1'),
      expect.stringMatching(/^\xe5\x99\xaa,1\r\n2/),
    ]);
  });

  it('is there once when the mail comes twice', async () => {
    const deps = mailIntake();
    const raw = mixed([words(TEXT), file('image/jpeg', PHOTO, 'a.jpg')]);
    expect(await receive(deps, raw)).toHaveLength(1);
    expect(await receive(deps, raw)).toHaveLength(0);
    expect(deps.evidence.keys().filter((key) => key.startsWith('attachments/'))).toHaveLength(1);
  });

  it('may be all there is: a PDF without a name is called as the letter is', async () => {
    const raw = mail(
      { Subject: 'Smell', 'Content-Type': 'application/pdf', 'Content-Transfer-Encoding': 'base64' },
      Buffer.from('%PDF-1.7').toString('base64'),
    );
    expect(await receive(mailIntake(), raw)).toMatchObject([
      { text: 'Smell', attachments: [{ name: 'Smell.pdf', mediaType: 'application/pdf' }] },
    ]);
  });

  it.each([
    ['说明.doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/msword', 'doc'],
    ['说明.wps', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/vnd.ms-works', 'wps'],
    ['名单.XLS', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/vnd.ms-excel', 'xls'],
    ['记录.txt', 'words', 'text/plain', 'txt'],
    ['名单.csv', 'a,b', 'text/csv', 'csv'],
    ['旧信.eml', 'From: a@b.example', 'message/rfc822', 'eml'],
    ['照片.doc', '\xff\xd8\xff\xe0', 'image/jpeg', 'jpg'],
    ['程序.doc', 'MZ', 'application/x-msdownload', 'bin'],
    ['网页.html', '<script>', 'text/html', 'bin'],
    ['未知.xyz', '\x00\x01??', 'application/octet-stream', 'bin'],
  ])(
    'labelled as mere bytes is handed out under an extension that opens: %s',
    async (name, bytes, mediaType, extension) => {
      const raw = mixed([words(TEXT), file('application/octet-stream', Buffer.from(bytes, 'latin1'), name)]);
      const [complaint] = await receive(mailIntake(), raw);
      expect(complaint!.attachments).toMatchObject([{ name, mediaType }]);
      expect(downloadOf(complaint!.receipt, 1, mediaType).fileName).toBe(`${complaint!.receipt}-1.${extension}`);
    },
  );

  it.each([
    'file',
    'image',
    '应用程序/文本',
    'text/',
    '/plain',
    'a/b/c d',
    'x"y/z',
    '',
    'text; charset=utf-8',
    `a/${'b'.repeat(300)}`,
  ])('under the odd label %j is kept, and its type fits a header', async (label) => {
    const deps = mailIntake();
    const raw = mixed([words(TEXT), file(label, Buffer.from('\x01\x02'), 'a.xyz')]);
    const [complaint] = await receive(deps, raw);
    expect(deps.letters).toEqual([]);
    expect(complaint!.attachments).toMatchObject([{ name: 'a.xyz' }]);
    expect(complaint!.attachments[0]!.mediaType).toMatch(/^[a-z0-9][\w.+-]*\/[a-z0-9][\w.+-]*$/);
  });

  it('of Outlook, winmail.dat, is kept as it is', async () => {
    const tnef = Buffer.from('789f3e220100', 'hex');
    const [complaint] = await receive(
      mailIntake(),
      mixed([words(TEXT), file('application/ms-tnef', tnef, 'winmail.dat')]),
    );
    expect(complaint!.attachments).toMatchObject([{ name: 'winmail.dat', mediaType: 'application/ms-tnef' }]);
  });
});

describe('a mail that brings another', () => {
  const inner = mixed([words(TEXT), file('image/jpeg', PHOTO, '现场.jpg')], {
    Subject: 'Inner',
    'Message-ID': '<2@x>',
  });
  const forwarded = (encoding = '7bit') =>
    part(
      ['Content-Type: message/rfc822', `Content-Transfer-Encoding: ${encoding}`],
      encoding === 'base64'
        ? inner.toString('base64')
        : Buffer.from(inner.toString('latin1').replaceAll('--b', '--c').replace('boundary=b', 'boundary=c'), 'latin1'),
    );

  it.each(['7bit', 'base64'])('and says little itself means what that one says (%s)', async (encoding) => {
    const [complaint] = await receive(mailIntake(), mixed([words('请处理'), forwarded(encoding)], { Subject: 'Fw' }));
    expect(complaint!.text).toBe(`Fw\n\n请处理\n\nInner\n\n${TEXT}`);
    expect(complaint!.attachments.map(({ name }) => name)).toEqual(['Inner.eml', '现场.jpg']);
    expect(complaint!.attachments.every(({ key }) => key)).toBe(true);
  });

  it('and says enough itself has it beside its words', async () => {
    const own = '我家楼下的餐馆油烟直排，附上去年写给你们的信，一直没有答复。';
    const [complaint] = await receive(mailIntake(), mixed([words(own), forwarded()]));
    expect(complaint).toMatchObject({ text: own, quoted: `Inner\n\n${TEXT}` });
  });
});

it('a function that is killed at any call it makes is made good by redelivery: one complaint, its files, its thread', async () => {
  const raw = mixed([words(TEXT), file('image/jpeg', PHOTO, '现场.jpg')]);
  const calls = ['read', 'take', 'put', 'putIfAbsent', 'remember'] as const;
  for (const killed of calls) {
    for (const isDone of [false, true]) {
      const deps = mailIntake();
      await receive(dyingAt(deps, killed, isDone), raw);
      await receive(deps, raw);
      const [complaint, ...more] = deps.vault.all();
      expect(more).toEqual([]);
      expect(Buffer.from(await deps.evidence.read(complaint!.attachments[0]!.key!))).toEqual(PHOTO);
      expect(await deps.threads.receiptOf('<1@example.com>')).toBe(complaint!.receipt);
    }
  }
});

/** The same, but the first call of that name ends the function, before or after it has done its work. */
function dyingAt(deps: MailIntake, killed: string, isDone: boolean): MailIntake {
  const dying = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get: (target, name) => {
        const own = Reflect.get(target, name) as unknown;
        if (name !== killed || typeof own !== 'function') return own;
        return async (...parameters: unknown[]) => {
          if (isDone) await own(...parameters);
          throw new Error('killed');
        };
      },
    });
  const { put: keep } = deps.evidence;
  const { vault, threads, limits } = deps;
  // The mail itself was there before the function was.
  const evidence = dying({ ...deps.evidence });
  const put: typeof keep = (key, ...more) =>
    key.startsWith('mail/') ? keep(key, ...more) : evidence.put(key, ...more);
  return {
    ...deps,
    vault: dying(vault),
    threads: dying(threads),
    limits: dying(limits),
    evidence: { ...evidence, put },
  };
}
