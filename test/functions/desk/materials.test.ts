import { describe, expect, it } from 'vitest';
import { createDeskHandler } from '../../../functions/offer-material/desk.ts';
import { county } from '../../support/county-desk.ts';
import { ask, hiddenOf } from '../../support/desk.ts';

const ROUTE = 'GET /desk/cases/{id}/uploads';

/** The county adds files to its case. */
async function adding() {
  const desk = await county();
  const { deps, receipt, cookies, at, world } = desk;
  let secrets = 0;
  const offered: { returnTo?: string | undefined }[] = [];
  const handler = createDeskHandler({
    ...deps,
    newSecret: () => `secret-${++secrets}`,
    uploadForm: async (rule) => {
      offered.push(rule);
      return { action: 'https://inbox.example/', fields: { key: rule.key } };
    },
  });
  const open = async (query: Record<string, string> = {}) =>
    await ask(handler, ROUTE, { path: { id: receipt }, query, cookies, at });
  /** A browser sends the file to the bucket, and is sent back by it; the photo is cleaned meanwhile. */
  const upload = async (page: string, isKept = true) => {
    const { key } = hiddenOf(page, 'https://inbox.example/') as { key: string };
    if (isKept) await world.evidence.put(key, Buffer.from('JPEG'), 'image/jpeg');
    return (await open({ key, bucket: 'inbox', etag: '"1"' })).text;
  };
  const attach = async (page: string, fields: Record<string, string> = {}) =>
    await desk.act('attach', { ...namesIn(page), ...fields }, page);
  const materials = async () => (await world.cases.load(receipt))!.materials ?? [];
  return { ...desk, open, upload, attach, materials, offered };
}

/** What a browser sends of the named fields that stand in the form. */
const namesIn = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/name="(files-\d+-name)"[^>]*?value="([^"]*)"/gs)].map(([, name, value]) => [name!, value!]),
  );

describe('files of staff at the desk', () => {
  it('are sent one after the other to the bucket, named, and added together', async () => {
    const { open, upload, attach, materials, receipt, offered } = await adding();
    const empty = await open();
    expect(empty.headers['content-security-policy']).toContain("form-action 'self' https://inbox.example");
    expect(offered[0]).toMatchObject({
      mediaType: 'application/octet-stream',
      returnTo: `https://huiyin.example/desk/cases/${receipt}/uploads`,
    });
    const one = await upload(empty.text);
    const two = await upload(one);
    expect(two).toContain('已收到2份');
    const done = await attach(two, { 'files-1-name': '检查笔录' });
    expect(done.location).toContain(`/desk/cases/${receipt}?done=attach.${receipt}.`);
    expect(await materials()).toMatchObject([
      { number: 1, name: '材料1' },
      { number: 2, name: '检查笔录' },
    ]);
    expect((await open()).text).not.toContain('已收到');
  });

  it('that have not come yet are waited for, and their names stay', async () => {
    const { open, upload, attach, materials, world } = await adding();
    const page = await upload((await open()).text, false);
    const early = await attach(page, { 'files-0-name': '现场照片' });
    expect([early.status, early.text]).toEqual([422, expect.stringContaining('没有收到“现场照片”')]);
    const { 'files-0-key': key } = hiddenOf(early.text, early.text.match(/action="([^"]+attach)"/)![1]!);
    await world.evidence.put(key!, Buffer.from('JPEG'), 'image/jpeg');
    expect((await attach(early.text)).status).toBe(303);
    expect(await materials()).toMatchObject([{ name: '现场照片' }]);
  });

  it('of another case are not taken', async () => {
    const { open } = await adding();
    expect((await open({ key: 'uploads/cases/QH-0000-0000-0009/x' })).text).not.toContain('已收到');
  });

  it('are added in the middle of a visit: what was typed stays, and they are ticked', async () => {
    const { act, open: uploads, upload, attach, receipt, acts, cookies, at, world, materials } = await adding();
    const typed = { on: '2026-06-01', people: '孔经办', findings: '夜里没有施工', do: 'files' };
    const left = await act('record-visit', typed);
    expect(left).toMatchObject({ status: 303, location: `/desk/cases/${receipt}/uploads?for=record-visit` });
    let { text } = await uploads({ for: 'record-visit' });
    for (let n = 0; n < 3; n += 1) text = await upload(text);
    const back = await attach(text);
    expect(back.location).toBe(`/desk/cases/${receipt}/acts/record-visit?added=3`);
    const path = { id: receipt, act: 'record-visit' };
    const form = await ask(acts, 'GET /desk/cases/{id}/acts/{act}', { path, query: { added: '3' }, cookies, at });
    expect(form.text).toContain('夜里没有施工');
    const ticked = Object.fromEntries(
      [...form.text.matchAll(/name="(files-\d+)" value="([^"]+)" checked/g)].map(([, name, key]) => [name!, key!]),
    );
    expect(Object.values(ticked).toSorted()).toEqual((await materials()).map(({ key }) => key).toSorted());
    await act('record-visit', { ...typed, ...ticked, do: 'act' }, form.text);
    const visit = (await world.cases.events(receipt)).find(({ type }) => type === 'visited');
    expect(visit).toMatchObject({ findings: '夜里没有施工', files: expect.arrayContaining(Object.values(ticked)) });
  });
});
