import { dynamoCaseHeads } from '../../adapters/dynamodb/cases/case-heads.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoPeople } from '../../adapters/dynamodb/people.ts';
import { addDays, dayOf, instantAt } from '../../domain/calendar/day.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { withPeople } from '../../domain/roster/people.ts';
import { type Rehearsed, rehearse } from '../../usecases/operations/rehearse.ts';
import type { Asked, OpsCommand, Outcome } from './command.ts';
import { type OpsStack, rosterOf } from './connect.ts';
import { rehearsalPage } from './rehearsal-page.ts';
import { type Change, changeIn, worldOf } from './rehearsed-world.ts';

const AT_ONCE = 20;

export const rehearseCommand: OpsCommand = {
  takes: '--change FILE... [--days 92]',
  does: [
    'lives the cases of the last quarter once more by another roster, ladder, calendar, period or route, and tells which would have been elsewhere, which deadline moved, and who would have got what; writes and sends nothing. 1 where anything would be otherwise',
    '用另一份名册、催办阶梯、日历、时限或分办规则，把最近一个季度的事项重演一遍：哪些会分到别处、哪个期限会变、谁会收到什么；不写入、不发送。有不同的返回1',
  ],
  options: { change: { type: 'string', multiple: true }, days: { type: 'string' } },
  faultIn: whyNotRehearsed,
  run: rehearseAll,
};

function whyNotRehearsed({ values: { change, days = '92' } }: Asked): string | undefined {
  if (change === undefined) return '--change FILE is needed';
  return Number.isInteger(Number(days)) && Number(days) > 0
    ? undefined
    : `--days ${String(days)}: a whole number above 0`;
}

async function rehearseAll({ values }: Asked, stack: OpsStack): Promise<Outcome> {
  const { id } = stack.config.settings;
  const changes = (values.change as readonly string[]).map(changeIn);
  const [before, after] = [worldOf(id, []), worldOf(id, changes)];
  const living = await dynamoPeople(stack.tables, stack.stores.ROSTER_TABLE_NAME).all();
  const worlds = { before: peopled(before, living), after: isRoster(changes) ? after : peopled(after, living) };
  const since = instantAt(addDays(dayOf(stack.now), -Number(values.days ?? 92)), '00:00');
  const found: Rehearsed[] = [];
  let cases = 0;
  for await (const events of livesSince(since, stack)) {
    cases += 1;
    const otherwise = rehearse(events, worlds, stack.now);
    if (otherwise) found.push(otherwise);
  }
  const lines = rehearsalPage(found, cases, before.rules.policies);
  return { lines, json: { cases, otherwise: found }, failed: found.length > 0 };
}

/** Who is in a roster that is tried is who stands in its file. */
const isRoster = (changes: readonly Change[]): boolean => changes.some(({ kind }) => kind === 'organs');

type World = ReturnType<typeof worldOf>;

function peopled(world: World, people: Parameters<typeof withPeople>[1]): World {
  return { ...world, rules: { ...world.rules, organs: withPeople(world.rules.organs, people) } };
}

/** The events of every case that was registered since then. */
async function* livesSince(since: string, stack: OpsStack): AsyncGenerator<readonly CaseEvent[]> {
  const { tables, stores } = stack;
  const { events } = dynamoCaseStore(tables, stores.CASE_TABLE_NAME, rosterOf(stack));
  let under: Promise<readonly CaseEvent[]>[] = [];
  for await (const { caseId } of dynamoCaseHeads(tables, stores.CASE_TABLE_NAME)()) {
    under.push(events(caseId));
    if (under.length < AT_ONCE) continue;
    yield* (await Promise.all(under)).filter(([first]) => first !== undefined && first.at >= since);
    under = [];
  }
  yield* (await Promise.all(under)).filter(([first]) => first !== undefined && first.at >= since);
}
