import { describe, expect, it } from 'vitest';
import { MOST_MATERIALS } from '../../domain/case/handling/materials.ts';
import { CASE, CLAIMS, COMMAND, MATERIAL, office, UPLOAD } from '../support/office.ts';

const PDF = { key: 'uploads/cases/{id}/AAAAAAAAAAAAAAAAAAAAAA', name: '检查笔录.pdf' };

async function desk() {
  const here = await office();
  const { world, receipt, call } = here;
  const key = PDF.key.replace('{id}', receipt);
  /** The file has come and is kept. */
  const send = (at = key) => world.evidence.put(at, Buffer.from('%PDF-1.7'), 'application/pdf');
  const attach = async (files: readonly object[] = [{ ...PDF, key }], organ = 'county') => {
    const { version } = (await world.cases.load(receipt))!;
    const body = { type: 'attach', files, expectedVersion: version };
    return await call(COMMAND, { claims: { ...CLAIMS, organ }, id: receipt, body });
  };
  const open = (organ: string, number = '1') =>
    call(MATERIAL, { claims: { ...CLAIMS, organ }, id: receipt, path: { number } });
  const offer = (organ: string) =>
    call(UPLOAD, { claims: { ...CLAIMS, organ }, id: receipt, body: { mediaType: 'application/pdf' } });
  return { ...here, key, send, attach, open, offer };
}

describe('a document of staff', () => {
  it('is sent by a form of its case, added, listed and opened', async () => {
    const { receipt, call, key, send, attach, open, offer } = await desk();
    expect((await offer('county')).json).toMatchObject({ key, fields: { key } });
    await send();
    expect((await attach()).status).toBe(200);
    const { materials } = (await call(CASE, { id: receipt })).json;
    const href = `/v1/cases/${receipt}/materials/1`;
    expect(materials).toMatchObject([
      { number: 1, name: PDF.name, mediaType: 'application/pdf', organ: 'county', href },
    ]);
    const { status, headers } = await open('county');
    expect([status, headers.location ?? headers.Location]).toEqual([303, expect.stringContaining(key)]);
  });

  it('that is added again is there once', async () => {
    const { world, receipt, send, attach } = await desk();
    await send();
    await attach();
    expect((await attach()).status).toBe(200);
    expect((await world.cases.load(receipt))?.materials).toHaveLength(1);
  });

  it('that has not come is named in the refusal', async () => {
    const { attach } = await desk();
    const { status, json } = await attach();
    expect([status, json.detail]).toEqual([422, '没有收到“检查笔录.pdf”，请上传完成后稍等几秒再添加']);
  });

  it.each(['uploads/a', 'mail/1', 'uploads/cases/QH-0000-0000-0009/AAAAAAAAAAAAAAAAAAAAAA'])(
    'is never what others sent: %s',
    async (key) => {
      const { send, attach } = await desk();
      await send(key);
      const { status, json } = await attach([{ key, name: '别处.pdf' }]);
      expect([status, json.detail]).toEqual([422, '“别处.pdf”不是为本件上传的材料']);
    },
  );

  it('is opened, and a form for it is given, by who may see and work on the case alone', async () => {
    const { send, attach, open, offer } = await desk();
    await send();
    await attach();
    expect([(await open('city')).status, (await open('neighbour')).status]).toEqual([303, 403]);
    expect([(await offer('neighbour')).status, (await open('county', '2')).status]).toEqual([403, 404]);
  });

  it('is no way to find out whether there is a case, for whoever may see none', async () => {
    const { call, receipt } = await desk();
    const ask = async (id: string) => {
      const body = { mediaType: 'application/pdf' };
      const { status, json } = await call(UPLOAD, { claims: { ...CLAIMS, role: 'ops' }, id, body });
      return { status, detail: json.detail };
    };
    expect(await ask(receipt)).toEqual(await ask('QH-0000-0000-0000'));
    expect((await ask(receipt)).status).toBe(403);
  });

  it('is refused once the case has as many as it may', async () => {
    const { world, receipt, attach } = await desk();
    const keys = Array.from({ length: MOST_MATERIALS + 1 }, (_, n) => `uploads/cases/${receipt}/${n}`);
    for (const key of keys) await world.evidence.put(key, Buffer.from('x'), 'text/plain');
    const files = keys.map((key) => ({ key, name: '材料' }));
    for (let at = 0; at < MOST_MATERIALS; at += 10) expect((await attach(files.slice(at, at + 10))).status).toBe(200);
    const { status, json } = await attach(files.slice(-1));
    expect([status, json.detail]).toEqual([422, '材料已满100件，请合并后再添加']);
  });
});
