import type { Page } from 'playwright-core';
import { faultsIn } from '../support/browser.ts';

/** The narrowest phone, and an office computer at 400 %. */
export const NARROWEST = 320;

/** All that is wrong with a page for whoever sees little, has large fingers or no mouse. */
export async function hardToUse(page: Page): Promise<readonly string[]> {
  await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
  const found = [...(await faultsIn(page)), ...(await page.evaluate<string[]>(CUT)), ...(await page.evaluate<string[]>(SMALL))];
  found.push(...(await unseenByKeyboard(page)));
  await page.emulateMedia({ forcedColors: 'active' });
  found.push(...(await page.evaluate<string[]>(WITHOUT_COLOURS)));
  await page.emulateMedia({ forcedColors: null });
  return found;
}

const SAID = "const said = (one) => one.tagName.toLowerCase() + (one.id && '#' + one.id) + ' ' + one.textContent.trim().slice(0, 20);";
const SEEN = 'const isSeen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().right > 0;';

/** What stands out at the side, or scrolls within the page. */
const CUT = `(() => { ${SAID} ${SEEN}
  const wide = document.documentElement.scrollWidth > innerWidth ? ['the page is ' + document.documentElement.scrollWidth + ' pixels wide'] : [];
  const scrolls = [...document.querySelectorAll('body *')].filter((one) => isSeen(one) && one.tagName !== 'TEXTAREA' && one.tagName !== 'INPUT' && one.tagName !== 'SELECT'
    && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible');
  return [...wide, ...scrolls.map((one) => 'is cut or scrolls: ' + said(one))];
})()`;

/** Targets below 44 pixels; a link in the midst of a sentence is as high as its line. A box is pressed by its words too. */
const SMALL = `(() => { ${SAID} ${SEEN}
  const isInSentence = (one) => one.tagName === 'A' && [...one.parentNode.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
  const boxOf = (one) => (/^(radio|checkbox)$/.test(one.type) && one.labels[0] ? one.labels[0] : one).getBoundingClientRect();
  return [...document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary')]
    .filter((one) => isSeen(one) && !isInSentence(one))
    .filter((one) => { const { width, height } = boxOf(one); return width < 43.5 || height < 43.5; })
    .map((one) => { const { width, height } = boxOf(one); return 'is ' + Math.round(width) + ' by ' + Math.round(height) + ': ' + said(one); });
})()`;

/** Buttons, fields and the mark of where one is must not live by their background alone. */
const WITHOUT_COLOURS = `(() => { ${SAID} ${SEEN}
  return [...document.querySelectorAll('button,.button,input:not([type=hidden]),select,textarea,[aria-current],.tag')]
    .filter(isSeen)
    .filter((one) => { const { borderTopStyle, borderBottomStyle, outlineStyle, appearance } = getComputedStyle(one);
      return [borderTopStyle, borderBottomStyle, outlineStyle].every((style) => style === 'none') && appearance === 'none'; })
    .map((one) => 'has no edge in forced colours: ' + said(one));
})()`;

/** What has the focus: whether it is seen, and where it stands. */
const FOCUS = `(() => { ${SAID}
  const one = document.activeElement, { top, left, bottom, right } = one.getBoundingClientRect();
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && bottom > 0 && right > 0 && top < innerHeight;
  return one === document.body ? undefined : { said: said(one), isSkip: one.matches('.skip'), isSeen, left };
})()`;

interface Focus {
  readonly said: string;
  readonly isSkip: boolean;
  readonly isSeen: boolean;
}

const MOST_TABS = 400;

/** Tab leads to every thing that can be used, first to the skip link, and each time it is seen where one is. */
async function unseenByKeyboard(page: Page): Promise<readonly string[]> {
  await page.evaluate('document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)');
  const faults: string[] = [];
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate<Focus | undefined>(FOCUS);
    if (focus === undefined) break;
    if (tabs === 0 && !focus.isSkip) faults.push(`Tab leads first to ${focus.said}`);
    if (!focus.isSeen) faults.push(`has the focus unseen: ${focus.said}`);
  }
  return faults;
}
