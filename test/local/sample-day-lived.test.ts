import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalStack } from '../../local/local-stack.ts';
import { COMPLAINTS } from '../../local/sample-day/complaints.ts';
import type { Journal } from '../../local/sample-day/journal.ts';
import { LATER } from '../../local/sample-day/later-messages.ts';
import { SAMPLE_DAY_BEGINS, SAMPLE_DAY_ENDS } from '../../local/sample-day/live.ts';
import { runSampleDay } from '../../local/sample-day/run-sample-day.ts';
import { startProvince } from '../support/province.ts';
import { inBeijing } from '../support/rules.ts';
import { toldInLists } from '../support/told-in-lists.ts';
import { statusIn } from '../support/told-status.ts';

let stack: LocalStack;
let journal: Journal;
const printed: string[] = [];

beforeAll(async () => {
  // Each of the 75 days would be read again; the one with the complaints is, at the end.
  stack = await startProvince('demo', SAMPLE_DAY_BEGINS, { asleep: ['reconcile-day'] });
  journal = await runSampleDay(stack, (line) => printed.push(line));
}, 300_000);

afterAll(() => stack?.stop());

const receiptOf = (name: string) => journal.arrivals.find(({ sample }) => sample.name === name)!.receipt;

/** "2026-09-15 12:00 超期 leader.zehu-ecology@…": when in Beijing, what, to whom. */
const told = (name: string, kind: RegExp) =>
  toldInLists(stack.outbox())
    .filter((sent) => sent.caseId === receiptOf(name) && sent.subject && kind.test(statusIn(sent) ?? sent.subject))
    .map(({ at, subject, to }) => {
      const beijing = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
      return `${beijing} ${/^(?:【|12369)(..)/.exec(subject!)![1]} ${to.split('@')[0]}`;
    })
    .toSorted();

