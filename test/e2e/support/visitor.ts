import type { Page } from 'playwright-core';
import { phonePhoto } from '../../support/photos.ts';

/** What a citizen does on the pages. */
export const TEXT = '城东工业区夜里十点以后有刺鼻气味，已经一个月，老人孩子咳嗽。<请查处> & "尽快"';

export interface Kept {
  readonly receipt: string;
  readonly queryCode: string;
}

export async function complain(page: Page, url: string, text = TEXT): Promise<Kept> {
  await page.goto(url);
  await page.fill('#text', text);
  await page.selectOption('#division', '990102');
  await page.fill('#address', '城东工业区东门');
  await page.fill('#phone', '139 0000 0000');
  await page.click('button.wide');
  return receiptOn(page);
}

export async function receiptOn(page: Page): Promise<Kept> {
  const [receipt, queryCode] = [await page.textContent('#receipt'), await page.textContent('#query-code')];
  return { receipt: receipt ?? '', queryCode: queryCode ?? '' };
}

/** Sends a photo by the form on the page, and comes back where S3 sends the browser. */
export async function sendPhoto(page: Page, bytes: Buffer = phonePhoto()): Promise<void> {
  await page.setInputFiles('#file', { name: 'IMG_0001.JPG', mimeType: 'image/jpeg', buffer: bytes });
  await page.click('button:has-text("上传照片")');
  await page.waitForURL('**/photos?**');
}

export async function askAfter(page: Page, url: string, { receipt, queryCode }: Kept): Promise<void> {
  await page.goto(`${url}/progress`);
  await page.fill('#receipt', receipt);
  await page.fill('#queryCode', queryCode);
  await page.click('button.wide');
}
