import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nameOfFact } from '../../domain/case/acts.ts';
import type { ClockRule, Trigger } from '../../domain/clocks/clock-rule.ts';
import { LADDER_WORDS, type LadderStep, type StepTime, type Tell } from '../../domain/clocks/ladder.ts';
import { cite } from '../../domain/law/cite.ts';
import { everyText } from '../../domain/notices/clock-reasons.ts';
import { periodText } from '../../domain/notices/date-words.ts';
import { CONTACT_ROLE_TEXT, type ContactRole } from '../../domain/organs.ts';
import { ladders, policies, statutes } from '../support/rules.ts';

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'clocks.md');
const DAY = '2026-12-01';
const [version, { clocks }] = [...policies].at(-1)!;

const UNITS = { hours: 'hours', 'calendar-days': 'days', 'calendar-months': 'months', 'working-days': 'working days' };
const FROM = { receipt: '，自收到之日', request: '，自收到之日', 'its-day': '，自其日' };
const OWED: Readonly<Record<ClockRule['owedTo'], string>> = {
  complainant: '信访人',
  superior: '上级',
  nobody: '本单位的权利',
};

function length({ period, extension, countsFrom, lastDayMoves }: ClockRule): string {
  if (!period) return extension ? 'as set；可延长' : 'as set';
  const by = 'by' in period && period.by ? `，${period.by}` : '';
  const more = extension ? `；可延长${extension.times === 2 ? '两次各' : ''}${extension.count}日` : '';
  return `${periodText(period)}${by}（${UNITS[period.unit]}）${countsFrom ? FROM[countsFrom] : ''}${lastDayMoves ? '，节假日顺延' : ''}${more}`;
}

const eventText = (trigger: Trigger): string => {
  const { on, if: condition } = typeof trigger === 'string' ? { on: trigger, if: undefined } : trigger;
  return `${nameOfFact(on as Parameters<typeof nameOfFact>[0])}${condition ? `（\`${condition}\`）` : ''}`;
};

function starts({ startsOn, restartsOn = [], where = [], while: lasting = [], since }: ClockRule): string {
  const conditions = [...where, ...lasting].map((one) => `\`${one}\``).join('、');
  return [
    startsOn.map(eventText).join('、'),
    restartsOn.length > 0 && `重新起算：${restartsOn.map(eventText).join('、')}`,
    conditions && `仅 ${conditions}`,
    since && `自${since}起施行`,
  ]
    .filter(Boolean)
    .join('；');
}

const source = ({ citation }: ClockRule): string =>
  'provision' in citation
    ? cite(citation.provision, DAY, statutes)
    : `${citation.rule}${citation.confidence === 'P' ? '（建议）' : ''}`;

function timeText(when: StepTime): string {
  const signed = (count: number, unit: string): string => `${count > 0 ? '+' : ''}${count}${unit}`;
  if ('hours' in when) return when.hours === 0 ? '届满时' : signed(when.hours, '小时');
  return `${when.days === 0 ? '当日' : signed(when.days, '日')}${when.at}`;
}

const BY = { email: '邮件', sms: '短信' };

const tellText = (tell: Tell): string =>
  Object.entries(tell)
    .map(([role, by]) => `${CONTACT_ROLE_TEXT[role as ContactRole]}${by.map((one) => BY[one]).join('和')}`)
    .join('、');

const rungText = ({ when, kind, level, tell, repeat }: LadderStep): string =>
  `${timeText(when)} ${LADDER_WORDS[kind]}（${level > 0 ? `上${level}级` : ''}${tellText(tell)}）${repeat ? `，${everyText(repeat)}重复（${tellText(repeat.tell)}）` : ''}`;

const laddersText = (rungs: readonly LadderStep[]): string => rungs.map(rungText).join('；');

function ladder(name: string, { period }: ClockRule): string {
  const own = ladders.clocks[name];
  return own ? laddersText(own) : period?.unit === 'hours' ? 'others, of hours' : 'others, of days';
}

const furtherRows = (): readonly string[] => [
  ...Object.entries(ladders.others).map(([unit, rungs]) => row([`others, of ${unit}`, laddersText(rungs)])),
  ...Object.entries(ladders.stricter).map(([name, rungs]) => row([`\`${name}\``, laddersText(rungs)])),
];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

it('docs/clocks.md shows every clock with its length, triggers, source and ladder', async () => {
  const rows = Object.entries(clocks).map(([name, rule]) =>
    row([
      `${rule.name} \`${name}\``,
      rule.duty,
      OWED[rule.owedTo],
      length(rule),
      starts(rule),
      rule.stopsOn.map(eventText).join('、'),
      source(rule),
      ladder(name, rule),
    ]),
  );
  const page = [
    '# Clocks',
    'Written and checked by [clocks.test.ts](../test/generated-docs/clocks.test.ts) out of [clocks.json](../config/clocks.json) and [ladders](../config/ladders/default.json) as they are: `npm run docs` writes it anew.',
    `Version ${version}, the law of ${DAY}. 日 are calendar days, the day of the trigger not counted; a ladder counts from the last day, and steps on days off move to working days as the file says. A case keeps the version of its day; 自…起施行 is a step that goes by the newest rule in force on the day on which it starts ([ADR 210](adr/0210-a-step-goes-by-the-newest-rule-of-its-day.md)), and what is as set belongs to none ([ADR 205](adr/0205-a-day-that-is-set-belongs-to-no-version.md)). 节假日顺延 is a law that moves a last day that is a day off ([ADR 211](adr/0211-who-is-reminded-and-what-is-late.md)). A province may shorten a period, never lengthen it ([operations](operations.md#day-by-day)). The words in code are conditions of [clock-conditions.ts](../domain/case/clocks/clock-conditions.ts).`,
    [
      row(['时限', 'duty', 'owed to', 'length', 'starts on', 'stops on', 'source', 'ladder']),
      row(Array(8).fill('---')),
      ...rows,
    ].join('\n'),
    '## Further ladders',
    `Others are those of clocks that have none of their own. The rest come beside a clock’s own rungs, in place of those of the same name: for marks ([marks.json](../config/marks.json)), and for a matter that is complained of again (${ladders.repeated.map(({ times, ladder: name }) => `from the ${times}. time \`${name}\``).join(', ')}; [ADR 127](adr/0127-a-ladder-says-whom-it-tells.md)). Where an organ has no 科室负责人 its 经办人 is meant, without 信访机构 its 主要负责人; nobody is told twice.`,
    [row(['ladder', 'rungs']), row(['---', '---']), ...furtherRows()].join('\n'),
  ];
  await expect(`${page.join('\n\n')}\n`).toMatchFileSnapshot(PAGE);
});
