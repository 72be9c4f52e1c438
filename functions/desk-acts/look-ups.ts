import type { Staff } from '../../domain/case/actor.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseReader } from '../../usecases/cases/command-case.ts';
import type { CommandBatchDeps } from '../../usecases/staff/command-batch.ts';
import type { CommandByStaffDeps } from '../../usecases/staff/command-by-staff.ts';
import type { DeskDeps } from '../shared/desk/desk.ts';
import type { Choices } from './field-input.ts';
import { materialsOf } from './files-input.ts';
import { partAt } from './parts-input.ts';
import type { LookUps } from './typed-command.ts';

export interface DeskActsDeps extends DeskDeps, Omit<CommandByStaffDeps, 'cases'> {
  readonly cases: CommandByStaffDeps['cases'] & CaseReader;
  readonly batches: CommandBatchDeps['batches'];
  readonly choices: Omit<Choices, 'colleagues' | 'organs' | 'materials'>;
}

/** Whoever of one's own organ the roster knows as the identity provider does. */
const colleaguesOf = ({ organ }: Staff, { context: { organs } }: DeskActsDeps) =>
  (organs.get(organ)?.contacts ?? []).flatMap(({ sub, name }) => (sub === undefined ? [] : [{ sub, name }]));

/** What the fields of a form are chosen from by somebody; for one case, or for many. */
export const choicesOf = (staff: Staff, deps: DeskActsDeps, state?: Case): Choices => ({
  ...deps.choices,
  colleagues: colleaguesOf(staff, deps).map(({ sub, name: label }) => ({ value: sub, label })),
  organs: [...deps.context.organs.values()].map(({ name }) => name),
  materials: state ? materialsOf(state) : [],
});

export const lookUpsOf = (staff: Staff, deps: DeskActsDeps, state?: Case): LookUps => ({
  organByName: (name) => [...deps.context.organs.values()].find((organ) => organ.name === name)?.id,
  colleagueBySub: (sub) => colleaguesOf(staff, deps).find((one) => one.sub === sub),
  partAt: state ? partAt(state) : () => undefined,
});
