import { describe, expect, it } from 'vitest';
import type { Submission } from '../../domain/complaint.ts';
import { consoleOf } from '../support/messages.ts';
import { CASE, CLAIMS, FILE, office } from '../support/office.ts';
import { beijing } from '../support/rules.ts';

describe('an attachment', () => {
  const PHOTO = { name: '张某某家门口.jpg', mediaType: 'image/jpeg', key: 'attachments/QH-1/aa' };
  const LOST = { name: '微信图片', mediaType: 'image/*', mediaId: 'm', lost: 'expired' as const };

  async function withFiles(attachments: Submission['attachments'] = [PHOTO]) {
    const desk = await office({ attachments });
    for (const { key } of attachments) if (key) await desk.world.evidence.put(key, Buffer.from('x'), '');
    /** Opens what a view links. */
    const open = (href: string, claims: Record<string, unknown> = CLAIMS) => {
      const [, , , id = '', , receipt = '', , number = ''] = href.split('/');
      return desk.call(FILE, { claims, id, path: { receipt, number } });
    };
    const hrefs = async (id = desk.receipt) =>
      (await desk.call(CASE, { id })).json.complaint.attachments.map(({ href }: { href?: string }) => href);
    return { ...desk, open, hrefs };
  }

  it('that is kept is linked in the view and opens for five minutes elsewhere, under a name of ours', async () => {
    const { receipt, open, hrefs } = await withFiles();
    const [href] = await hrefs();
    expect(href).toBe(`/v1/cases/${receipt}/complaints/${receipt}/attachments/1`);
    const { status, text, headers } = await open(href);
    expect([status, text]).toEqual([303, '']);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    const { origin, pathname, searchParams } = new URL(String(headers.location));
    expect(origin + pathname).toBe(`https://evidence.example/${PHOTO.key}`);
    expect(Object.fromEntries(searchParams)).toEqual({
      fileName: `${receipt}-1.jpg`,
      mediaType: 'image/jpeg',
      now: beijing('2026-06-02 10:00'),
    });
  });

  it.each([
    ['lost', LOST],
    ['not fetched yet', { ...LOST, lost: undefined }],
    ['named and never came', { ...PHOTO, lost: 'never-came' as const }],
    ['closed', { ...PHOTO, key: undefined }],
  ])('that is %s has no link, and is answered 404', async (_, attachment) => {
    const { receipt, open, hrefs } = await withFiles([attachment]);
    expect(await hrefs()).toEqual([undefined]);
    const { status, json } = await open(`/v1/cases/${receipt}/complaints/${receipt}/attachments/1`);
    expect([status, json.type]).toEqual([404, 'urn:huiyin:problem:no-such-attachment']);
  });

  it('that the bucket has no more, and a number that there is not, are answered 404', async () => {
    const { world, receipt, open, hrefs } = await withFiles();
    for (const number of ['0', '2', '-1', '1.5', 'x', '', '__proto__'])
      expect((await open(`/v1/cases/${receipt}/complaints/${receipt}/attachments/${number}`)).status).toBe(404);
    world.evidence.remove(PHOTO.key);
    expect((await open((await hrefs())[0])).status).toBe(404);
  });

  it('opens for those who may see the case, and for nobody else', async () => {
    const { open, hrefs } = await withFiles();
    const [href] = await hrefs();
    const as = async (organ: string) => (await open(href, { ...CLAIMS, organ })).status;
    expect([await as('county'), await as('city'), await as('neighbour')]).toEqual([303, 303, 403]);
  });

  it('of a complaint of another case does not open by this one', async () => {
    const { world, receipt, open } = await withFiles();
    const other = await world.complain('2026-06-01 10:00', { sourceId: 'other', attachments: [PHOTO] });
    expect((await open(`/v1/cases/${receipt}/complaints/${other.receipt}/attachments/1`)).status).toBe(404);
    expect((await open(`/v1/cases/${receipt}/complaints/${'x'.repeat(3000)}/attachments/1`)).status).toBe(404);
  });

  it('of what came in later opens, however much came after it', async () => {
    const { world, receipt, open, call } = await withFiles();
    const follow = (n: number, to = receipt) =>
      world.complain('2026-06-01 12:00', {
        sourceId: `more-${n}`,
        attachments: [PHOTO],
        follows: { to, as: 'supplement' as const },
      });
    const first = await follow(0);
    for (let n = 1; n <= 101; n += 1) await follow(n);
    const reply = await follow(102, first.receipt);
    const { followUps } = (await call(CASE, { id: receipt })).json;
    expect((await open(followUps.at(-1).complaint.attachments[0].href)).status).toBe(303);
    for (const one of [first, reply])
      expect((await open(`/v1/cases/${receipt}/complaints/${one.receipt}/attachments/1`)).status).toBe(303);
  });

  it('of a complaint that was joined to the case opens by the case', async () => {
    const { world, receipt, open } = await withFiles();
    const other = await world.complain('2026-06-01 11:00', { sourceId: 'other', attachments: [PHOTO] });
    await world.order('2026-06-01 12:00', 'county', other.receipt, { type: 'join', into: receipt });
    expect((await open(`/v1/cases/${receipt}/complaints/${other.receipt}/attachments/1`)).status).toBe(303);
  });

  it('leaves on record that it was opened, by whom of which organ, and not what it is called', async () => {
    const { receipt, open, hrefs } = await withFiles();
    const [href] = await hrefs();
    const line = JSON.parse(await consoleOf(() => open(href)));
    const { sub, organ } = CLAIMS;
    expect(line).toMatchObject({ event: 'attachment-opened', caseId: receipt, receipt, number: 1, organ, sub });
    expect(JSON.stringify(line)).not.toMatch(/张某某|经办人/);
  });
});
