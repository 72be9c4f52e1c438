import type { Case } from '../../domain/case/case.ts';
import { GROUP_NAMES, type Group, isOf, type Onlooking, type Range } from '../../domain/lists/groups.ts';
import { ASKED, beforeAlike, END, ENDED, type ListRules, listingOf } from '../../domain/lists/listing.ts';
import { type Extent, listsOf } from '../../domain/lists/scopes.ts';
import type { ListQuery } from './list-query.ts';
import { type Entry, inReadsOf, type KeptLists, type Walk, walkLists } from './walk-lists.ts';

/** How many cases; at least so many where not all were counted, for a list that long is counted by nobody. */
export interface Count {
  readonly count: number;
  readonly isAll: boolean;
}

export interface Tally {
  /** Of each group; of `unread`, `ended` and `all` where it is asked for. */
  readonly counts: Readonly<Partial<Record<Group, Count>>>;
  /** 等待他人: whom the open cases wait for, those with most first. */
  readonly waitingFor: readonly { readonly organ: string; readonly count: number }[];
}

export interface Looking extends Onlooking {
  readonly query: ListQuery;
  readonly extent: Extent;
  readonly isShown: (entry: Entry) => boolean;
}

interface SurveyDeps {
  readonly lists: KeptLists;
  readonly cases: { loadMany(ids: readonly string[]): Promise<readonly Case[]> };
  readonly context: ListRules;
}

/** As much of a list as is counted: of those that ended only where they are asked for. */
export interface Survey {
  readonly open: Walk;
  readonly ended: Walk;
  /** The beginnings of tabs that lie beyond what was counted. */
  readonly beyond: ReadonlyMap<Group, Walk>;
}

const PAGE = 50;
/** The longest list that is counted to its end: among a million cases a page costs what it costs among so many. */
const MOST_COUNTED = 1_000;
/** Tabs by the time, which so many overdue cases can push beyond what is counted. */
const LATER: readonly Group[] = ['today', 'soon'];
/** So many of such a tab are looked at where another is asked for: that there are some is what counts. */
const GLANCE = 10;
/** A page with a filter that hardly any case fits ends here, short, with a cursor that goes on. */
const SEARCHING_STEPS = 20;

const NOTHING: Walk = { entries: [], reached: ENDED };
const once = (_: number, steps: number) => steps < 1;

export async function survey(looking: Looking, deps: SurveyDeps): Promise<Survey> {
  const { query, extent, isShown, ranges } = looking;
  if (query.filters?.receipt !== undefined) return await only(query.filters.receipt, looking, deps);
  const isOfEnded = query.group === 'ended' || query.group === 'all';
  const walk = (range: Range, most: number) =>
    walkLists(extent.lists, range, isShown, once, inReadsOf(most, deps.lists));
  const [open, ended] = await Promise.all([
    walk([ASKED, ENDED], MOST_COUNTED),
    isOfEnded ? walk([ENDED, END], MOST_COUNTED) : NOTHING,
  ]);
  const later = LATER.filter((group) => open.reached < ranges[group][0]);
  const begun = later.map(
    async (group) => [group, await walk(ranges[group], group === query.group ? PAGE + 1 : GLANCE)] as const,
  );
  return { open, ended, beyond: new Map(await Promise.all(begun)) };
}

/** A receipt says which case it is: there is nothing to look through. */
async function only(receipt: string, { extent, isShown }: Looking, { cases, context }: SurveyDeps): Promise<Survey> {
  const listings = (await cases.loadMany([receipt])).map((state) => listingOf(state, context));
  const isKept = (listing: (typeof listings)[number]) =>
    listsOf(listing).some(({ kind, organ }) => extent.lists.some((one) => one.kind === kind && one.organ === organ));
  const entries = listings.filter(isKept).filter(isShown);
  const [ended = [], open = []] = [true, false].map((hasEnded) => entries.filter(({ at }) => at >= ENDED === hasEnded));
  return { open: { entries: open, reached: END }, ended: { entries: ended, reached: END }, beyond: new Map() };
}

