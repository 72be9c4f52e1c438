import * as z from 'zod';
import { isAbove } from '../../organs.ts';
import { listOf } from '../../stored.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { ladderFor, SET_MARKS, type SetMark, stricterFrom } from '../oversight/marks.ts';
import { organOf } from '../people/actor.ts';
import { OPEN } from '../status.ts';

const marks = z.array(z.enum(SET_MARKS)).max(SET_MARKS.length).readonly().default([]);

/** 标记、取消标记: what sets a case apart, with the stricter ladder that follows. What the level above has set, it takes off. */
export const mark = staffAct({
  name: '重点标记',
  command: command('mark', () => ({ add: marks, remove: marks, reason: Words.optional() })),
  fact: fact('marked', () => ({
    added: listOf(z.object({ mark: z.enum(SET_MARKS), name: z.string() })),
    removed: listOf(z.enum(SET_MARKS)),
    /** Name of the stricter ladder from now on; none where no mark asks for one. */
    ladder: z.string().optional(),
    reason: z.string().optional(),
  })),
  from: OPEN,
  by: () => 'either',
  power: 'contribute',

  decide({ marked = [] }, { add, remove, reason }, { marks: rules = new Map(), actor, ...roster }) {
    const has = (one: SetMark) => marked.some((set) => set.mark === one);
    const added = [...new Set(add)].filter((one) => !has(one) && !remove.includes(one));
    if (added.some((one) => !rules.has(one))) return notAllowed('本省没有这个标记，请核对省级配置中的重点事项');
    const removed = [...new Set(remove)].filter(has);
    const own = organOf(actor);
    const fromAbove = marked.filter((set) => removed.includes(set.mark) && own && isAbove(set.by, own, roster.organs));
    if (fromAbove.length > 0) return notAllowed(`“${fromAbove[0]!.name}”由上级单位标记，请由上级单位取消`);
    if (added.length + removed.length === 0) return [];
    const left = [...marked.map((set) => set.mark).filter((one) => !removed.includes(one)), ...added];
    const named = added.map((one) => ({ mark: one, name: rules.get(one)!.name }));
    return [{ added: named, removed, ladder: ladderFor(left, rules), reason }];
  },

  evolve(state, { added, removed, ladder, at, actor }) {
    const by = organOf(actor) ?? state.lead;
    const kept = (state.marked ?? []).filter((set) => !removed.includes(set.mark));
    const marked = [...kept, ...added.map((one) => ({ ...one, by, at }))];
    return { ...state, marked, stricter: stricterFrom(state.stricter, ladder, at) };
  },
});
