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

const stack = await startLocalStack({ province: 'demo', port: 0, smtpPort: 0, now: '2026-11-20T13:03:00.000Z' });
const browser = await startBrowser();
try {
  mkdirSync(FOLDER, { recursive: true });
  const context = await contextOf(browser, { viewport: AN_ORDINARY_PHONE });
  const page = await context.newPage();
  await tour(page, async (name, fullPage = true) => {
    await page.evaluate('document.activeElement.blur()');
    await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 70, fullPage });
  });
} finally {
  await browser.close();
  await stack.stop();
}

async function tour(page: Page, take: (name: string, fullPage?: boolean) => Promise<void>): Promise<void> {
  await page.goto(stack.url);
  await take('form-top', false);
  await complain(page, stack.url);
  await take('receipt');
  await sendPhoto(page);
  await take('photo');
}
