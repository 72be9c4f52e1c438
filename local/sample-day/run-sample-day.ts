import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CalendarFile } from '../../config/schemas/calendar.ts';
import { ClocksFile } from '../../config/schemas/clocks.ts';
import { organsSchema } from '../../config/schemas/organs.ts';
import { dayOf } from '../../domain/calendar/day.ts';
import { policiesOf } from '../../domain/clocks/policy.ts';
import type { Organs } from '../../domain/organs.ts';
import type { LocalStack } from '../local-stack.ts';
import { readProvince } from '../outside/credentials.ts';
import type { Journal } from './journal.ts';
import { live, SAMPLE_DAY_BEGINS } from './live.ts';
import { arrivalLines, repeatLine } from './log-book/arrivals.ts';
import { ledgerLines } from './log-book/ledgers.ts';
import { toldIn } from './log-book/notices.ts';
import { summaryLines } from './log-book/summary.ts';
import { weekLines } from './log-book/weeks.ts';
import { dayHeading, rule } from './log-book/words.ts';

/** The only province that the sample day is written for. */
export const SAMPLE_PROVINCE = 'demo';

/**
 * Feeds the sample day into an empty stack of the demo province, lets 75 days pass, and prints both, line by line, as a
 * log book. The stack must have been started with its clock at `SAMPLE_DAY_BEGINS`; the clock stays at the end of the
 * 75 days.
 */
export async function runSampleDay(stack: LocalStack, print: (line: string) => void): Promise<Journal> {
  const organs = readOrgans();
  const policies = policiesOf(ClocksFile.parse(readConfig('clocks')));
  const calendar = CalendarFile.parse(readConfig('calendar'));
  const day = dayOf(SAMPLE_DAY_BEGINS);
  let number = 0;
  const show = (lines: readonly string[]) => {
    for (const line of lines) print(line);
  };

  show([rule(`青禾省的一天：${dayHeading(day, calendar)}`), '人物、单位、地点都是虚构的；时间都是北京时间。']);
  const journal = await live(readProvince(SAMPLE_PROVINCE).mail.intake, stack, {
    arrived(arrival) {
      number += 1;
      show(['', ...arrivalLines(arrival, number, { organs, policies })]);
    },
    repeated(repeat) {
      if (dayOf(repeat.at) === day) print(repeatLine(repeat));
    },
  });
  const sealed = stack.outbox().filter(({ caseId }) => caseId?.startsWith('SEAL-'));
  const told = toldIn(
    stack.outbox().filter((sent) => !sealed.includes(sent)),
    organs,
  );
  show(['', '此后七十五天：单位办了什么，系统发出了哪些通知（【】内是通知的种类，其下每行一位收件人）。']);
  show(weekLines(journal, told, organs, calendar));
  show(ledgerLines(sealed, day));
  show(await summaryLines(stack, journal, told));
  return journal;
}

function readOrgans(): Organs {
  const { organs } = organsSchema.parse(readConfig(`organs/${SAMPLE_PROVINCE}`));
  return new Map(organs.map((organ) => [organ.id, organ]));
}

function readConfig(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'config', `${name}.json`), 'utf8'));
}
