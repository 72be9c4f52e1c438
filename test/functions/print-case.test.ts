import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { consoleOf } from '../support/messages.ts';
import { ARCHIVE, CLAIMS, COMMAND, office, PRINT } from '../support/office.ts';

const PHOTO = { name: '<夜里>.jpg', mediaType: 'image/jpeg', key: 'attachments/QH-1/photo' };
const MAIL = { name: '录音.mp3', mediaType: 'audio/mpeg', key: 'attachments/QH-1/sound' };
const GONE = { name: '旧图.jpg', mediaType: 'image/jpeg', key: 'attachments/QH-1/gone' };
const WHO = { name: '张三丰', phone: '13912345678', email: 'zhang@example.com' };

/** A case that was taken up, with files of which one is there no longer. */
async function withFiles() {
  const here = await office({ attachments: [PHOTO, MAIL, GONE], contact: WHO, text: '夜里<b>很吵</b>，睡不着。' });
  await here.world.evidence.put(PHOTO.key, Buffer.from('JPEG'), PHOTO.mediaType);
  await here.world.evidence.put(MAIL.key, Buffer.from('SOUND'), MAIL.mediaType);
  await here.world.order('2026-06-01 12:00', 'county', here.receipt, { type: 'accept' });
  return here;
}

describe('the printed case', () => {
  it('is an A4 page with numbers, its address as a code, what was written, what was done, and its photos', async () => {
    const { receipt, call } = await withFiles();
    const { status, text, headers } = await call(PRINT, { id: receipt });
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    for (const part of [
      '@page { size: A4',
      'counter(page)',
      `<svg class="qr" viewBox=`,
      `登记编号：${receipt}`,
      '夜里&lt;b&gt;很吵&lt;/b&gt;，睡不着。',
      '<td>受理</td><td>county局 经办人</td>',
      '应办：办结并答复信访人',
      '下一步 ',
      '您反映的问题',
      `<img src="data:image/jpeg;base64,${Buffer.from('JPEG').toString('base64')}"`,
      '&lt;夜里&gt;.jpg',
    ])
      expect(text).toContain(part);
  });

  it('names files that are no pictures or that are gone, and shows none of them', async () => {
    const { receipt, call } = await withFiles();
    const { text } = await call(PRINT, { id: receipt });
    expect(text).toContain('第2件：录音.mp3（请在系统中打开）');
    expect(text).toContain('第3件：旧图.jpg（请在系统中打开）');
    expect(text.match(/<img/g)).toHaveLength(1);
  });

  it('runs nothing and loads nothing, whatever a complaint holds', async () => {
    const { receipt, call } = await withFiles();
    const { text, headers } = await call(PRINT, { id: receipt });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|src="http|href=/);
  });

  it('shows no word of the complainant to whoever sees the records only', async () => {
    const { receipt, call } = await withFiles();
    const { status, text } = await call(PRINT, { id: receipt, claims: { ...CLAIMS, role: 'auditor' } });
    expect(status).toBe(200);
    expect(text).toContain('按岗位不显示来信内容');
    expect(text).not.toMatch(/很吵|<img|夜里/);
  });

  it('stays within what can be answered, however large the photos are: the rest is named', async () => {
    const { world, receipt, call } = await withFiles();
    await world.evidence.put(GONE.key, Buffer.alloc(3_100_000), GONE.mediaType);
    const { text } = await call(PRINT, { id: receipt });
    expect(Buffer.byteLength(text)).toBeLessThan(6_000_000);
    expect(text).toContain('第3件：旧图.jpg（请在系统中打开）');
    expect(text).toContain(Buffer.from('JPEG').toString('base64'));
  });
});

describe('the archive of a case', () => {
  async function unpacked() {
    const here = await withFiles();
    const { status, headers } = await here.call(ARCHIVE, { id: here.receipt });
    expect(status).toBe(303);
    const { pathname, searchParams } = new URL(String(headers.location));
    expect(searchParams.get('fileName')).toBe(`${here.receipt}.zip`);
    const bytes = await here.archives.read(decodeURIComponent(pathname.slice(1)));
    return { ...here, bytes, files: unzipSync(bytes) };
  }

  it('holds page, record, files and checksums that agree, and needs nothing from elsewhere', async () => {
    const { receipt, files } = await unpacked();
    const photo = `附件/${receipt}-1.jpg`;
    expect(Object.keys(files)).toEqual(['案卷.html', 'events.jsonl', photo, `附件/${receipt}-2.mp3`, 'SHA256SUMS']);
    expect(strFromU8(files['案卷.html']!)).toContain(`<img src="${photo}" alt="">`);
    expect(strFromU8(files['案卷.html']!)).not.toContain('data:');
    expect(strFromU8(files[photo]!)).toBe('JPEG');
    const types = strFromU8(files['events.jsonl']!)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).type);
    expect(types).toEqual(['registered', 'accepted']);
    for (const line of strFromU8(files.SHA256SUMS!).trim().split('\n')) {
      const [sum, path] = line.split('  ') as [string, string];
      expect([path, createHash('sha256').update(files[path]!).digest('hex')]).toEqual([path, sum]);
    }
  });

  it('and the page hold what staff added, for whoever may open it', async () => {
    const { world, receipt, call, archives } = await withFiles();
    const key = `uploads/cases/${receipt}/AAAAAAAAAAAAAAAAAAAAAA`;
    await world.evidence.put(key, Buffer.from('夜查'), 'image/jpeg');
    const { version } = (await world.cases.load(receipt))!;
    const files = [{ key, name: '夜查现场.jpg' }];
    await call(COMMAND, { id: receipt, body: { type: 'attach', files, expectedVersion: version } });
    const { text } = await call(PRINT, { id: receipt });
    expect(text).toContain(`${receipt} 材料 第1件：夜查现场.jpg`);
    expect(text).toContain(Buffer.from('夜查').toString('base64'));
    const { headers } = await call(ARCHIVE, { id: receipt });
    const { pathname } = new URL(String(headers.location));
    const packed = unzipSync(await archives.read(decodeURIComponent(pathname.slice(1))));
    expect(strFromU8(packed[`附件/${receipt}-material-1.jpg`]!)).toBe('夜查');
    expect(strFromU8(packed.SHA256SUMS!)).toContain(`附件/${receipt}-material-1.jpg`);
    const records = await call(PRINT, { id: receipt, claims: { ...CLAIMS, role: 'auditor' } });
    expect(records.text).not.toContain(Buffer.from('夜查').toString('base64'));
  });

  it('and the page tell nobody who complained', async () => {
    const { receipt, call, files } = await unpacked();
    const all = [...Object.values(files).map((bytes) => strFromU8(bytes)), (await call(PRINT, { id: receipt })).text];
    for (const secret of Object.values(WHO)) expect(all.join('\n')).not.toContain(secret);
  });

  it('is for whoever may see the case, and leaves a trace, as the page does', async () => {
    const { receipt, call } = await withFiles();
    const output = await consoleOf(async () => {
      await call(PRINT, { id: receipt });
      await call(ARCHIVE, { id: receipt });
      for (const route of [PRINT, ARCHIVE]) {
        const stranger = { ...CLAIMS, organ: 'neighbour' };
        expect((await call(route, { id: receipt, claims: stranger })).status).toBe(403);
        expect((await call(route, { id: 'QH-0000-0000-0000' })).status).toBe(404);
      }
    });
    const viewed = output.split('\n').flatMap((line) => (line.includes('case-viewed') ? [JSON.parse(line).view] : []));
    expect(viewed).toEqual(['print', 'archive']);
  });
});
