import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Running } from './bureau.ts';
import { reportOf } from './report.ts';
import { SCREENS, TASKS, tryTask } from './screens.ts';

const [screen, other] = [SCREENS[0]!, SCREENS[1]!];
const [task, next] = [TASKS[0]!, TASKS[1]!];
const result = (faults: readonly string[], clicks = 37) => ({ task: task.name, screen, clicks, faults });

it('a run that tried one task at one screen leaves what stood there of all others', () => {
  const before = reportOf([result([]), { ...result([], 34), screen: other }], '2026-11-27', '');
  const after = reportOf([{ ...result([], 4), task: next.name }], '2026-11-28', before);
  expect(after).toContain(`| ${task.name} | 37 | 34 |`);
  expect(after).toContain(`| ${next.name} | 4 | – |`);
});

it('a task that could not be done says so', () => {
  expect(reportOf([result(['no button'])], '2026-11-28', '')).toContain(`| ${task.name} | 没有办成 |`);
});

it('a task whose browser is gone has no result: nobody says that it could not be done', async () => {
  const gone = { isConnected: () => false } as Browser;
  const done = async () => {
    throw new Error('Target page, context or browser has been closed');
  };
  await expect(tryTask({ name: task.name, done }, {} as Running, gone, screen)).rejects.toThrow('broken off');
});
