import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { LocalStack } from '../../local/local-stack.ts';
import { receiptOf } from '../e2e/support/citizens.ts';
import { command, look, type Role } from '../e2e/support/staff.ts';
import { contextOf } from '../support/browser.ts';
import { type Hand, handOn } from './hand.ts';

/** How somebody sits before the desk. */
export interface Screen {
  readonly width: number;
  readonly hasScript: boolean;
}

/** 临禾分局 with a browser: its people, and what comes in. */
export interface Bureau {
  /** Somebody logs in, by their name, and stands before their list: those are presses as well. */
  readonly enters: (name: string, organ?: string) => Promise<Hand>;
  /** Complaints come in, all at once; gives their receipts in that order. */
  readonly receives: (...texts: readonly string[]) => Promise<readonly string[]>;
  /** Something that was done before, by the API: no presses. */
  readonly before: (role: Role, caseId: string, act: object) => Promise<void>;
  /** Presses of all who came so far. */
  readonly clicks: () => number;
  readonly leave: () => Promise<void>;
}

export type Running = Pick<LocalStack, 'url' | 'deskUrl' | 'credentials' | 'drain'>;

/** A busy machine is no fault of the pages. */
export const PATIENCE_MS = 180_000;

/** `look` gets each page that anybody sees. */
export function bureauOn(
  stack: Running,
  browser: Browser,
  { width, hasScript }: Screen,
  look: (page: Page) => Promise<void>,
): Bureau {
  const hands: Hand[] = [];
  const contexts: BrowserContext[] = [];
  return {
    clicks: () => hands.reduce((sum, hand) => sum + hand.clicks(), 0),
    leave: async () => {
      await Promise.all(contexts.map((context) => context.close()));
    },
    receives: async (...texts) => {
      const receipts = await Promise.all(texts.map((text) => receiptOf(stack as LocalStack, { text })));
      await stack.drain();
      return receipts;
    },
    before: (role, caseId, act) => done(stack as LocalStack, role, caseId, act),
    enters: async (name, organ) => {
      const context = await contextOf(browser, { viewport: { width, height: 800 }, javaScriptEnabled: hasScript });
      contexts.push(context);
      context.setDefaultTimeout(PATIENCE_MS);
      const hand = handOn(await context.newPage(), { hasScript, look, drain: stack.drain });
      hands.push(hand);
      await hand.page.goto(stack.deskUrl);
      await hand.go('main a.button');
      if (organ !== undefined) await hand.press(`summary:has-text("${organ}")`);
      await hand.go(`button:visible:has-text("${name}")`);
      return hand;
    },
  };
}

async function done(stack: LocalStack, role: Role, caseId: string, act: object): Promise<void> {
  const { version } = (await look(stack, role, `/${caseId}`)).json;
  const { status, text } = await command(stack, role, caseId, { ...act, expectedVersion: version });
  if (status !== 200) throw new Error(`${JSON.stringify(act)}: ${text}`);
  await stack.drain();
}
