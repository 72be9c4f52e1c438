import * as z from 'zod';
import type { Instant } from '../../calendar/day.ts';
import { POLLUTION_TYPES } from '../../classification/classification.ts';
import { limitEnd, limitSchema } from '../../clocks/set-limit.ts';
import { OWN_DEPARTMENT } from '../../matter.ts';
import { listOf } from '../../stored.ts';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, type Refused, staffAct } from '../act.ts';
import type { Case } from '../case.ts';
import { nextOwed } from '../clocks/owed-clocks.ts';
import type { Context } from '../context.ts';
import { subjectOf } from '../handling/part-subject.ts';
import { MOST_PARTS, partId, RangeSchema, type SplitPart, SplitPartSchema } from '../handling/splitting.ts';
import { mayAssign } from '../rights/authority.ts';

const asked = () =>
  z.object({
    /** Number of a part of the classification, from 1: it says what the part is about, where its words stand, and whose it is. */
    part: z.int().min(1).max(MOST_PARTS).optional(),
    lead: Name.optional(),
    assisting: z.array(Name).max(10).readonly().default([]),
    /** What it is about, where no part of the classification says so. */
    matter: Name.optional(),
    types: z.array(z.enum(POLLUTION_TYPES)).max(9).readonly().optional(),
    ranges: z.array(RangeSchema).min(1).max(20).readonly().optional(),
    /** By when it is wanted, if sooner than the whole. */
    limit: limitSchema().optional(),
  });

type Asked = z.infer<ReturnType<typeof asked>>;

/**
 * 拆分: a complaint of several matters becomes several cases, each with its own lead, clock and answer. This case holds
 * the whole, and ends when all its parts have ended. Its complainant has one receipt.
 */
export const split = staffAct({
  name: '拆分',
  command: command('split', () => ({
    parts: z.array(asked()).min(2).max(MOST_PARTS).readonly(),
    reason: Words.optional(),
  })),
  fact: fact('split', () => ({ parts: listOf(SplitPartSchema), reason: z.string().optional() })),
  from: ['accepted', 'assigned', 'split'],
  by: () => 'either',
  power: 'assign',

  obstacle(state, { policies }) {
    const { inspection, partOf: whole, objection } = state;
    if (inspection) return '督察交办件须逐件办理，不得拆分';
    if (whole) return '拆分件不得再拆分；请对整件拆分';
    if (objection) return '异议待答复，答复后方可拆分';
    return nextOwed(state, policies) ? undefined : '没有进行中的办理期限，不能拆分';
  },

  decide(state, { parts: wanted, reason }, context) {
    const before = state.parts?.length ?? 0;
    if (before + wanted.length > MOST_PARTS) return notAllowed(`一件最多拆分为${MOST_PARTS}部分`);
    const made = wanted.map((one, n) => partFor(one, before + n + 1, state, context));
    return made.find(isRefused) ?? [{ parts: made.filter(isMade), reason }];
  },

  evolve: (state, { parts }) => ({
    ...state,
    status: 'split',
    parts: [
      ...(state.parts ?? []),
      ...parts.map(({ id, number, title }) => ({ id, number, title, status: 'assigned' as const })),
    ],
  }),
});

const isRefused = (one: SplitPart | Refused): one is Refused => 'kind' in one;
const isMade = (one: SplitPart | Refused): one is SplitPart => !isRefused(one);

function partFor(asked: Asked, number: number, state: Case, context: Context): SplitPart | Refused {
  const found = asked.part === undefined ? undefined : state.classification.parts?.[asked.part - 1];
  if (asked.part !== undefined && !found) return notAllowed(`分类中没有第${asked.part}部分`);
  const whole = state.classification;
  const matter = asked.matter ?? found?.matter ?? whole.matter;
  const known =
    context.matters && Object.hasOwn(context.matters.matters, matter) ? context.matters.matters[matter] : undefined;
  if (!known) return notAllowed(`第${number}部分：没有这个事项，请核对事项代码`);
  const lead = asked.lead ?? found?.lead;
  const until = endOf(asked, state, context);
  if (until === undefined) return notAllowed(`第${number}部分的期限不能晚于整件的期限`);
  const held = leadOf(lead, asked.assisting, context);
  if ('kind' in held) return notAllowed(`第${number}部分：${held.detail}`);
  const ranges = asked.ranges ?? (found && [{ start: found.start, end: found.end }]);
  if (ranges?.some(({ start, end }) => end <= start)) return notAllowed(`第${number}部分：文字的起止位置不对`);
  const said = found?.matter === matter ? found : subjectOf(matter, whole, context.subtypes);
  const about = {
    types: asked.types ?? said.types,
    subtypes: said.subtypes,
    matter,
    urgency: (found ?? whole).urgency,
    competent: known.lead === OWN_DEPARTMENT,
  };
  return { id: partId(state.id, number), number, title: known.name, ...held, ...about, ranges, until };
}

function leadOf(lead: string | undefined, others: readonly string[], { organs, ...context }: Context) {
  const assisting = [...new Set(others)].filter((id) => id !== lead);
  if (lead === undefined) return notAllowed('请填写主办单位');
  if ([lead, ...assisting].some((id) => !organs.has(id))) return notAllowed('没有这个责任单位，请核对主办、协办单位');
  if (!mayAssign(context.actor, lead, { organs, ...context }))
    return notAllowed('只能拆分给本单位或下级单位，其他单位请上级拆分');
  return { lead, assisting };
}

/** Its own limit; that of the whole where none is set; nothing where it would end later. */
function endOf({ limit }: Asked, state: Case, { policies, calendar, now }: Context): Instant | undefined {
  const whole = nextOwed(state, policies)!.dueAt;
  const own = limit && limitEnd(limit, now, calendar).dueAt;
  return own === undefined ? whole : own <= whole ? own : undefined;
}
