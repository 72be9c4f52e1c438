import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startLocalStack } from '../local/stack.ts';
import { complain, sendPhoto } from './e2e/support/visitor.ts';
import { contextOf, startBrowser } from './support/browser.ts';

// The pictures of the documentation, by `npm run screenshots`: the pages as an ordinary phone shows them. It needs a
// Chinese font.

const FOLDER = join(import.meta.dirname, '..', 'docs', 'images');
const AN_ORDINARY_PHONE = { width: 390, height: 844 };
const AN_OFFICE_COMPUTER = { width: 1280, height: 800 };

const stack = await startLocalStack({ province: 'demo', port: 0, smtpPort: 0, now: '2026-11-20T13:03:00.000Z' });
const browser = await startBrowser();
try {
  mkdirSync(FOLDER, { recursive: true });
  const [phone, computer] = [await pageOf(AN_ORDINARY_PHONE), await pageOf(AN_OFFICE_COMPUTER)];
  await tour(phone, takeOf(phone));
  await someDays();
  await tourDesk(computer, 'desk', takeOf(computer));
  await tourDesk(phone, 'desk-phone', takeOf(phone));
} finally {
  await browser.close();
  await stack.stop();
}

type Take = (name: string, fullPage?: boolean) => Promise<void>;

async function pageOf(viewport: { width: number; height: number }): Promise<Page> {
  return await (await contextOf(browser, { viewport })).newPage();
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

/** A county's bureau with a late case, one that is due and new ones. */
async function someDays(): Promise<void> {
  const send = async (...texts: readonly string[]) => {
    for (const text of texts) {
      const headers = { 'content-type': 'application/json' };
      await fetch(`${stack.url}/v1/complaints`, { method: 'POST', headers, body: JSON.stringify({ text }) });
    }
    await stack.drain();
  };
  await send('禾阳市临禾区河东村养猪场把粪水直接排进小河，河水发黑发臭。');
  await stack.advanceTo('2026-12-04T01:30:00.000Z');
  await send('禾阳市临禾区化工园区有一家厂晚上偷排黄色废气，闻了头晕，附近几个村都能闻到。');
  await stack.advanceTo('2026-12-17T01:30:00.000Z');
  await send(
    '禾阳市临禾区幸福小区楼下的印刷厂夜里排放刺鼻气味，窗户不敢开。',
    '禾阳市临禾区北河村的采石场爆破扬尘很大，庄稼上落了一层灰。',
  );
}

async function tourDesk(page: Page, name: string, take: Take): Promise<void> {
  await page.goto(stack.deskUrl);
  await page.click('main a.button');
  await page.click('button:has-text("孔沐阳")');
  await page.waitForURL('**/desk');
  await take(`${name}-list`, false);
  await page.click('a.go >> nth=0');
  await take(`${name}-case`, false);
  await page.click('.acts a:has-text("受理")');
  await take(`${name}-act`);
}
