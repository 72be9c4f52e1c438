import type { Page } from 'playwright-core';

/** What somebody has in the file picker. */
export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Somebody at a browser: one thing after the other, each press of a finger counted. */
export interface Hand {
  readonly page: Page;
  /** Presses so far: a choice from a list is two, and so is a file; to type in a field is one. */
  readonly clicks: () => number;
  /** Follows a link or sends a form, and waits for the page that comes. */
  readonly go: (selector: string) => Promise<void>;
  /** Ticks all rows of a list: where no script runs, that is a page. */
  readonly tickAll: () => Promise<void>;
  /** Ticks, opens or closes what stands on the page. */
  readonly press: (selector: string) => Promise<void>;
  readonly choose: (selector: string, label: string) => Promise<void>;
  readonly write: (selector: string, text: string) => Promise<void>;
  /** Picks a file; with the script it is sent at once, and else by the button. */
  readonly sendFile: (selector: string, file: PickedFile, button: string) => Promise<void>;
  /** Waits until all that was sent has been worked off, as a person does without noticing. */
  readonly breathes: () => Promise<unknown>;
  /** Fails unless the page says so. */
  readonly sees: (text: string | RegExp) => Promise<void>;
}

interface Behind {
  readonly hasScript: boolean;
  /** Gets each page that comes up. */
  readonly look: (page: Page) => Promise<void>;
  readonly drain: () => Promise<unknown>;
}

export function handOn(page: Page, { hasScript, look, drain }: Behind): Hand {
  let clicks = 0;
  const arriving = async (work: () => Promise<void>) => {
    await Promise.all([page.waitForEvent('domcontentloaded'), work()]);
    await look(page);
  };
  const counted = async (presses: number, work: () => Promise<unknown>) => {
    clicks += presses;
    await work();
  };
  const press = (selector: string) => counted(1, () => page.click(selector));
  const go = async (selector: string) => {
    const { pathname } = new URL(page.url());
    if ((await page.locator(selector).count()) === 0)
      throw new Error(`${pathname} has no ${selector}, and says: ${await saidBy(page)}`);
    await arriving(() => press(selector)).catch((error: Error) => {
      throw new Error(`${pathname}, ${selector}: ${error.message}`);
    });
  };
  return {
    page,
    clicks: () => clicks,
    go,
    tickAll: () => (hasScript ? press : go)('a[data-tick]'),
    press,
    choose: (selector, label) => counted(2, () => page.selectOption(selector, { label })),
    write: (selector, text) => counted(1, () => page.fill(selector, text)),
    sendFile: async (selector, file, button) => {
      const pick = () => counted(2, () => page.setInputFiles(selector, file));
      if (hasScript) return await arriving(pick);
      await pick();
      await go(button);
    },
    breathes: drain,
    sees: async (text) => {
      if ((await page.locator('main').innerText()).search(text) < 0)
        throw new Error(`${new URL(page.url()).pathname} does not say “${text}”, but: ${await saidBy(page)}`);
    },
  };
}

const saidBy = async (page: Page): Promise<string> =>
  (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ').slice(0, 400);
