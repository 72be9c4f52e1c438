import { dayOf, type Instant } from '../../domain/calendar/day.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { dateText } from '../../domain/notices/date-words.ts';
import type { CaseReader } from '../../usecases/cases/command-case.ts';
import type { CommandBatchDeps } from '../../usecases/staff/command-batch.ts';
import type { CommandByStaffDeps } from '../../usecases/staff/command-by-staff.ts';
import type { DeskDeps, Visit } from '../shared/desk/desk.ts';
import type { CasePick } from '../shared/words/field-words.ts';
import { caseChoices, openMilestones } from './case-choices.ts';
import type { Choices } from './field-input.ts';
import { materialsOf } from './files-input.ts';
import type { Option } from './inputs.ts';
import { partAt } from './parts-input.ts';
import type { LookUps } from './typed-command.ts';

export interface DeskActsDeps extends DeskDeps, Omit<CommandByStaffDeps, 'cases'> {
  readonly cases: CommandByStaffDeps['cases'] & CaseReader;
  readonly batches: CommandBatchDeps['batches'];
  readonly choices: Omit<Choices, 'colleagues' | 'organs' | 'materials' | 'ofCase' | 'reached'>;
}

/** Whoever of one's own organ the roster knows as the identity provider does. */
const colleaguesOf = ({ organ }: Staff, { context: { organs } }: DeskActsDeps) =>
  (organs.get(organ)?.contacts ?? []).flatMap(({ sub, name, absent = [] }) =>
    sub === undefined ? [] : [{ sub, name, absent }],
  );

/** With until when they are away, if they are now. */
function labelOf({ name, absent }: ReturnType<typeof colleaguesOf>[number], now: Instant): string {
  const away = absent.find(({ from, to }) => from <= now && now <= to);
  return away === undefined ? name : `${name}（离岗到${dateText(dayOf(away.to))}）`;
}

/** What the fields of a form are chosen from by somebody; for one case, or for many. */
export function choicesOf({ staff, now }: Pick<Visit, 'staff' | 'now'>, deps: DeskActsDeps, state?: Case): Choices {
  const colleagues = colleaguesOf(staff, deps).map((one) => ({ value: one.sub, label: labelOf(one, now) }));
  const ofCase = (pick: CasePick) => (state ? caseChoices(pick, state, { ...deps.context, now, actor: staff }) : []);
  return {
    ...deps.choices,
    colleagues,
    reached: state ? openMilestones(state) : [],
    ofCase: (pick) => (pick === 'holder' ? eachOnce([...ofCase(pick), ...colleagues]) : ofCase(pick)),
    organs: [...deps.context.organs.values()].map(({ name }) => name),
    materials: state ? materialsOf(state) : [],
  };
}

const eachOnce = (options: readonly Option[]): readonly Option[] => [
  ...new Map(options.map((option) => [option.value, option])).values(),
];

export const lookUpsOf = (staff: Staff, deps: DeskActsDeps, state?: Case): LookUps => ({
  organByName: organNamesIn(staff, deps),
  colleagueBySub: (wanted) => {
    const { sub, name } = colleaguesOf(staff, deps).find((one) => one.sub === wanted) ?? {};
    return sub === undefined || name === undefined ? undefined : { sub, name };
  },
  partAt: state ? partAt(state) : () => undefined,
});

/** A shorter end of a name may be anybody's. */
const SHORTEST = 4;

/** An organ by its name or id, by a short name or an end of its name (青坪分局) that no other has, or one's own. */
function organNamesIn(staff: Staff, { context: { organs } }: DeskActsDeps): LookUps['organByName'] {
  const all = [...organs.values()];
  return (typed) => {
    const name = typed.normalize('NFKC').replaceAll(/\s/g, '');
    if (name === '本单位') return staff.organ;
    const exact = all.find((organ) => organ.name === name || organ.id === name || organ.name === typed);
    const short = all.filter(({ aliases = [] }) => aliases.includes(name));
    const ending = name.length < SHORTEST ? [] : all.filter((organ) => organ.name.endsWith(name));
    const [found, ...others] = short.length > 0 ? short : ending;
    return (exact ?? (others.length === 0 ? found : undefined))?.id;
  };
}
