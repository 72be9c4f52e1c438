import * as z from 'zod';
import {
  type Classification,
  ClassificationSchema,
  POLLUTION_TYPES,
  URGENCIES,
} from '../../classification/classification.ts';
import { OWN_DEPARTMENT } from '../../matter.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import type { CaseClassification } from '../case.ts';
import { CaseClassificationSchema, withoutReasons } from '../case-schema.ts';
import { isSameSet } from '../rights/holders.ts';

const once = <One>(many: readonly One[]): One[] => [...new Set(many)];
const Code = z.string().regex(/^[a-z][a-z-]{0,49}$/);

/** 改判: a person corrects what the rules made of the text. It moves the case to nobody: that is `assign`. */
export const reclassify = staffAct({
  name: '改判',
  command: command('reclassify', () => ({
    types: z.array(z.enum(POLLUTION_TYPES)).overwrite(once).max(9).readonly(),
    /** As they are if none are named. */
    subtypes: z.array(Code).overwrite(once).max(20).readonly().optional(),
    matter: Code,
    /** As it is if none is named. */
    urgency: z.enum(URGENCIES).optional(),
    reason: Words,
  })),
  fact: fact('reclassified', () => ({
    before: CaseClassificationSchema,
    after: ClassificationSchema,
    /** Names the matter for people, as it is now. */
    title: z.string(),
    reason: z.string(),
  })),
  from: ['registered', 'accepted', 'assigned', 'reported', 'returned'],
  by: () => 'either',
  power: 'triage',

  /** The same correction again changes nothing. */
  decide(
    { classification: before },
    { types, subtypes, matter, urgency, reason },
    { matters, subtypes: knownSubtypes = {} },
  ) {
    const known = matters && Object.hasOwn(matters.matters, matter) ? matters.matters[matter] : undefined;
    if (!known) return notAllowed('没有这个事项，请核对事项代码');
    const strange = subtypes?.find((code) => !Object.hasOwn(knownSubtypes, code));
    if (strange !== undefined) return notAllowed(`没有“${strange}”这个污染细类，请核对代码`);
    const after: Classification = {
      ...before,
      types,
      subtypes: subtypes ?? before.subtypes,
      matter,
      urgency: urgency ?? before.urgency,
      competent: known.lead === OWN_DEPARTMENT,
      score: 1,
      otherMatters: before.otherMatters?.filter((other) => other !== matter),
      trace: [`人工改判：${reason}`],
    };
    return isSame(before, after) ? [] : [{ before, after, title: known.name, reason }];
  },

  evolve: (state, { title, after, reason, at, actor }) => ({
    ...state,
    title,
    classification: withoutReasons(after),
    corrected: { at, organ: actor.kind === 'staff' ? actor.organ : '', reason },
  }),
});

function isSame(before: CaseClassification, after: Classification): boolean {
  const same = before.matter === after.matter && before.urgency === after.urgency;
  return same && isSameSet(before.types, after.types) && isSameSet(before.subtypes, after.subtypes);
}
