import type { Screen } from './bureau.ts';
import { AT_MOST } from './day.ts';
import { type Result, SCREENS, TASKS } from './screens.ts';

const headOf = ({ width, hasScript }: Screen): string => `${width}，${hasScript ? '有' : '无'}脚本`;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** What stands in the table of such a page, by task and screen. */
function cellsIn(page: string): ReadonlyMap<string, string> {
  const rows = page.split('\n').filter((line) => line.startsWith('| '));
  const [heads = [], ...others] = rows.map((line) => line.slice(2, -2).split(' | '));
  return new Map(
    others.flatMap(([task, ...cells]) => cells.map((one, at) => [`${task} ${heads[at + 1]}`, one] as const)),
  );
}

/** The pages of which there are pictures, by their names. */
const PICTURES = {
  ...{ 'log-in': '登录', list: '工作台', case: '事项', act: '受理', closing: '呈签答复', visit: '登记现场核查' },
  ...{ batch: '批量分办', enter: '录入', receipt: '回执', roster: '通讯录', access: '查阅记录', help: '帮助' },
};

const picture = (name: string, words: string, width: number): string =>
  `<img src="images/${name}.jpg" alt="${words}" width="${width}">`;

/** docs/desk-tasks.md: the presses of each task at each screen; what was not tried this time stands as in `before`. */
export function reportOf(results: readonly Result[], day: string, before: string): string {
  const known = cellsIn(before);
  const cell = (task: string, at: Screen): string => {
    const result = results.find((one) => one.task === task && one.screen === at);
    if (result === undefined) return known.get(`${task} ${headOf(at)}`) ?? '–';
    return result.faults.length > 0 ? '没有办成' : String(result.clicks);
  };
  const rows = TASKS.map(({ name }) => row([name, ...SCREENS.map((screen) => cell(name, screen))]));
  return `# Ten tasks at the desk, counted

Written by \`npm run tasks -- --write\`, the last time on ${day}: [test/tasks](../test/tasks) runs a province and has its people do each task in a Chromium, from log-in to done, at the widths (pixels) of the table, without the desk's script and with it. On every page of the way nothing may stand out at the side.

What is counted is every press of a finger, two for the log-in among them: a link, a button and a box are one, a choice from a list two, a file two, and one is for the field that somebody types in. A county officer's ordinary day (three to accept, two to answer, a visit with three photos, an extension, a note) may take ${AT_MOST}.

${row(['任务', ...SCREENS.map(headOf)])}
${row(['---', ...SCREENS.map(() => '---')])}
${rows.join('\n')}

## Easy to use for everybody
\`npm run tasks -- --axe\` looks at every page of the desk in its states, at 320 by 256 pixels, which is an office computer of 1280 by 1024 at 400 %: what axe finds by all its rules, what stands out at the side or scrolls within the page, targets below 44 pixels, what has the focus unseen, covered or out of order, and what lives by its colour alone where colours are forced. What it found last stands in [measurements.md](measurements.md#pages-of-the-desk).

## The twelve main pages
At an office computer and on an ordinary phone; \`npm run screenshots\` takes them.

${row(['页面', '办公电脑', '手机'])}
${row(['---', '---', '---'])}
${Object.entries(PICTURES)
  .map(([name, words]) => row([words, picture(`desk-${name}`, words, 560), picture(`desk-phone-${name}`, words, 200)]))
  .join('\n')}
`;
}
