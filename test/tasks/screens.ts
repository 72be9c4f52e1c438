import type { Browser, Page } from 'playwright-core';
import { type Bureau, bureauOn, type Running, type Screen } from './bureau.ts';
import { AT_MOST, ordinaryDay } from './day.ts';
import { type Task, TEN } from './ten.ts';

/** A phone, a tablet and an office computer, each without the desk's script and with it. */
export const SCREENS: readonly Screen[] = [360, 768, 1280].flatMap((width) =>
  [false, true].map((hasScript) => ({ width, hasScript })),
);

/** Each comes to a bureau that the tasks before it left as they did; the forty come last, so that they are in nobody's way. */
export const TASKS: readonly Task[] = [{ name: '普通的一天：八件', done: ordinaryDay }, ...TEN.toReversed()];

/** Done, by pages that fit; a day in as few presses as it may take. */
export const isAsItShouldBe = ({ task, clicks, faults }: Result): boolean =>
  faults.length === 0 && (task !== TASKS[0]!.name || clicks <= AT_MOST);

/** What a task took at a screen: its presses, or why it was not done. */
export interface Result {
  readonly task: string;
  readonly screen: Screen;
  readonly clicks: number;
  /** What was wrong with the pages on the way, and what stopped it. */
  readonly faults: readonly string[];
}

/**
 * Has somebody do a task, and looks at every page on the way. Throws where the browser is gone: then nothing can be
 * said of the task.
 */
export async function tryTask(task: Task, stack: Running, browser: Browser, screen: Screen): Promise<Result> {
  const faults: string[] = [];
  const bureau: Bureau = bureauOn(stack, browser, screen, async (page) => {
    faults.push(...(await tooWide(page, screen.width)));
  });
  try {
    await task.done(bureau);
  } catch (error) {
    faults.push((error as Error).message.split('\n')[0]!);
  }
  await bureau.leave();
  if (!browser.isConnected()) throw new Error(`broken off: ${task.name}`);
  return { task: task.name, screen, clicks: bureau.clicks(), faults };
}

async function tooWide(page: Page, width: number): Promise<readonly string[]> {
  const needed = await page.evaluate<number>('document.documentElement.scrollWidth');
  return needed > width ? [`${new URL(page.url()).pathname} is ${needed} pixels wide`] : [];
}
