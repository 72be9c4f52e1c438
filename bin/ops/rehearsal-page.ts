import { entryOf } from '../../domain/clocks/clock-name.ts';
import type { Policies } from '../../domain/clocks/policy.ts';
import { deadline } from '../../domain/notices/date-words.ts';
import type { Rehearsed, ToldOnce } from '../../usecases/operations/rehearse.ts';

const MOST_SHOWN = 50;

/** 预演结果 for people: by case what moves, by recipient how many notices less and more. */
export function rehearsalPage(found: readonly Rehearsed[], cases: number, policies: Policies): string[] {
  if (found.length === 0) return [`${cases}件事项重演，没有任何不同`];
  const shown = found.flatMap((one) => caseLines(one, policies));
  const more = shown.length > MOST_SHOWN ? [`……另有${shown.length - MOST_SHOWN}行，见 --json`] : [];
  const told = recipientLines(
    found.flatMap(({ lost }) => lost),
    found.flatMap(({ gained }) => gained),
  );
  const count = (is: (one: Rehearsed) => boolean): number => found.filter(is).length;
  const elsewhere = count((one) => one.elsewhere !== undefined);
  const moved = count((one) => one.moved.length > 0);
  return [
    ...shown.slice(0, MOST_SHOWN),
    ...more,
    ...told,
    `${cases}件事项重演，${found.length}件会有不同：${elsewhere}件分到别处，${moved}件期限有变`,
  ];
}

function caseLines({ caseId, elsewhere, moved }: Rehearsed, policies: Policies): string[] {
  return [
    ...(elsewhere ? [`${caseId}：由${elsewhere.to}而不是${elsewhere.from}承办`] : []),
    ...moved.map(({ clock, from, to }) => `${caseId} ${nameOf(clock, policies)}：${day(from)} → ${day(to)}`),
  ];
}

const day = (instant: string | undefined): string => (instant === undefined ? '无' : deadline(instant));

/** As the latest version of the rules calls it. */
function nameOf(clock: string, policies: Policies): string {
  const entry = entryOf(clock.split(' ')[0]!);
  return [...policies.values()].at(-1)?.clocks[entry]?.name ?? clock;
}

function recipientLines(lost: readonly ToldOnce[], gained: readonly ToldOnce[]): string[] {
  const counted = (all: readonly ToldOnce[]) => Map.groupBy(all, ({ whom }) => whom);
  const [less, more] = [counted(lost), counted(gained)];
  const everybody = [...new Set([...less.keys(), ...more.keys()])].toSorted();
  return everybody.map((whom) => `${whom}：少${less.get(whom)?.length ?? 0}条，多${more.get(whom)?.length ?? 0}条`);
}
