import { type Case, runningClocks } from '../../domain/case/case.ts';
import { acknowledgeable } from '../../domain/case/clocks/acknowledgement.ts';
import { obstacleToExtension } from '../../domain/case/clocks/extension.ts';
import type { Context } from '../../domain/case/context.ts';
import { SUPERVISION_TEXT } from '../../domain/case/oversight/supervisions.ts';
import { isOutOfReach, receiptsOf } from '../../domain/case/people/complainants.ts';
import { officerAt } from '../../domain/case/people/officers.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { dateText, deadline, moment } from '../../domain/notices/date-words.ts';
import { organNamed } from '../../domain/organs.ts';
import { dutyOf } from '../shared/desk/case-row.ts';
import type { CasePick } from '../shared/words/field-words.ts';
import { FOLLOW_UP_WORDS } from '../shared/words/words.ts';
import type { Option } from './inputs.ts';

/** What of a case a field may name, so that nobody types what the case has. */
export const caseChoices = (pick: CasePick, state: Case, context: Context): readonly Option[] =>
  CHOICES[pick](state, context);

/** What of a plan of rectification is still to be reached, by its number. */
export const openMilestones = ({ rectification }: Case): readonly Option[] =>
  (rectification?.plan?.milestones ?? []).flatMap(({ what, by, doneAt }, index) =>
    doneAt === undefined ? [{ value: String(index + 1), label: `${what}（${dateText(by)}前）` }] : [],
  );

type Offer = (state: Case, context: Context) => readonly Option[];

const CHOICES: Readonly<Record<CasePick, Offer>> = {
  extendable: (state, context) =>
    runningClocks(state)
      .filter(({ name }) => obstacleToExtension(state, context, name) === undefined)
      .map((clock) => clockOption(clock, context.policies)),

  reminded: (state, context) =>
    runningClocks(state)
      .filter(({ name }) => typeof acknowledgeable(state, context, name) !== 'string')
      .map((clock) => clockOption(clock, context.policies)),

  instruction: ({ instructions = [] }) =>
    goingOn(instructions).map(({ item, from, until }) => ({
      value: String(item),
      label: `批示${item}：${from}，${dateText(until)}前反馈`,
    })),

  supervision: ({ supervisions = [] }, context) =>
    goingOn(supervisions).map(({ item, kind, by, until }) => ({
      value: String(item),
      label: `督办${item}：${organNamed(by, context).name}${SUPERVISION_TEXT[kind]}，${dateText(until)}前完成`,
    })),

  letter: (state) =>
    receiptsOf(state).map((receipt) => {
      const whose = receipt === state.id ? '本件信访人' : '并案信访人';
      return { value: receipt, label: `${whose}（${receipt}${isOutOfReach(state, receipt) ? '，无法联系' : ''}）` };
    }),

  'later-letter': ({ followUps = [] }) =>
    followUps
      .toReversed()
      .map(({ receipt, at, as }) => ({ value: receipt, label: `${moment(at)}　${FOLLOW_UP_WORDS[as]}（${receipt}）` })),

  holder: (state, { actor }) => {
    const officer = actor.kind === 'staff' ? officerAt(state, actor.organ) : undefined;
    return officer === undefined ? [] : [{ value: officer.sub, label: officer.name }];
  },
};

const clockOption = (clock: Clock, policies: Context['policies']): Option => ({
  value: clock.name,
  label: `${dutyOf(clock, policies)}：${deadline(clock.dueAt)}`,
});

const goingOn = <One extends { readonly endedAt?: string | undefined }>(all: readonly One[]): readonly One[] =>
  all.filter(({ endedAt }) => endedAt === undefined);
