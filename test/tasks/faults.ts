import type { Page } from 'playwright-core';
import { faultsIn } from '../support/browser.ts';

/** An office computer of 1280 by 1024 at 400 %: as narrow as the narrowest phone, and hardly higher than a keyboard leaves it. */
export const AT_FOUR_TIMES = { width: 320, height: 256 };

/** All that is wrong with a page for whoever sees little, has large fingers or no mouse. */
export async function hardToUse(page: Page): Promise<readonly string[]> {
  await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
  const found = await faultsIn(page);
  for (const look of [CUT, SMALL, UNFOCUSED, COVERED]) found.push(...(await page.evaluate<string[]>(look)));
  await page.emulateMedia({ forcedColors: 'active' });
  found.push(...(await page.evaluate<string[]>(WITHOUT_COLOURS)));
  await page.emulateMedia({ forcedColors: null });
  return found;
}

const SAID =
  "const said = (one) => one.tagName.toLowerCase() + (one.id && '#' + one.id) + ' ' + one.textContent.trim().slice(0, 20);";
const SEEN =
  'const isSeen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().right > 0;';

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

/** What can have the focus: each thing shows it, in the order of the page, the skip link first. */
const UNFOCUSED = `(() => { ${SAID} ${SEEN}
  const all = [...document.querySelectorAll('a[href],button:not([disabled]),input:not([type=hidden]),select,textarea,summary')];
  const order = all.filter((one) => one.tabIndex > 0).map((one) => 'is out of order: ' + said(one));
  const first = !document.querySelector('nav') || all[0].matches('.skip') ? [] : ['comes before the skip link: ' + said(all[0])];
  const unseen = all.filter((one) => one.checkVisibility()).filter((one) => {
    one.focus({ preventScroll: true });
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle === 'none' || parseFloat(outlineWidth) < 2;
  });
  document.activeElement.blur();
  return [...order, ...first, ...unseen.map((one) => 'has the focus unseen: ' + said(one))];
})()`;

/** What gets the focus comes into the window, however low that is, and nothing lies upon it: neither a header nor a bar. */
const COVERED = `(() => { ${SAID}
  const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
  const isUpon = (found, one) => found.contains(one) || one.contains(found) || found.closest('label')?.control === one;
  const covered = [...document.querySelectorAll('a[href],button:not([disabled]),input:not([type=hidden]),select,textarea,summary')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => {
      one.focus();
      const { left, top, right, bottom } = one.getBoundingClientRect();
      const found = document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight));
      return found === null || !isUpon(found, one);
    });
  document.activeElement.blur();
  return covered.map((one) => 'has the focus and is covered or out of the window: ' + said(one));
})()`;

/** What has the focus, and whether it stands within the window. */
const FOCUS = `(() => { ${SAID}
  const one = document.activeElement, { top, bottom, right } = one.getBoundingClientRect();
  return one === document.body ? null : { said: said(one), isSeen: bottom > 0 && right > 0 && top < innerHeight };
})()`;

const MOST_TABS = 400;

/** Whatever the Tab key leads to, one after the other, is in sight. */
export async function unseenByTab(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate<{ said: string; isSeen: boolean } | null>(FOCUS);
    if (focus === null) return faults;
    if (!focus.isSeen) faults.push(`is out of sight: ${focus.said}`);
  }
  return [...faults, 'the Tab key comes to no end'];
}
