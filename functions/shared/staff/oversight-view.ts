import * as z from 'zod';
import type { Case } from '../../../domain/case/case.ts';
import { isEmergency, stageText } from '../../../domain/case/handling/incident.ts';
import { REACHES } from '../../../domain/case/outside/addressee.ts';
import { AUTHORITIES, AuthoritySchema } from '../../../domain/case/outside/informed-authorities.ts';
import { transferText } from '../../../domain/case/outside/transfer-record.ts';
import { SET_MARKS } from '../../../domain/case/oversight/marks.ts';
import { SUPERVISION_KINDS } from '../../../domain/case/oversight/supervisions.ts';
import { listOf } from '../../../domain/stored.ts';

const Numbered = z.object({
  /** By which commands name it. */
  item: z.int(),
  /** The organ that recorded or ordered it. */
  by: z.string(),
  at: z.iso.datetime(),
  /** The last day on which it can be done in time. */
  until: z.iso.date(),
  endedAt: z.iso.datetime().optional(),
});

/** 重点标记: which were set, as they were called that day, by which organ and when. */
export const OversightView = z.object({
  marks: listOf(z.object({ mark: z.enum(SET_MARKS), name: z.string(), by: z.string(), at: z.iso.datetime() })),
  /** 领导批示: what was said stands in the events. */
  instructions: listOf(Numbered.extend({ from: z.string() })),
  supervisions: listOf(Numbered.extend({ kind: z.enum(SUPERVISION_KINDS), number: z.string().optional() })),
  /** 移送: `by-hand` waits for somebody to carry the letter, until the department has acknowledged it. */
  transfer: z
    .object({
      to: z.string(),
      at: z.iso.datetime(),
      reached: z.enum(REACHES),
      acknowledgedAt: z.iso.datetime().optional(),
      text: z.string(),
    })
    .optional(),
  /** 突发环境事件: its over-all state, and which authorities were told when; none where it is no emergency. */
  emergency: z
    .object({
      text: z.string(),
      stage: z.string().optional(),
      informed: listOf(z.object({ authority: AuthoritySchema, name: z.string(), at: z.iso.datetime() })),
    })
    .optional(),
});

export function oversightOf(state: Case): z.infer<typeof OversightView> {
  const { marked = [], instructions = [], supervisions = [] } = state;
  return {
    marks: marked.map(({ mark, name, by, at }) => ({ mark, name, by, at })),
    instructions: instructions.map(({ from, ...one }) => ({ from, ...numbered(one) })),
    supervisions: supervisions.map(({ kind, number, ...one }) => ({ kind, number, ...numbered(one) })),
    transfer: transferOf(state),
    emergency: emergencyOf(state),
  };
}

const numbered = ({ item, by, at, until, endedAt }: z.infer<typeof Numbered>) => ({ item, by, at, until, endedAt });

function transferOf({ transfer }: Case): z.infer<typeof OversightView>['transfer'] {
  if (!transfer) return undefined;
  const { to, at, reached, acknowledgedAt } = transfer;
  return { to, at, reached, acknowledgedAt, text: transferText(transfer) };
}

function emergencyOf(state: Case): z.infer<typeof OversightView>['emergency'] {
  const { stage, informed = [] } = state;
  if (stage === undefined && !isEmergency(state)) return undefined;
  const told = informed.map(({ authority, at }) => ({ authority, name: AUTHORITIES[authority], at }));
  return { text: stageText(stage), stage: stage?.stage, informed: told };
}