/** What was looked at of where a group lies. */
function walkOf({ open, ended, beyond }: Survey, group: Group): Walk {
  if (group === 'ended') return ended;
  const begun = beyond.get(group);
  if (begun) return begun;
  const isWhole = group === 'all' && open.reached >= ENDED;
  return isWhole ? { entries: [...open.entries, ...ended.entries], reached: ended.reached } : open;
}

interface Page {
  readonly entries: readonly Entry[];
  /** Where it ended, if there may be more. */
  readonly end?: string | undefined;
}

/** The page after that place: out of what was surveyed, and as much further as it takes. */
export async function pageOf(looking: Looking, after: string, surveyed: Survey, deps: SurveyDeps): Promise<Page> {
  const { query, extent, isShown, ranges } = looking;
  const { entries, reached } = walkOf(surveyed, query.group);
  const [from, until] = ranges[query.group];
  const isNext = ({ at, row }: Entry) => at > after && isOf(query.group, at, row, looking);
  const known = entries.filter(isNext);
  const start = [from, after, reached].toSorted().at(-1)!;
  const goesOn = (kept: number, steps: number) => known.length + kept <= PAGE && steps < SEARCHING_STEPS;
  const isWanted = (entry: Entry) => isShown(entry) && isNext(entry);
  const isSearch = Object.values(query.filters ?? {}).some((wanted) => wanted !== undefined);
  const lists = isSearch ? deps.lists : inReadsOf(MOST_COUNTED, deps.lists);
  const more = await walkLists(extent.lists, [start, until], isWanted, goesOn, lists);
  const found = [...known, ...more.entries];
  if (found.length > PAGE) return { entries: found.slice(0, PAGE), end: found[PAGE - 1]!.at };
  if (more.reached >= until) return { entries: found };
  // What was read last may be hidden from who asks: no cursor names it.
  const end = beforeAlike(more.reached);
  return { entries: found.filter(({ at }) => at < end), end };
}

/** A list from its first case on: of more than `most` cases as many, and where it then ended. */
export async function wholeOf(looking: Looking, most: number, deps: SurveyDeps): Promise<Page> {
  const { query, extent, isShown, ranges } = looking;
  const isOfGroup = ({ at, row }: Entry) => isOf(query.group, at, row, looking);
  if (query.filters?.receipt !== undefined) {
    const { open } = await only(query.filters.receipt, looking, deps);
    return { entries: open.entries.filter(isOfGroup) };
  }
  const isWanted = (entry: Entry) => isShown(entry) && isOfGroup(entry);
  const walk = await walkLists(extent.lists, ranges[query.group], isWanted, (kept) => kept <= most, deps.lists);
  const entries = walk.entries.slice(0, most);
  return { entries, end: walk.entries.length > most ? entries.at(-1)?.at : undefined };
}

export function tallied(surveyed: Survey, looking: Looking): Tally {
  const isOfGroup = (group: Group) => (entry: Entry) => isOf(group, entry.at, entry.row, looking);
  const countOf = (group: Group): Count => {
    const { entries, reached } = walkOf(surveyed, group);
    return { count: entries.filter(isOfGroup(group)).length, isAll: reached >= looking.ranges[group][1] };
  };
  const counted = GROUP_NAMES.filter((group) => group === looking.query.group || !SELDOM.includes(group));
  return {
    counts: Object.fromEntries(counted.map((group) => [group, countOf(group)])),
    waitingFor: whomFor(surveyed.open.entries.filter(isOfGroup('waiting'))),
  };
}

/** Counted only where they are asked for: what one person has seen, and what has come together in years, costs reads. */
const SELDOM: readonly Group[] = ['unread', 'ended', 'all'];

function whomFor(waiting: readonly Entry[]): Tally['waitingFor'] {
  return [...Map.groupBy(waiting, ({ row }) => row.waitsFor)]
    .map(([organ, all]) => ({ organ, count: all.length }))
    .toSorted((one, other) => other.count - one.count || (one.organ < other.organ ? -1 : 1));
}
