import { dayOf } from '../../domain/calendar/day.ts';
import { STAFF_ACTS, type StaffCommand, staffActOf } from '../../domain/case/acts.ts';
import type { Case } from '../../domain/case/case.ts';
import { MOST_ATTACHED } from '../../domain/case/materials.ts';
import { openTo } from '../../domain/case/open-to.ts';
import { lawOn } from '../../domain/law/cite.ts';
import { dateText } from '../../domain/notices/words.ts';
import { own } from '../../domain/own.ts';
import type { Outcome } from '../../usecases/cases/command-case.ts';
import { previewCommand } from '../../usecases/desk/preview.ts';
import { commandByStaff } from '../../usecases/staff/command-by-staff.ts';
import { seen } from '../../usecases/staff/seen.ts';
import { addressOfAct, wordsOfAct } from '../shared/desk/act-words.ts';
import {
  keepTyped,
  type Sending,
  type Show,
  seeOther,
  servingDesk,
  type Take,
  type Visit,
  visitPage,
} from '../shared/desk/desk.ts';
import { alsoIn, listOf } from '../shared/desk/paths.ts';
import { filesTyped } from '../shared/desk/uploaded-files.ts';
import type { Answer } from '../shared/http.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { Refusal } from '../shared/problem.ts';
import { shown } from '../shared/staff/shown.ts';
import { type ActFormState, actForm } from './act-form.ts';
import { afterAct, afterAttaching } from './after-act.ts';
import { batch, showBatch } from './batch.ts';
import { fieldsOf } from './fields.ts';
import { materialsOf, withAdded } from './files-input.ts';
import { choicesOf, type DeskActsDeps, lookUpsOf } from './look-ups.ts';
import { aboveDraft, changedMeanwhile, isOwn } from './meanwhile.ts';
import { withFound } from './parts-input.ts';
import { startsOf } from './starts.ts';
import type { Typed } from './typed.ts';
import { commandIn } from './typed-command.ts';

const ROUTE = '/desk/cases/{id}/acts/{act}';

const GET: Readonly<Record<string, Show<DeskActsDeps>>> = {
  'GET /desk/batch': showBatch,
  [`GET ${ROUTE}`]: async (visit, deps) => {
    const { state, type } = await asked(visit, deps);
    const { staff, event } = visit;
    const draft = await deps.drafts.find(staff.sub, event.rawPath, deps.clock());
    const kept = new URLSearchParams(draft);
    const { queryStringParameters: query = {} } = event;
    if (wordsOfAct(type).page !== undefined && draft === undefined)
      return seeOther(`${addressOfAct(state.id, type)}${listOf(query)}`);
    const fields = fieldsOf(type);
    const starts = draft === undefined ? startsOf(fields, staff, visit.now, state, deps.site.organNameOf) : NO_STARTS;
    const written: Typed = (name) => kept.get(name) ?? query[name] ?? starts.get(name);
    const files = fields.flatMap(({ name, kind }) => (kind === 'materials' ? [name] : []));
    const typed = withAdded(begunForm(written, state, deps), materialsOf(state), Number(query.added), files);
    const typedUpon = Number(kept.get('version') ?? state.version);
    const remark = draft === undefined ? undefined : await aboveDraft(state, typedUpon, visit, deps);
    return await formPage(200, visit, deps, { state, type, typed, remark, list: listOf(query) });
  },
};

const POST: Readonly<Record<string, Take<DeskActsDeps>>> = {
  'POST /desk/batch': batch,
  [`POST ${ROUTE}`]: async (sending, deps) => {
    const { state, type } = await asked(sending, deps);
    const { form, staff, now } = sending;
    const typed = begunForm((name) => form.value(name), state, deps);
    const list = listOf(Object.fromEntries(new URLSearchParams(form.value('list') ?? '')));
    const page = { state, type, typed, list, errors: [], remark: undefined };
    const aside = own(ASIDE, form.value('do') ?? '');
    if (aside !== undefined) {
      await keepTyped(sending, deps);
      return seeOther(aside(state.id, type, list));
    }
    if (form.value('do') === NEXT) return await formPage(200, sending, deps, page);
    const fields = fieldsOf(type, needsOf(state, type, sending, deps));
    const read = commandIn(type, fields, typed, lookUpsOf(staff, deps, state));
    if (read.kind === 'wrong') return await formPage(422, sending, deps, { ...page, errors: read.errors });
    if (form.value('do') === 'preview') return await formPage(200, sending, deps, { ...page, command: read.command });
    const version = Number(form.value('version') ?? 0);
    const outcome = await commandByStaff(state.id, read.command, version, staff, now, deps);
    await deps.drafts.forget(staff.sub, sending.event.rawPath);
    return await answerTo(outcome, { ...page, command: read.command, version }, sending, deps);
  },
};

