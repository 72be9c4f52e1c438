import { describe, expect, it } from 'vitest';
import { atTheWindow, receiptIn, VISIT } from '../../support/at-the-window.ts';
import { ask } from '../../support/desk.ts';

describe('who meets the public', () => {
  it('enters what a visitor says, and gives them a receipt to ask by', async () => {
    const { send, world } = await atTheWindow();
    const { status, text } = await send(VISIT);
    expect(status).toBe(200);
    const kept = (await world.vault.findKept(receiptIn(text)))!;
    expect(kept).toMatchObject({
      channel: 'visit',
      text: VISIT.text,
      contact: { name: '孙来访', postalAddress: '新河路12号3单元301' },
      enteredBy: { organ: 'county', sub: 'county-petition', name: '马接待' },
    });
    expect(text).toContain(kept.queryCode);
    expect(text).toContain('<svg class="qr"');
    expect(text).not.toMatch(/孙来访|3单元301/);
    expect(text).not.toContain('/desk/reception?case=');
    const toLeader = await send({ ...VISIT, channel: 'leader-reception', text: '采石场放炮，房子震裂了。' });
    expect(toLeader.text).toContain(`href="/desk/reception?case=${receiptIn(toLeader.text)}"`);
  });

  it('sends the form twice and has one complaint with one receipt', async () => {
    const { open, send } = await atTheWindow();
    const { text } = await open();
    const [once, twice] = [await send(VISIT, text), await send(VISIT, text)];
    expect(receiptIn(twice.text)).toBe(receiptIn(once.text));
  });

  it('has another matter written over the form of the first one entered by one more press', async () => {
    const { open, send } = await atTheWindow();
    const { text } = await open();
    const once = await send(VISIT, text);
    const other = { ...VISIT, text: '河边有人倒垃圾。' };
    const again = await send(other, text);
    expect(again.text).toContain('是另一件的，请再点一次“录入”');
    const second = await send(other, again.text);
    expect(receiptIn(second.text)).not.toBe(receiptIn(once.text));
  });

  it('sees before entering which earlier case it seems to be, and nothing is entered by that', async () => {
    const { send, world, receipt } = await atTheWindow();
    const before = world.vault.all().length;
    const { text } = await send({ ...VISIT, do: 'look' });
    expect(text).toContain(`/desk/cases/${receipt}`);
    expect(text).toContain('孙来访');
    expect(world.vault.all()).toHaveLength(before);
  });

  it('is told what is missing: how it came, what happened, and how the person is reached', async () => {
    const { send } = await atTheWindow();
    const { channel: _, ...untold } = VISIT;
    expect((await send(untold)).text).toContain('<a href="#channel">请选择是怎么来的</a>');
    const { postalAddress: __, ...unreachable } = VISIT;
    const page = await send({ ...unreachable, text: '' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('请写明发生了什么');
    expect(page.text).toContain('请填写电话、电子邮箱或者通讯地址');
  });

  it('of an anonymous visitor keeps no name', async () => {
    const { send, world } = await atTheWindow();
    const { text } = await send({ ...VISIT, identity: 'anonymous' });
    expect(JSON.stringify(await world.vault.findKept(receiptIn(text)))).not.toContain('孙来访');
  });

  it('has their name on the case as who entered it', async () => {
    const { send, world, pages, cookies, at } = await atTheWindow();
    const receipt = receiptIn((await send({ ...VISIT, text: '河边有人倒垃圾。', address: '河西路' })).text);
    await world.register(receipt, '2026-06-02 09:02');
    const { text } = await ask(pages, 'GET /desk/cases/{id}', { path: { id: receipt }, cookies, at });
    expect(text).toContain('来访，马接待录入');
    expect(text).not.toContain('孙来访');
  });
});

it.each(['reviewer', 'supervisor', 'publicity', 'auditor', 'ops'])('a %s enters nothing', async (role) => {
  const { open } = await atTheWindow(role);
  expect((await open()).status).toBe(403);
});
