import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments, refuse } from '../../bin/arguments.ts';
import type { LocalStack } from '../../local/local-stack.ts';
import { startLocalStack } from '../../local/stack.ts';
import { synthesise } from '../../local/template/synthesise.ts';
import { startBrowser } from '../support/browser.ts';
import { reportOf } from './report.ts';
import { isAsItShouldBe, type Result, SCREENS, TASKS, tryTask } from './screens.ts';
import { walkAll } from './walk.ts';

const usage = `usage: npm run tasks -- [--width 360] [--script on|off] [--task 受理] [--axe] [--write]
Has people do ten tasks and an ordinary day at the desk, in a Chromium, and counts what they press; --width and --script
try some screens only, --task the tasks (or pages) whose names hold these words, --write puts the counts into
docs/desk-tasks.md. With --axe every page is looked at instead, at 400 %: what axe finds, what is cut, small, unseen by
the keyboard, covered while it has the focus, or lost without colours.`;

const NOW = '2026-11-20T01:00:00.000Z';
const { values } = readArguments(process.argv.slice(2), {
  usage,
  options: {
    ...{ width: { type: 'string' }, script: { type: 'string' }, task: { type: 'string', default: '' } },
    axe: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const screens = SCREENS.filter(
  ({ width, hasScript }) =>
    (values.width === undefined || String(width) === values.width) &&
    (values.script === undefined || (hasScript ? 'on' : 'off') === values.script),
);
const tasks = TASKS.filter(({ name }) => name.includes(values.task));
if (screens.length === 0 || (tasks.length === 0 && !values.axe)) refuse('no such screen or task is tried', usage);

// At once, before the browser's own farewell makes what is under way look as if it could not be done.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

const assembly = values.axe ? undefined : await synthesise('demo');
const browser = await startBrowser();
let isGood = true;

async function withStack(work: (stack: LocalStack) => Promise<void>): Promise<void> {
  const stack = await startLocalStack({
    province: 'demo',
    port: 0,
    smtpPort: 0,
    assembly: assembly?.directory,
    now: NOW,
  });
  await work(stack).finally(stack.stop);
}

async function countPresses(): Promise<void> {
  const results: Result[] = [];
  for (const screen of screens)
    await withStack(async (stack) => {
      for (const task of tasks) {
        const result = await tryTask(task, stack, browser, screen);
        results.push(result);
        isGood &&= isAsItShouldBe(result);
        const { width, hasScript } = screen;
        console.log([width, hasScript ? 'script' : '–', result.clicks, task.name, ...result.faults].join('  '));
        keep(results);
      }
    });
}

/** After each task, since all of them take long. */
function keep(results: readonly Result[]): void {
  const page = join(import.meta.dirname, '..', '..', 'docs', 'desk-tasks.md');
  const day = new Date().toISOString().slice(0, 10);
  if (values.write) writeFileSync(page, reportOf(results, day, readFileSync(page, 'utf8')));
}

async function lookAtAll(): Promise<void> {
  const pages = await walkAll(browser, values.task, (what, faults) => {
    isGood &&= faults.length === 0;
    if (faults.length > 0) console.log([what, ...faults].join('\n    '));
  });
  console.log(`${pages} pages were looked at`);
}

try {
  await (values.axe ? lookAtAll() : countPresses());
} finally {
  await browser.close();
  await assembly?.remove();
}
process.exit(isGood ? 0 : 1);
