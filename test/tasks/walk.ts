import type { Browser } from 'playwright-core';
import { DESK_STYLESHEET } from '../../functions/shared/desk/stylesheet.ts';
import { contextOf } from '../support/browser.ts';
import { everyPage } from './every-page.ts';
import { AT_FOUR_TIMES, hardToUse, unseenByTab } from './faults.ts';

/** Looks at the pages of the desk whose names hold `named`, at 400 %; gives how many there were. */
export async function walkAll(
  browser: Browser,
  named: string,
  tell: (what: string, faults: readonly string[]) => void,
): Promise<number> {
  const context = await contextOf(browser, { viewport: AT_FOUR_TIMES });
  const page = await context.newPage();
  let pages = 0;
  for await (const { what, text } of everyPage()) {
    if (!what.includes(named)) continue;
    await page.setContent(text.replace(/<link rel="stylesheet"[^>]*>/, `<style>${DESK_STYLESHEET}</style>`));
    tell(what, [...(await hardToUse(page)), ...(pages === 0 ? await unseenByTab(page) : [])]);
    pages += 1;
  }
  await context.close();
  return pages;
}
