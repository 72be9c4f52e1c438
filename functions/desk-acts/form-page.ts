import { dayOf, type Instant } from '../../domain/calendar/day.ts';
import { type StaffCommand, staffActOf } from '../../domain/case/acts.ts';
import type { Case } from '../../domain/case/case.ts';
import { type AvailableAct, availableActs } from '../../domain/case/commands/available-acts.ts';
import { obstacleTo } from '../../domain/case/commands/obstacle.ts';
import { lawOn } from '../../domain/law/cite.ts';
import { dateText } from '../../domain/notices/date-words.ts';
import { previewCommand } from '../../usecases/desk/preview.ts';
import { type Visit, visitPage } from '../shared/desk/desk.ts';
import type { Answer } from '../shared/http/http.ts';
import type { Html } from '../shared/pages/html.ts';
import { wordsOfAct } from '../shared/words/act-words.ts';
import { type ActFormState, actForm } from './act-form.ts';
import { askedOf, fieldsOf } from './fields.ts';
import { choicesOf, type DeskActsDeps, lookUpsOf } from './look-ups.ts';
import type { Typed } from './typed.ts';
import { commandIn } from './typed-command.ts';

export interface FormPage {
  readonly state: Case;
  readonly type: StaffCommand['type'];
  readonly typed: Typed;
  readonly list: string;
  readonly errors?: ActFormState['errors'];
  readonly remark?: Html | undefined;
  /** Shows what it would cause. */
  readonly command?: StaffCommand;
}

/** The form of an act, with what it would cause once it can be read. */
export async function formPage(status: number, visit: Visit, deps: DeskActsDeps, page: FormPage): Promise<Answer> {
  const { state, type, typed, list, errors = [], remark } = page;
  const { staff, now } = visit;
  const act = actIn(state, type, visit, deps) ?? notNow(state, type, visit, deps);
  const fields = fieldsOf(type, act.needs).filter(askedOf(state, { ...deps.context, now }));
  const command = page.command ?? readable(commandIn(type, fields, typed, lookUpsOf(staff, deps, state)));
  const preview =
    command && act.obstacle === undefined ? await previewCommand(state, command, staff, now, deps) : undefined;
  const { organNameOf } = deps.site;
  const main = actForm({
    ...{ state, act, help: wordsOfAct(type).help, fields, typed, errors, remark, preview, list, organNameOf },
    basis: basisOf(type, now, deps),
    key: visit.formFor(visit.event.rawPath),
    policies: deps.context.policies,
    choices: choicesOf(visit, deps, state),
  });
  return visitPage(status, visit, deps, { title: `${act.name}：${state.title}`, main, part: 'list' });
}

const readable = (read: ReturnType<typeof commandIn>): StaffCommand | undefined =>
  read.kind === 'right' ? read.command : undefined;

/** 依据: the article as it stands today. */
function basisOf(type: StaffCommand['type'], now: Instant, { context }: DeskActsDeps): string | undefined {
  const law = lawOn(dayOf(now), context.statutes);
  const held = wordsOfAct(type).basis?.filter(law.holds) ?? [];
  return held.length > 0 ? `${held.map(law.cite).join('、')}（${dateText(law.day)}有效）` : undefined;
}

/** Of another state, or for others to do: told as whoever sent it would be told. */
function notNow(
  state: Case,
  type: StaffCommand['type'],
  { staff, now }: Visit,
  { context }: DeskActsDeps,
): AvailableAct {
  const act = staffActOf(type);
  const refused = obstacleTo(act, state, { ...context, now, actor: staff });
  return { type, name: act.name, needs: [], obstacle: refused?.detail };
}

const actIn = (state: Case, type: StaffCommand['type'], { staff, now }: Visit, { context }: DeskActsDeps) =>
  availableActs(state, { ...context, now, actor: staff }).find((one) => one.type === type);

/** The elements that the act needs of this case. */
export const needsOf = (state: Case, type: StaffCommand['type'], visit: Visit, deps: DeskActsDeps): readonly string[] =>
  actIn(state, type, visit, deps)?.needs ?? [];
