import type { Browser, Page } from 'playwright-core';
import { askAfter, complain } from '../e2e/support/visitor.ts';
import { bureauOn, type Running } from './bureau.ts';
import { hardToUse, NARROWEST, unseenByTab } from './faults.ts';
import type { Hand } from './hand.ts';
import { HANDLER, HEAD, PETITIONS, TEN } from './ten.ts';

/** Somebody of each kind that is shown pages of their own. */
const WALKERS = [HANDLER, HEAD, PETITIONS, '审核人 禾阳市生态环境局临禾分局', '值班室', '审计人员'];
const MOST_PAGES = 150;
const MOST_KINDS_WITH_CASES = 60;
/** What is not a page: files, and the way out. */
const NO_PAGE = /\/(?:export|archive|attachments|materials|papers|documents)(?:[/?]|$)|^\/logout/;

type Tell = (who: string, address: string, faults: readonly string[]) => void;

/** Looks at every page of the desk that a link leads to, at forms that were sent back, and at the public pages. */
export async function walkAll(stack: Running, browser: Browser, tell: Tell): Promise<void> {
  const screen = { width: NARROWEST, hasScript: true };
  const bureau = bureauOn(stack, browser, screen, async () => {});
  for (const task of TEN.slice(1)) await task.done(bureau);
  const known = new Set<string>();
  const first = await bureau.enters(HANDLER);
  tell('by Tab', first.page.url(), await unseenByTab(first.page));
  for (const who of WALKERS) await walk(await bureau.enters(who), who, known, tell);
  await sentBack(await bureau.enters(PETITIONS), tell);
  await inPublic((await bureau.enters(HANDLER)).page, stack, tell);
  await bureau.leave();
}

/** Pages are alike whose addresses differ in a case or in what is searched for; those of the first cases are not. */
function kindOf({ pathname, searchParams }: URL, known: ReadonlySet<string>): string {
  const isNewCase = /\/QH-[^/]+$/.test(pathname) && known.size < MOST_KINDS_WITH_CASES;
  const path = isNewCase ? pathname : pathname.replace(/QH-[\w-]+/, '{id}');
  const names = [...searchParams.keys()].filter((name) => !['next', 'done', 'tab', 'scope', 'cursor'].includes(name));
  return `${path}?${[...new Set(names)].sort()}`;
}

async function walk({ page }: Hand, who: string, known: Set<string>, tell: Tell): Promise<void> {
  const ahead = [page.url()];
  for (let walked = 0; ahead.length > 0 && walked < MOST_PAGES; walked += 1) {
    const address = ahead.shift()!;
    await page.goto(address);
    tell(who, address, await hardToUse(page));
    for (const link of await linksOn(page)) {
      const url = new URL(link);
      const kind = kindOf(url, known);
      if (known.has(kind) || NO_PAGE.test(url.pathname)) continue;
      known.add(kind);
      ahead.push(link);
    }
  }
}

const linksOn = (page: Page): Promise<string[]> =>
  page.evaluate("[...document.querySelectorAll('a[href^=\"/\"]')].map((link) => link.href.split('#')[0])");

/** Forms sent with nothing in them. */
async function sentBack(hand: Hand, tell: Tell): Promise<void> {
  const { page } = hand;
  const look = async (what: string) => tell(what, page.url(), await hardToUse(page));
  await hand.go('button[value="accept"]');
  await look('nothing ticked');
  await hand.go('header a:text-is("录入")');
  await hand.go('button[value="enter"]');
  await look('nothing entered');
  await page.goto(new URL('/desk/cases/QH-0000-0000-0000', page.url()).href);
  await look('no such case');
}

async function inPublic(page: Page, { url, drain }: Running, tell: Tell): Promise<void> {
  const look = async (what: string) => tell(what, page.url(), await hardToUse(page));
  for (const path of ['/', '/progress', '/privacy']) {
    await page.goto(url + path);
    await look('the public');
  }
  await page.goto(url);
  await page.click('button.wide');
  await look('nothing complained of');
  const kept = await complain(page, url);
  await look('a receipt');
  await drain();
  await askAfter(page, url, kept);
  await look('the progress');
}
