import { existsSync, readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where a Chromium is, if there is one: named by CHROMIUM, or in a usual place. */
export const CHROMIUM = [process.env.CHROMIUM ?? '', ...USUAL_PLACES].find((path) => path !== '' && existsSync(path));

export function startBrowser(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('no Chromium was found: name one by CHROMIUM');
  // The sandbox wants rights that a container does not give.
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
}

/** The narrowest phone in use. */
const PHONE = { width: 320, height: 568 };

export const contextOf = (browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  browser.newContext({ viewport: PHONE, locale: 'zh-CN', ...options });

/** Minified, it is read by the browser in half the time. */
const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What axe finds wrong with the page, by all its rules: one line for each rule and element. */
export async function faultsIn(page: Page): Promise<string[]> {
  // Through the debugger, since the page lets no script but its own run. Only what is wrong comes back: the rest is long.
  await page.evaluate(`${AXE}; undefined`);
  return page.evaluate<string[]>(
    `axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 120))))`,
  );
}