describe('the sample day, lived through', () => {
  it('gives every complaint its receipt and exactly one case, whatever is sent again', async () => {
    const receipts = journal.arrivals.map(({ receipt }) => receipt);
    expect(new Set(receipts).size).toBe(COMPLAINTS.length);
    expect(await stack.state()).toMatchObject({
      complaints: COMPLAINTS.length + LATER.length,
      cases: COMPLAINTS.length,
    });
    expect(journal.repeats.map(({ sample, time }) => `${sample.name} ${time}`)).toEqual([
      'karaoke 2',
      'karaoke 3',
      'straw-burning 2',
      'stone-dust 2',
    ]);
  });

  it('leaves nothing undone: no dead letter, no refused act', async () => {
    expect(stack.deadLetters()).toEqual([]);
    expect(journal.deeds.filter(({ refused }) => refused)).toEqual([]);
  });

  it('reaches the duty desk with an emergency within the minute, at night', () => {
    expect(told('fish-kill', /紧急/)).toEqual(['2026-09-10 02:17 紧急 duty.shapu-ecology']);
    const texts = journal.arrivals.find(({ sample }) => sample.name === 'night-smell')!.notices;
    expect(texts.some(({ transport, text }) => transport === 'sms' && text.includes('【紧急】'))).toBe(true);
  });

  it('climbs from the county to the province with a case that nobody touches, across a make-up day and two holidays', () => {
    expect(told('stone-dust', /告知信访人/).slice(0, 8)).toEqual([
      '2026-09-20 08:30 提醒 handler.hekeng-ecology',
      '2026-09-24 08:30 提醒 handler.hekeng-ecology',
      '2026-09-26 08:20 超期 handler.hekeng-ecology',
      '2026-09-26 08:20 超期 leader.hekeng-ecology',
      '2026-09-28 08:30 督办 leader.songya-ecology',
      '2026-10-08 08:30 督办 leader.qinghe-ecology',
      // And every Monday from then on.
      '2026-10-12 08:30 督办 leader.qinghe-ecology',
      '2026-10-19 08:30 督办 leader.qinghe-ecology',
    ]);
  });

  it('counts an inspection item to twelve o’clock of the fifth day', () => {
    expect(told('inspection-lake', /报送办理情况/).slice(0, 3)).toEqual([
      '2026-09-13 09:00 提醒 handler.zehu-ecology',
      '2026-09-14 09:00 提醒 handler.zehu-ecology',
      '2026-09-15 12:00 超期 leader.zehu-ecology',
    ]);
    const texts = stack.outbox().filter(({ caseId, transport }) => {
      return caseId === receiptOf('inspection-lake') && transport === 'sms';
    });
    expect(texts.slice(0, 4).map(({ at, text }) => `${inBeijing(at)} ${text.slice(8, 12)}`)).toEqual([
      '2026-09-15 08:00 【催办】',
      '2026-09-15 12:00 【超期】',
      '2026-09-15 13:00 【督办】',
      '2026-09-15 16:00 【督办】',
    ]);
  });

  it('no longer chases an item that was reported in time, and gives six hours to one sent back', () => {
    expect(told('inspection-batteries', /超期|督办/)).toEqual([]);
    expect(told('inspection-paint', /退回|超期|督办/)).toEqual(['2026-09-15 14:00 退回 handler.linhe-ecology']);
  });

  it('seals every day, and tells the auditor of each', () => {
    const letters = stack.outbox().filter(({ to }) => to === 'auditor@huiyin.qinghe.example');
    expect(letters).toHaveLength(75);
    expect(printed.join('\n')).toMatch(/2026年9月10日登记总账已封存（\d+条）。\n {2}根值：[0-9a-f]{64}/);
  });

  it('misses nothing when the day is held against what became of it', async () => {
    const told = await stack.invoke('reconcile-day', { time: '2026-09-11T01:00:00Z' });
    expect(told).toMatchObject({ day: '2026-09-10', complaints: COMPLAINTS.length });
    const [line] = stack.logs().filter((one) => one.line.includes('day-reconciled'));
    expect(JSON.parse(line!.line)).toMatchObject({ missing: 0 });
  });

  it('makes one complaint of what a chat brings in pieces, its picture fetched', async () => {
    const headers = { authorization: `Bearer ${stack.credentials.staff.province}` };
    const answer = await fetch(`${stack.url}/v1/cases/${receiptOf('pig-farm')}`, { headers });
    expect(await answer.json()).toMatchObject({ complaint: { attachments: [{ kept: true }] } });
    expect(printed.join('\n')).toContain('聊天里接连发来文字、图片、位置，合为一件');
  });

  it('says what was told in a chat as it says it of other ways', () => {
    const page = printed.join('\n');
    expect(page).toMatch(new RegExp(`【信访告知】已受理\n +${receiptOf('fish-kill')} .*微信 oSample_fish_kill`));
    expect(page).not.toContain('Template');
  });

  it('takes what comes in later to the case, and tells the officer and whoever sent it', () => {
    expect(journal.later.map(({ sample, as }) => `${sample.name} ${as}`)).toEqual([
      'black-river-photo supplement',
      'cooking-fumes-urge urge',
    ]);
    expect(told('black-river', /补充/).map((line) => line.slice(0, 19))).toEqual([
      '2026-10-13 07:50 告知',
      // Nobody is at work yet.
      '2026-10-13 08:30 补充',
    ]);
    expect(told('cooking-fumes', /催单/)).toHaveLength(2);
    const page = printed.join('\n');
    expect(page).toContain(`信访人补充材料（邮件），转到原件，不另立案：${receiptOf('black-river')}`);
    expect(page).toContain(`信访人催办（微信），转到原件，不另立案：${receiptOf('cooking-fumes')}`);
  });

  it('tells a complainant whose matter is another department’s', () => {
    const [notice] = stack
      .outbox()
      .filter(({ caseId, to }) => caseId === receiptOf('rail-noise') && to === '13800990002');
    expect(notice?.text).toContain('已移送铁路监督管理部门');
  });

  it('prints every receipt, leaves the clock 75 days on, and shows no word of a complaint', () => {
    const page = printed.join('\n');
    for (const { receipt } of journal.arrivals) expect(page).toContain(receipt);
    expect(stack.now() >= SAMPLE_DAY_ENDS).toBe(true);
    expect(page).not.toContain('活性炭几个月没有换过');
    expect(page).not.toContain('顾小满');
  });
});
