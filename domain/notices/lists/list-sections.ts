import { addDays, dayOf, type Instant, mondayOf } from '../../calendar/day.ts';
import { lastDayOf } from '../../clocks/deadline.ts';
import { LADDER_WORDS } from '../../clocks/ladder.ts';
import type { Notice } from '../notice.ts';

/** 清单的分栏, in the order in which they are read. */
const SECTIONS = ['已超期', '今日到期', '本周到期', '以后到期', '新到'] as const;

type Section = (typeof SECTIONS)[number];

/** Those of each section that has some, in their order. A week ends on Sunday, holidays or not. */
export function sectionsOf(
  notices: readonly Notice[],
  now: Instant,
): readonly (readonly [section: Section, notices: readonly Notice[]])[] {
  const bySection = Map.groupBy(notices, (notice) => sectionOf(notice, now));
  return SECTIONS.flatMap((section) => {
    const some = bySection.get(section);
    return some ? [[section, some] as const] : [];
  });
}

const LADDER: readonly string[] = Object.values(LADDER_WORDS);

/** What reminds of a deadline stands by that; whatever else it is, it is new. */
function sectionOf({ sms, dueAt }: Notice, now: Instant): Section {
  if (sms.use !== 'staff' || !LADDER.includes(sms.values.kind) || dueAt === undefined) return '新到';
  if (dueAt <= now) return '已超期';
  const [today, last] = [dayOf(now), lastDayOf(dueAt)];
  if (last === today) return '今日到期';
  return last <= addDays(mondayOf(today), 6) ? '本周到期' : '以后到期';
}
