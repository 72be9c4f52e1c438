import { type StaffCommand, staffActOf } from '../../domain/case/acts.ts';
import type { Case } from '../../domain/case/case.ts';
import { obstacleTo } from '../../domain/case/commands/obstacle.ts';
import { statusTextOf } from '../../domain/case/status-text.ts';
import { visibleCase } from '../../usecases/staff/visible-case.ts';
import { dueText, placeOf } from '../shared/desk/case-row.ts';
import type { Visit } from '../shared/desk/desk.ts';
import { type Html, html } from '../shared/pages/html.ts';
import type { DeskActsDeps } from './look-ups.ts';

/** One of those that were ticked; of one that whoever ticked it may not see, its number alone. */
export interface Chosen {
  readonly id: string;
  /** What tells it from others, as the list does. */
  readonly about: Html | undefined;
  /** Why the act would be refused of it as it is now. */
  readonly obstacle: string | undefined;
}

/** What was ticked, as it stands now, in the order of the list. */
export const chosenCases = async (
  cases: readonly { readonly id: string }[],
  type: StaffCommand['type'],
  { staff, now }: Visit,
  deps: DeskActsDeps,
): Promise<readonly Chosen[]> =>
  await Promise.all(
    cases.map(async ({ id }) => {
      const found = await visibleCase(id, staff, deps);
      if (found.kind !== 'shown') return { id, about: undefined, obstacle: '没有这件事项' };
      const context = { ...deps.context, now, actor: staff };
      const obstacle = obstacleTo(staffActOf(type), found.value, context)?.detail;
      return { id, about: aboutOf(found.value, now, deps), obstacle };
    }),
  );

const aboutOf = (state: Case, now: string, { context: { policies } }: DeskActsDeps): Html =>
  html`${state.title}，${placeOf(state)}，${statusTextOf(state)} ${dueText(state, now, policies)}`;

/** Its number, which leads to it, and what it is about. */
export const chosenLine = ({ id, about }: Omit<Chosen, 'obstacle'>, more?: string): Html =>
  html`<li><a class="go" href="/desk/cases/${id}">${id}</a>　${about}${more !== undefined && html`<strong class="sub">${more}</strong>`}</li>`;
