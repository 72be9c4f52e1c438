import { STAFF_ACTS, type StaffCommand } from '../../domain/case/acts.ts';
import type { Case } from '../../domain/case/case.ts';
import { ownProperty } from '../../domain/own-property.ts';
import { commandByStaff } from '../../usecases/staff/command-by-staff.ts';
import { visibleCase } from '../../usecases/staff/visible-case.ts';
import {
  keepTyped,
  type Sending,
  type Show,
  seeOther,
  servingDesk,
  type Take,
  type Visit,
} from '../shared/desk/desk.ts';
import { alsoIn, listOf } from '../shared/desk/paths.ts';
import type { Answer } from '../shared/http/http.ts';
import { Refusal } from '../shared/http/problem.ts';
import { shown } from '../shared/staff/shown.ts';
import { addressOfAct, wordsOfAct } from '../shared/words/act-words.ts';
import { batch, showBatch } from './batch.ts';
import { askedOf, fieldsOf } from './fields.ts';
import { materialsOf, withAdded } from './files-input.ts';
import { type FormPage, formPage, needsOf } from './form-page.ts';
import { initialValuesOf } from './initial-values.ts';
import { lastSaid } from './last-said.ts';
import { type DeskActsDeps, lookUpsOf } from './look-ups.ts';
import { aboveDraft } from './meanwhile.ts';
import { answerTo } from './outcome-page.ts';
import { withFound } from './parts-input.ts';
import type { Typed } from './typed.ts';
import { commandIn } from './typed-command.ts';

const ROUTE = '/desk/cases/{id}/acts/{act}';

const GET: Readonly<Record<string, Show<DeskActsDeps>>> = { 'GET /desk/batch': showBatch, [`GET ${ROUTE}`]: showForm };
const POST: Readonly<Record<string, Take<DeskActsDeps>>> = { 'POST /desk/batch': batch, [`POST ${ROUTE}`]: takeForm };

/** What staff do to a case in a browser. */
export const createHandler = servingDesk(GET, POST);

/** The form as it begins, or as it was left: with the draft, and what came between. */
async function showForm(visit: Visit, deps: DeskActsDeps): Promise<Answer> {
  const { state, type } = await asked(visit, deps);
  const { staff, event } = visit;
  const draft = await deps.drafts.find(staff.sub, event.rawPath, deps.clock());
  const kept = new URLSearchParams(draft);
  const { queryStringParameters: query = {} } = event;
  if (wordsOfAct(type).page !== undefined && draft === undefined)
    return seeOther(`${addressOfAct(state.id, type)}${listOf(query)}`);
  const fields = fieldsOf(type);
  const before = await lastSaid(type, state, deps);
  const starts = new Map([
    ...initialValuesOf(fields, staff, visit.now, state, deps.site.organNameOf),
    ...before.starts,
  ]);
  const written: Typed = (name) =>
    kept.get(name) ?? query[name] ?? (draft === undefined ? starts.get(name) : undefined);
  const files = fields.flatMap(({ name, kind }) => (kind === 'materials' ? [name] : []));
  const typed = withAdded(begunForm(written, state, deps), materialsOf(state), Number(query.added), files);
  const typedUpon = Number(kept.get('version') ?? state.version);
  const remark = draft === undefined ? before.remark : await aboveDraft(state, typedUpon, visit, deps);
  return await formPage(200, visit, deps, { state, type, typed, remark, list: listOf(query) });
}

/** Leads aside, shows the form again, or gives the command and answers what became of it. */
async function takeForm(sending: Sending, deps: DeskActsDeps): Promise<Answer> {
  const { state, type } = await asked(sending, deps);
  const { form, staff, now } = sending;
  const typed = begunForm((name) => form.value(name), state, deps);
  const list = listOf(Object.fromEntries(new URLSearchParams(form.value('list') ?? '')));
  const page: FormPage = { state, type, typed, list };
  const aside = ownProperty(ASIDE, form.value('do') ?? '');
  if (aside !== undefined) {
    await keepTyped(sending, deps);
    return seeOther(aside(state.id, type, list));
  }
  if (form.value('do') === NEXT) return await formPage(200, sending, deps, page);
  const fields = fieldsOf(type, needsOf(state, type, sending, deps)).filter(askedOf(state, { ...deps.context, now }));
  const read = commandIn(type, fields, typed, lookUpsOf(staff, deps, state));
  if (read.kind === 'wrong') return await formPage(422, sending, deps, { ...page, errors: read.errors });
  if (form.value('do') === 'preview') return await formPage(200, sending, deps, { ...page, command: read.command });
  const version = Number(form.value('version') ?? 0);
  const outcome = await commandByStaff(state.id, read.command, version, staff, now, deps);
  // What came to nothing is still a draft.
  if (outcome.kind === 'done' || outcome.kind === 'unchanged')
    await deps.drafts.forget(staff.sub, sending.event.rawPath);
  return await answerTo(outcome, { ...page, command: read.command, version }, sending, deps);
}

/** Where somebody goes who will come back to the form: what they typed waits for them. */
const ASIDE: Readonly<Record<string, (caseId: string, type: StaffCommand['type'], list: string) => string>> = {
  files: (caseId, type, list) => `/desk/cases/${caseId}/uploads${alsoIn(list, 'for', type)}`,
  keep: (caseId, type, list) => `/desk/cases/${caseId}${alsoIn(list, 'kept', type)}`,
};

/** The form goes on after the page on which it began. */
const NEXT = 'next';

/** What was typed; and where the form has just begun, what the rules found besides. */
const begunForm = (typed: Typed, state: Case, { site }: DeskActsDeps): Typed =>
  typed('do') === NEXT ? withFound(typed, state, site.organNameOf) : typed;

async function asked(visit: Visit, deps: DeskActsDeps) {
  const { id = '', act = '' } = visit.event.pathParameters ?? {};
  if (!ownProperty(STAFF_ACTS, act) || wordsOfAct(act as StaffCommand['type']).page === 'complainant')
    throw new Refusal('unknown-route');
  const state = shown(await visibleCase(id, visit.staff, deps));
  return { state, type: act as StaffCommand['type'] };
}
