import { describe, expect, it } from 'vitest';
import { memorySuppressions } from '../../adapters/memory/suppressions.ts';
import { createHandler as recordBounces } from '../../functions/record-bounces/handler.ts';
import { county } from '../support/county-desk.ts';
import { ask } from '../support/desk.ts';
import { batchOf, desk } from '../support/messages.ts';
import { CLAIMS, NOTICES, office } from '../support/office.ts';
import { beijing } from '../support/rules.ts';
import { sesReport } from '../support/ses.ts';
import { rules } from '../support/world.ts';

type World = Awaited<ReturnType<typeof office>>['world'];

/** What SES says of a mail of that world. */
const says = (world: World, body: object) =>
  recordBounces({
    ...{ cases: world.cases, incidents: world.incidents, rules: rules(), deliveries: world.deliveries },
    ...{ kept: world.keep.kept, suppressions: memorySuppressions(), setAside: desk().setAside },
    ...{ noticeQueue: { send: world.deliver }, staff: () => new Set<string>() },
  })(batchOf([body], { sentAt: Date.parse(beijing('2026-06-01 12:05')) }));

/** A case that was accepted at noon, of which its complainant was told. */
async function accepted() {
  const here = await office();
  await here.world.order('2026-06-01 12:00', 'county', here.receipt, { type: 'accept' });
  const id = `${here.receipt}#2#complainant`;
  const delivered = {
    ...{
      eventType: 'Delivery',
      delivery: { timestamp: '2026-06-01T04:02:00.000Z', recipients: ['qian@citizen.example'] },
    },
    mail: { messageId: 'm-1', headers: [{ name: 'X-Huiyin-Notice', value: id }] },
  };
  const told = async () => {
    const { json } = await here.call(NOTICES, { id: here.receipt });
    return json.notices.find((one: { id: string }) => one.id === id);
  };
  return { ...here, id, delivered, told };
}

describe('what a complainant was told', () => {
  it('is proved word for word, with when, by which way, and that it arrived', async () => {
    const { world, delivered, told } = await accepted();
    expect(await told()).toMatchObject({ standing: '已发出，尚无回执' });
    await says(world, delivered);
    const sent = world.outbox.find(({ to }) => to === 'qian@citizen.example')!;
    expect(await told()).toMatchObject({
      standing: '已送达',
      attempts: [
        {
          ...{ to: '信访人', by: '电子邮件', at: beijing('2026-06-01 12:00'), outcome: '回执：已送达' },
          ...{ subject: sent.subject, text: `${sent.text}\n\n需要补充情况或材料的，请直接回复本邮件。` },
        },
      ],
    });
  });

  it('is shown with every way that failed, and why', async () => {
    const { world, id, told } = await accepted();
    await says(world, sesReport({ bounce: 'Permanent' }, { to: ['qian@citizen.example'], notice: id }));
    const { attempts } = await told();
    expect(attempts.map(({ by, outcome }: { by: string; outcome: string }) => `${by} ${outcome}`)).toEqual([
      '电子邮件 回执：被退回（代码：5.1.1）',
      '短信 已发出',
    ]);
  });

  it('and what staff were told names organ and role, and no address or query code of anybody', async () => {
    const { call, receipt } = await accepted();
    const { json, text } = await call(NOTICES, { id: receipt });
    const recipients = json.notices.flatMap((one: { attempts: { to: string }[] }) => one.attempts.map(({ to }) => to));
    expect(new Set(recipients)).toEqual(new Set(['信访人', 'county局经办人']));
    expect(text).not.toMatch(/@|139\d{8}/);
  });

  it('is shown to nobody who may not see the case', async () => {
    const { call, receipt } = await accepted();
    const neighbour = await call(NOTICES, { id: receipt, claims: { ...CLAIMS, organ: 'neighbour' } });
    const ops = await call(NOTICES, { id: receipt, claims: { ...CLAIMS, role: 'ops' } });
    expect([neighbour.status, ops.status]).toEqual([403, 403]);
  });
});

it('the page of the case has a line for each notice, which opens to its words', async () => {
  const { world, receipt, pages, cookies, at } = await county();
  await world.order('2026-06-01 12:00', 'county', receipt, { type: 'accept' });
  const { text } = await ask(pages, 'GET /desk/cases/{id}', { path: { id: receipt }, cookies, at });
  const card = text.slice(text.indexOf('id="timeline"'));
  expect(card).toContain('通知与送达');
  expect(card).toMatch(/<summary>[^<]*12369告知[^<]*<strong>已发出，尚无回执<\/strong>/);
  expect(card).toContain('就您提交的生态环境信访件');
  expect(card).not.toMatch(/@citizen|13911112222/);
});
