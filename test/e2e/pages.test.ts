import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LocalStack } from '../../local/local-stack.ts';
import { CHROMIUM, contextOf, faultsIn, startBrowser } from '../support/browser.ts';
import { startProvince } from '../support/province.ts';
import { askAfter, complain, receiptOn, sendPhoto, TEXT } from './support/visitor.ts';

if (CHROMIUM === undefined) {
  // Past Vitest, which shows only what failed tests print.
  process.stderr.write(
    'No Chromium was found, so nobody looks at the public pages: install it, or name one by CHROMIUM.\n',
  );
}

const NOW = '2026-11-20T13:03:00.000Z';
let stack: LocalStack;
let browser: Browser;
let context: BrowserContext;
const complaints: string[] = [];

describe.skipIf(CHROMIUM === undefined)('the public pages, in a browser', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    stack = await startProvince('demo', NOW);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });
  afterEach(() => context?.close());

  /**
   * A new visitor, on the narrowest phone. What the browser refuses by the page's own policy is told to `complaints`.
   */
  async function visitor(javaScriptEnabled: boolean): Promise<Page> {
    context = await contextOf(browser, { javaScriptEnabled });
    complaints.length = 0;
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text());
    });
    return page;
  }

  describe.each([
    ['without a script', false],
    ['with the script', true],
  ])('%s', (_, withScript) => {
    it('lead from the form by the receipt and a photo with its place to the progress, and nothing of it stands in an address', async () => {
      const page = await visitor(withScript);
      const addresses: string[] = [];
      page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));

      const kept = await complain(page, stack.url);
      expect(kept.receipt).toMatch(/^QH(-[0-9A-Z]{4}){3}$/);
      await sendPhoto(page);
      expect(await page.textContent('h1')).toBe('照片已收到');
      expect(await page.textContent('.note')).toContain('北纬31.23040°，东经121.47370°');
      await page.click('button:has-text("用作投诉地点")');
      await page.waitForLoadState();
      expect(await page.textContent('h1')).toBe('拍摄地点已补充');
      await stack.drain();

      await askAfter(page, stack.url, kept);
      expect(await page.textContent('#status')).toBe('已登记，待受理');
      expect(await page.locator('.timeline li').allTextContents()).toEqual([
        expect.stringContaining('已收到您的投诉'),
        expect.stringContaining('已登记'),
        expect.stringContaining('补充'),
        expect.stringContaining('补充'),
      ]);
      for (const secret of [kept.queryCode, kept.receipt, '1390000', '139 0000', '刺鼻'])
        expect(addresses.filter((address) => address.includes(secret))).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await context.cookies()).toEqual([]);
    });

    it('say next to each field what is wrong, and keep what was typed', async () => {
      const page = await visitor(withScript);
      await page.goto(stack.url);
      await page.fill('#text', TEXT);
      await page.fill('#address', '新河路12号');
      await page.click('button.wide');

      expect(await page.locator('#errors a').allTextContents()).toHaveLength(1);
      expect(await page.textContent('#phone-error')).toContain('请填写电话或电子邮箱');
      expect(await page.getAttribute('#phone', 'aria-describedby')).toContain('phone-error');
      expect(await page.inputValue('#text')).toBe(TEXT);
      expect(await page.inputValue('#address')).toBe('新河路12号');
      if (withScript) expect(await page.evaluate('document.activeElement.id')).toBe('errors');

      await page.check('#identity-anonymous');
      await page.click('button.wide');
      expect((await receiptOn(page)).receipt).not.toBe('');
    });

    it('take the same form twice for one complaint', async () => {
      const page = await visitor(withScript);
      const first = await complain(page, stack.url);
      await page.reload();
      expect(await receiptOn(page)).toEqual(first);
    });
  });

  it('take a complaint from somebody who has a keyboard only, and show where they are', async () => {
    const page = await visitor(true);
    await page.goto(stack.url);
    const tabTo = async (selector: string) => {
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press('Tab');
        const [isThere, outline] = await page.evaluate<[boolean, string]>(
          `[document.activeElement.matches(${JSON.stringify(selector)}), getComputedStyle(document.activeElement).outlineStyle]`,
        );
        expect(outline).not.toBe('none');
        if (isThere) return;
      }
      throw new Error(`${selector} cannot be reached by the Tab key`);
    };
    await tabTo('#text');
    await page.keyboard.type('夜里有刺鼻气味');
    await tabTo('[name=identity]');
    await page.keyboard.press('ArrowDown');
    await tabTo('button.wide');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#receipt');
  });

  it('fill in where a phone is when it is asked to, and send the point along', async () => {
    const page = await visitor(true);
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: 31.5, longitude: 120.25, accuracy: 30 });
    await page.goto(stack.url);
    await page.click('summary');
    await page.click('#here');
    await page.waitForFunction("document.getElementById('latitude').value === '31.500000'");
    expect(await page.textContent('#here-told')).toContain('误差约30米');
  });

  describe('are clear to everybody', () => {
    const kept = { receipt: '', queryCode: '' };
    const states: Record<string, (page: Page) => Promise<unknown>> = {
      'the form': (page) => page.goto(stack.url),
      'the form with errors': async (page) => {
        await page.goto(stack.url);
        await page.fill('#phone', '不是电话');
        await page.click('button.wide');
      },
      'the form that a program filled in': async (page) => {
        await page.goto(stack.url);
        await page.fill('#text', TEXT);
        await page.evaluate("document.getElementById('leave-empty').value = 'x'");
        await page.click('button.wide');
      },
      'the receipt': async (page) => Object.assign(kept, await complain(page, stack.url)),
      'the photo': async (page) => {
        await complain(page, stack.url);
        await sendPhoto(page);
      },
      'a photo that is not there': (page) => page.goto(`${stack.url}/photos?key=uploads/AAAAAAAAAAAAAAAAAAAAAA`),
      'the query': (page) => page.goto(`${stack.url}/progress`),
      'a query in vain': (page) => askAfter(page, stack.url, { ...kept, queryCode: 'ZZZZZZZZ' }),
      'the progress': async (page) => {
        await stack.drain();
        await askAfter(page, stack.url, kept);
      },
      'a supplement without words': async (page) => {
        await askAfter(page, stack.url, kept);
        await page.click('button:has-text("提交补充")');
      },
      'a supplement': async (page) => {
        await askAfter(page, stack.url, kept);
        await page.fill('#text', '昨晚又来了');
        await page.click('button:has-text("提交补充")');
        expect(await page.textContent('h1')).toBe('补充已收到');
      },
      'the privacy notice': (page) => page.goto(`${stack.url}/privacy`),
      'a form that is no form': async (page) => {
        await page.goto(stack.url);
        await page.evaluate("document.querySelector('form').enctype = 'text/plain'");
        await page.click('button.wide');
      },
    };

    /** `PAGES=full`: every state, a minute more. Otherwise one of each kind of page, and the receipt that the others need. */
    const FEW = ['the form with errors', 'the receipt', 'the photo', 'the progress', 'a supplement'];
    const looked = Object.entries(states).filter(([name]) => process.env.PAGES === 'full' || FEW.includes(name));

    it.each(looked)('%s: axe finds nothing, and nothing scrolls sideways at 320 pixels', async (_, open) => {
      const page = await visitor(true);
      await open(page);
      expect(await faultsIn(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      expect(complaints).toEqual([]);
    });
  });
});
