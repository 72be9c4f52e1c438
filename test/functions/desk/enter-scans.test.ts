import { describe, expect, it } from 'vitest';
import { atTheWindow, receiptIn, VISIT } from '../../support/at-the-window.ts';
import { hiddenOf } from '../../support/desk.ts';

/** Somebody at the window scans a letter. */
async function scanning() {
  const window = await atTheWindow();
  const { scans, world, open } = window;
  /** A browser sends a file to the bucket, and is sent back by it; what is kept of it comes meanwhile. */
  const scan = async (isKept = true) => {
    const { key } = hiddenOf((await scans()).text, 'https://inbox.example/') as { key: string };
    if (isKept) await world.evidence.put(key, Buffer.from('PDF'), 'application/pdf');
    return { key, page: await scans({ key, bucket: 'inbox', etag: '"1"' }) };
  };
  const named = async (page: string) => ({ ...VISIT, ...namesIn(page) });
  return { ...window, scan, named, form: async () => (await open()).text };
}

const namesIn = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/name="(files-\d+-name)"[^>]*?value="([^"]*)"/gs)].map(([, name, value]) => [name!, value!]),
  );

describe('scans of a letter that is entered', () => {
  it('are sent one after the other, and are the complaint’s own files', async () => {
    const { scan, form, named, send, world } = await scanning();
    const one = await scan();
    expect(one.page.text).toContain('已收到1份');
    expect(one.page.headers['content-security-policy']).toContain("form-action 'self' https://inbox.example");
    const other = await scan();
    const page = await form();
    const { text } = await send({ ...(await named(page)), 'files-1-name': '营业执照' }, page);
    expect((await world.vault.findKept(receiptIn(text)))!.attachments).toEqual([
      { key: one.key, name: expect.stringContaining('扫描件1'), mediaType: 'application/pdf' },
      { key: other.key, name: expect.stringContaining('营业执照'), mediaType: 'application/pdf' },
    ]);
    expect(await form()).not.toContain('已收到');
  });

  it('may be added in the middle of a form, which stays as it was typed', async () => {
    const { scan, form, send } = await scanning();
    const left = await send({ ...VISIT, do: 'files' });
    expect(left).toMatchObject({ status: 303, location: '/desk/enter/scans' });
    await scan();
    const page = await form();
    expect(page).toContain(VISIT.text);
    expect(page).toContain('已收到1份');
  });

  it('that have not come yet are waited for; one without a name is left out', async () => {
    const { scan, form, named, send, world } = await scanning();
    await scan(false);
    const page = await form();
    const before = world.vault.all().length;
    const early = await send(await named(page), page);
    expect([early.status, early.text]).toEqual([422, expect.stringContaining('没有收到“扫描件1”')]);
    expect(early.text).toContain(VISIT.text);
    expect(world.vault.all()).toHaveLength(before);
    const { text } = await send({ ...VISIT, 'files-0-name': '' }, page);
    expect((await world.vault.findKept(receiptIn(text)))!.attachments).toEqual([]);
  });

  it('of somebody else are not taken', async () => {
    const { scans, send, world } = await scanning();
    const strange = 'uploads/cases/entered-somebody/secret-9';
    await world.evidence.put(strange, Buffer.from('PDF'), 'application/pdf');
    expect((await scans({ key: strange })).text).not.toContain('已收到');
    const forged = await send({ ...VISIT, 'files-0-key': strange, 'files-0-name': '别人的' });
    expect([forged.status, forged.text]).toEqual([422, expect.stringContaining('没有收到“别人的”')]);
  });
});

it.each(['reviewer', 'auditor'])('a %s sends no scans', async (role) => {
  const { scans } = await atTheWindow(role);
  expect((await scans()).status).toBe(403);
});
