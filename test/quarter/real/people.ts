import type { LocalStack } from '../../../local/local-stack.ts';
import { sendPartner } from '../../../local/sample-day/senders/partner.ts';
import type { Plan, Work } from '../work.ts';
import { BUREAUS, type Leave } from './province.ts';

const FIRST = '兴和顺祥泰安永昌盛隆裕丰广利源宏达康华';
const SECOND = '记坊成发荣茂来福禄春晖明远新光达通旺嘉瑞';

/** A name that nobody else has: so no complaint is taken for another one's matter. */
const nameOf = (number: number): string =>
  `${FIRST[number % 20]}${SECOND[Math.floor(number / 20) % 20]}${'一二三四五六七八九十'[Math.floor(number / 400) % 10]}厂`;

const TEXTS = {
  normal: (name: string) => `${name}是做印刷的，每天夜里排放刺鼻的油墨气味，关着窗也睡不着，请查处。`,
  emergency: (name: string) => `${name}的化学品仓库刚才爆炸起火，浓烟刺鼻，已经有人受伤，快来！`,
};

/** Whoever complains, by the form or, of an inspection item, through the team; gives the receipt. */
export async function complain(plan: Plan, number: number, stack: LocalStack): Promise<string> {
  const { division } = BUREAUS.find(({ id }) => id === plan.lead)!;
  const target = nameOf(number);
  const text = TEXTS[plan.urgency](target);
  if (!plan.isInspection) {
    const contact = { email: `citizen-${number}@citizen.example` };
    const headers = { 'idempotency-key': `quarter-complaint-${number}` };
    return (await call<{ receipt: string }>(stack, '/v1/complaints', { text, target, division, contact }, headers))
      .receipt;
  }
  const item = `D3QH${String(number).padStart(12, '0')}`;
  const order = { externalId: item, text, division, target, inspection: { batch: '3', item } };
  const sample = { channel: 'partner', name: item, gist: target, at: stack.now(), partner: 'inspection-team', order };
  return await sendPartner(sample as never, stack);
}

/** An officer of whichever organ leads the case by now does it through the API; says why it was refused, if it was. */
export async function work({ who, command }: Work, receipt: string, stack: LocalStack): Promise<string | undefined> {
  const desk = await bearing(stack, 'qinghe-ecology', 'leader', 'head');
  const { lead, version } = await call<{ lead: string; version: number }>(
    stack,
    `/v1/cases/${receipt}`,
    undefined,
    desk,
  );
  const isSigner = who.endsWith('/head');
  const own = await bearing(stack, lead, isSigner ? 'reviewer' : 'leader', isSigner ? 'reviewer' : 'head');
  const body = { ...command, expectedVersion: version };
  return await call(stack, `/v1/cases/${receipt}/commands`, body, own).then(
    () => undefined,
    (error: Error) => error.message,
  );
}

/** The head of an organ puts down that somebody will be away. */
export async function leave({ organ, person }: Leave, stack: LocalStack): Promise<void> {
  const own = await bearing(stack, organ, 'leader', 'head');
  const { version } = await call<{ version: number }>(stack, `/v1/organs/${organ}/people`, undefined, own);
  await call(stack, `/v1/organs/${organ}/absences`, { ...person, expectedVersion: version, reason: '休假' }, own);
}

async function bearing(stack: LocalStack, organ: string, post: string, role: 'head' | 'reviewer') {
  const token = await stack.tokenOf({ sub: `${organ}-${post}`, name: post, organ, role });
  return { authorization: `Bearer ${token}` };
}

async function call<Answer>(
  stack: LocalStack,
  path: string,
  body: object | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const sent = body && { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(stack.url + path, {
    ...sent,
    headers: { 'content-type': 'application/json', ...headers },
  });
  if (!response.ok) throw new Error(`${path.replace(/QH-[^/]+/, '…')}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}
