import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LocalStack } from '../../local/local-stack.ts';
import { CHROMIUM, contextOf, faultsIn, startBrowser } from '../support/browser.ts';
import { startProvince } from '../support/province.ts';
import { tryTask } from '../tasks/screens.ts';
import { TEN } from '../tasks/ten.ts';
import { call } from './support/running.ts';

const TEXT = '禾阳市临禾区河东村养猪场把粪水直接排进小河，河水发黑发臭。';
const HANDLER = '孔沐阳';
let stack: LocalStack;
let browser: Browser;
let context: BrowserContext;

describe.skipIf(CHROMIUM === undefined)('the staff’s desk, in a browser', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    stack = await startProvince('demo', '2026-11-20T01:00:00.000Z');
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });
  afterEach(() => context?.close());

  async function newCase(): Promise<string> {
    const { json } = await call(stack, 'POST', '/v1/complaints', { body: { text: TEXT } });
    await stack.drain();
    return json.receipt;
  }

  async function officer(width: number, javaScriptEnabled: boolean): Promise<Page> {
    context = await contextOf(browser, { viewport: { width, height: 800 }, javaScriptEnabled });
    return await context.newPage();
  }

  async function logIn(page: Page): Promise<void> {
    await page.click('main a.button');
    await page.click(`button:has-text("${HANDLER}")`);
    await page.waitForURL('**/desk**');
  }

  it('takes five presses on a phone without a script from log-in to a case that is accepted', async () => {
    const task = TEN.find(({ name }) => name === '受理并告知')!;
    const result = await tryTask(task, stack, browser, { width: 360, hasScript: false });
    expect(result).toMatchObject({ clicks: 5, faults: [] });
  });

  it('leads on an office computer by pages that are clear to everybody, and shows nothing after log-out', async () => {
    const receipt = await newCase();
    const page = await officer(1280, true);
    const look = async () => expect(await faultsIn(page), page.url()).toEqual([]);

    await page.goto(`${stack.deskUrl}/`);
    await look();
    await logIn(page);
    await look();
    await page.click(`tr:has-text("${receipt}") a.go`);
    await look();
    expect(await page.textContent('.said')).toBe(TEXT);
    await page.click('.acts a:has-text("受理")');
    await look();
    await page.click('button[value="act"]');
    await page.waitForURL('**done=accept**');
    expect(await page.textContent('.done')).toContain(receipt);

    await page.click('button:has-text("退出")');
    await page.waitForURL('**/login?why=out');
    await page.goBack();
    await page.waitForURL('**/login**');
    expect(await page.textContent('body')).not.toContain(receipt);
  });

  it('lets somebody in who logs in while days pass in the stack’s simulated time', async () => {
    const page = await officer(360, true);
    await page.goto(`${stack.deskUrl}/desk/help`);
    await page.click('main a.button');
    await stack.advanceTo('2026-11-23T01:00:00.000Z');
    await page.click(`button:has-text("${HANDLER}")`);
    await page.waitForURL('**/desk/help');
    await stack.advanceTo('2026-11-24T01:00:00.000Z');
    await page.goto(`${stack.deskUrl}/desk`);
    expect(await page.textContent('.who')).toContain(HANDLER);
  });
});
