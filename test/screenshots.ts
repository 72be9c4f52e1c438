import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startLocalStack } from '../local/stack.ts';
import { complain, sendPhoto } from './e2e/support/visitor.ts';
import { contextOf, startBrowser } from './support/browser.ts';
import { type Bureau, bureauOn, PATIENCE_MS } from './tasks/bureau.ts';
import type { Hand } from './tasks/hand.ts';
import { act, HANDLER, HEAD, open, PETITIONS } from './tasks/ten.ts';

// The pictures of the documentation, by `npm run screenshots`: the pages as an ordinary phone shows them. It needs a
// Chinese font.

const FOLDER = join(import.meta.dirname, '..', 'docs', 'images');
const AN_ORDINARY_PHONE = { width: 390, height: 844 };
const AN_OFFICE_COMPUTER = { width: 1280, height: 800 };

const stack = await startLocalStack({ province: 'demo', port: 0, smtpPort: 0, now: '2026-11-20T13:03:00.000Z' });
const browser = await startBrowser();
try {
  mkdirSync(FOLDER, { recursive: true });
  const phone = await pageOf(AN_ORDINARY_PHONE);
  await tour(phone, takeOf(phone));
  const computer = bureauAt(AN_OFFICE_COMPUTER.width);
  const accepted = await someDays(computer);
  await tourDesk(computer, 'desk', accepted);
  await tourDesk(bureauAt(AN_ORDINARY_PHONE.width), 'desk-phone', accepted);
} finally {
  await browser.close();
  await stack.stop();
}

type Take = (name: string, fullPage?: boolean) => Promise<void>;

async function pageOf(viewport: { width: number; height: number }): Promise<Page> {
  const context = await contextOf(browser, { viewport });
  context.setDefaultTimeout(PATIENCE_MS);
  return await context.newPage();
}

function takeOf(page: Page): Take {
  return async (name, fullPage = true) => {
    await page.evaluate('document.activeElement.blur()');
    await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 70, fullPage });
  };
}

async function tour(page: Page, take: Take): Promise<void> {
  await page.goto(stack.url);
  await take('form-top', false);
  await complain(page, stack.url);
  await take('receipt');
  await sendPhoto(page);
  await take('photo');
}

/** 临禾分局 at a screen of that width. */
function bureauAt(width: number): Bureau {
  return bureauOn(stack, browser, { width, hasScript: true }, async () => {});
}

/** A county's bureau with a late case and new ones; gives one that is accepted and must show the four checks. */
async function someDays(bureau: Bureau): Promise<string> {
  await bureau.receives('禾阳市临禾区河东村养猪场把粪水直接排进小河，河水发黑发臭。');
  await stack.advanceTo('2026-12-04T01:30:00.000Z');
  const [accepted = ''] = await bureau.receives(
    '禾阳市临禾区化工园区有一家厂晚上偷排黄色废气，闻了头晕，附近几个村都能闻到。',
  );
  await bureau.before('county', accepted, { type: 'mark', add: ['key'] });
  await bureau.before('county', accepted, { type: 'accept' });
  await stack.advanceTo('2026-12-17T01:30:00.000Z');
  await bureau.receives(
    '禾阳市临禾区幸福小区楼下的印刷厂夜里排放刺鼻气味，窗户不敢开。',
    '禾阳市临禾区北河村的采石场爆破扬尘很大，庄稼上落了一层灰。',
  );
  return accepted;
}

/** The twelve main pages of the desk, as an ordinary screen shows them. */
async function tourDesk(bureau: Bureau, name: string, accepted: string): Promise<void> {
  const take = (hand: Hand, what: string, fullPage = false) => takeOf(hand.page)(`${name}-${what}`, fullPage);
  const hand = await bureau.enters(HANDLER);
  await take(hand, 'list');
  await hand.go('a.go >> nth=0');
  await take(hand, 'case');
  await act(hand, '受理');
  await take(hand, 'act', true);
  await hand.page.goto(`${stack.deskUrl}/desk`);
  await open(hand, accepted);
  await act(hand, '呈签答复');
  await take(hand, 'closing', true);
  await hand.page.goto(`${stack.deskUrl}/desk/cases/${accepted}`);
  await act(hand, '登记现场核查');
  await take(hand, 'visit', true);
  for (const part of ['通讯录', '帮助']) {
    await hand.go(`header a:text-is("${part}")`);
    await take(hand, part === '帮助' ? 'help' : 'roster');
  }
  await tourOthers(bureau, take);
}

/** What the head, the petition office and the auditor see besides. */
async function tourOthers(bureau: Bureau, take: (hand: Hand, what: string, fullPage?: boolean) => Promise<void>) {
  const head = await bureau.enters(HEAD);
  await head.tickAll();
  await head.go('button[value="distribute"]');
  await take(head, 'batch');
  const petitions = await bureau.enters(PETITIONS);
  await petitions.go('header a:text-is("录入")');
  await take(petitions, 'enter');
  await petitions.press('#channel label:text-is("来访")');
  await petitions.write('#text', '临禾区幸福小区楼下的印刷厂夜里排放刺鼻气味，窗户不敢开。');
  await petitions.write('#phone', '13900000000');
  await petitions.go('button[value="enter"]');
  await take(petitions, 'receipt');
  const auditor = await bureau.enters('审计人员');
  await auditor.go('header a:text-is("查阅记录")');
  await take(auditor, 'access');
  await auditor.go('button:text-is("退出")');
  await take(auditor, 'log-in');
}