/** What staff do to a case in a browser. */
export const createHandler = servingDesk(GET, POST);

const NO_STARTS: ReadonlyMap<string, string> = new Map();

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
  if (!own(STAFF_ACTS, act) || wordsOfAct(act as StaffCommand['type']).page === 'complainant')
    throw new Refusal('unknown-route');
  const state = shown(await seen(id, visit.staff, deps));
  return { state, type: act as StaffCommand['type'] };
}

const actIn = (state: Case, type: StaffCommand['type'], { staff, now }: Visit, { context }: DeskActsDeps) =>
  openTo(state, { ...context, now, actor: staff }).find((one) => one.type === type);

const needsOf = (state: Case, type: StaffCommand['type'], visit: Visit, deps: DeskActsDeps): readonly string[] =>
  actIn(state, type, visit, deps)?.needs ?? [];

interface FormPage {
  readonly state: Case;
  readonly type: StaffCommand['type'];
  readonly typed: Typed;
  readonly list: string;
  readonly errors?: ActFormState['errors'];
  readonly remark?: Html | undefined;
  /** Shows what it would cause. */
  readonly command?: StaffCommand;
}

async function formPage(status: number, visit: Visit, deps: DeskActsDeps, page: FormPage): Promise<Answer> {
  const { state, type, typed, list, errors = [], remark } = page;
  const { staff, now } = visit;
  const act = actIn(state, type, visit, deps) ?? notNow(type);
  const fields = fieldsOf(type, act.needs);
  const read = page.command
    ? { kind: 'right' as const, command: page.command }
    : commandIn(type, fields, typed, lookUpsOf(staff, deps, state));
  const preview =
    read.kind === 'right' && act.obstacle === undefined
      ? await previewCommand(state, read.command, staff, now, deps)
      : undefined;
  const { help, basis } = wordsOfAct(type);
  const law = lawOn(dayOf(now), deps.context.statutes);
  const { organNameOf } = deps.site;
  const main = actForm({
    ...{ state, act, help, fields, typed, errors, remark, preview, list, organNameOf },
    basis: basis && law.holds(basis) ? `${law.cite(basis)}（${dateText(law.day)}有效）` : undefined,
    key: visit.formFor(visit.event.rawPath),
    policies: deps.context.policies,
    choices: choicesOf(staff, deps, state),
  });
  return visitPage(status, visit, deps, { title: `${act.name}：${state.title}`, main, part: 'list' });
}

const notNow = (type: StaffCommand['type']) => ({
  type,
  name: staffActOf(type).name,
  needs: [],
  obstacle: '事项的状态已经变了，或者不由您办理。',
});

async function answerTo(
  outcome: Outcome,
  page: FormPage & { readonly version: number },
  sending: Sending,
  deps: DeskActsDeps,
): Promise<Answer> {
  const { state, type, list } = page;
  switch (outcome.kind) {
    case 'done':
    case 'unchanged':
      return type === 'attach'
        ? afterAttaching(state.id, list, page.typed('for'), filesTyped(page.typed, MOST_ATTACHED).length)
        : afterAct(state.id, type, list);
    case 'unknown':
      throw new Refusal('unknown-case');
    case 'refused': {
      const remark = html`<p class="note warn" role="alert">没有办理：${outcome.detail}</p>`;
      return await formPage(422, sending, deps, { ...page, remark });
    }
    case 'stale': {
      const since = (await deps.cases.events(state.id)).filter(({ seq }) => seq > page.version);
      if (since.some((event) => isOwn(event, type, sending))) return afterAct(state.id, type, list);
      return await formPage(409, sending, deps, { ...page, remark: changedMeanwhile(since, deps) });
    }
  }
}
