import { staffActOf } from '../../domain/case/acts.ts';
import { BATCH_TYPES } from '../../domain/case/commands/batch-acts.ts';
import { type Batch, commandBatch } from '../../usecases/staff/command-batch.ts';
import { keepTyped, type Show, seeOther, type Take, type Visit, visitPage } from '../shared/desk/desk.ts';
import { alsoIn, DESK, listOf } from '../shared/desk/paths.ts';
import { sha256 } from '../shared/digest.ts';
import type { Answer } from '../shared/http/http.ts';
import { Refusal } from '../shared/http/problem.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { wordsOfAct } from '../shared/words/act-words.ts';
import { batchForm, batchResults, nothingChosen } from './batch-pages.ts';
import { chosenCases } from './chosen.ts';
import { fieldsOf } from './fields.ts';
import { choicesOf, type DeskActsDeps, lookUpsOf } from './look-ups.ts';
import type { Typed, TypedError } from './typed.ts';
import { commandIn } from './typed-command.ts';

/** Rows of one page of a list. */
const MOST_CASES = 50;

/** What was ticked, and filled in so far, or what became of a batch that was sent; without either, the list. */
export const showBatch: Show<DeskActsDeps> = async (visit, deps) => {
  const { queryStringParameters: query = {}, rawPath } = visit.event;
  if (query.sent !== undefined) return await showResults(visit, deps, query);
  const draft = await deps.drafts.find(visit.staff.sub, rawPath, deps.clock());
  const kept = new URLSearchParams(draft);
  const typed: Typed = (name) => kept.get(name) || undefined;
  const asked = askedIn(typed);
  if (asked === undefined) return seeOther(DESK);
  return await formPage(200, visit, deps, { ...asked, typed, ...(typed('do') === 'act' && { remark: KEPT }) });
};

/**
 * One act for cases that were ticked in a list: its form first, then what became of each. Each has an address of its
 * own, so that Back and a page read anew send nothing. Sent twice it is done once.
 */
export const batch: Take<DeskActsDeps> = async (sending, deps) => {
  const { form, staff, now, event } = sending;
  const typed = form.value;
  const asked = askedIn(typed);
  if (asked === undefined) return noneChosen(sending, deps, listIn(typed));
  if (typed('do') !== 'act') {
    await keepTyped(sending, deps);
    return seeOther(event.rawPath);
  }
  const { type, cases, list } = asked;
  const read = commandIn(type, fieldsOf(type), typed, lookUpsOf(staff, deps));
  if (read.kind === 'wrong') return await formPage(422, sending, deps, { ...asked, typed, errors: read.errors });
  const command = read.command as Batch['command'];
  const digest = sha256(JSON.stringify({ command, cases }));
  const key = typed('key')!;
  const results = await commandBatch({ key, digest, command, cases }, staff, now, deps);
  if (results === 'reused') throw new Refusal('idempotency-key-reused', { detail: '这份表单已用于另一批事项' });
  await deps.drafts.forget(staff.sub, event.rawPath);
  return seeOther(`${event.rawPath}${alsoIn(alsoIn(list, 'act', type), 'sent', key)}`);
};

/** What became of each of a batch, for whoever sent it alone. */
async function showResults(visit: Visit, deps: DeskActsDeps, query: Record<string, string | undefined>) {
  const kept = await deps.batches.find(visit.staff.sub, query.sent!);
  const type = BATCH_TYPES.find((one) => one === query.act);
  if (kept === undefined || type === undefined) return seeOther(DESK);
  const { results } = kept;
  const { name } = staffActOf(type);
  const main = batchResults({
    name,
    results,
    chosen: await chosenCases(results, type, visit, deps),
    list: listOf(query),
  });
  return visitPage(200, visit, deps, { title: `批量${name}`, main, part: 'list' });
}

interface Asked {
  readonly type: (typeof BATCH_TYPES)[number];
  readonly cases: Batch['cases'];
  /** The list that they were ticked in. */
  readonly list: string;
}

function askedIn(typed: Typed): Asked | undefined {
  const type = BATCH_TYPES.find((one) => one === typed('act'));
  const cases = casesIn(typed);
  return type === undefined || cases.length === 0 ? undefined : { type, cases, list: listIn(typed) };
}

const listIn = (typed: Typed): string => listOf(Object.fromEntries(new URLSearchParams(typed('list') ?? '')));

const KEPT = html`<p class="note done" role="status">您勾选和填写的都还在，请核对后提交。</p>`;

interface FormPage extends Asked {
  readonly typed: Typed;
  readonly errors?: readonly TypedError[];
  readonly remark?: Html;
}

async function formPage(
  status: number,
  visit: Visit,
  deps: DeskActsDeps,
  { errors = [], ...asked }: FormPage,
): Promise<Answer> {
  const { type, cases } = asked;
  const { name } = staffActOf(type);
  const main = batchForm({
    ...{ ...asked, errors, name, help: wordsOfAct(type).help, fields: fieldsOf(type) },
    chosen: await chosenCases(cases, type, visit, deps),
    key: visit.formFor(visit.event.rawPath),
    choices: choicesOf(visit, deps),
  });
  return visitPage(status, visit, deps, { title: `批量${name}`, main, part: 'list' });
}

const noneChosen = (visit: Visit, deps: DeskActsDeps, list: string): Answer =>
  visitPage(422, visit, deps, { title: '没有选中', main: nothingChosen(list), part: 'list' });

/** The ticked rows, each with the version that was on the screen: "QH-….3". */
function casesIn(typed: Typed): Batch['cases'] {
  const ticked = Array.from({ length: MOST_CASES }, (_, index) => typed(`case-${index}`));
  return ticked.flatMap((value) => {
    const [, id, version] = /^([\w-]{1,100})\.(\d{1,6})$/.exec(value ?? '') ?? [];
    return id === undefined ? [] : [{ id, expectedVersion: Number(version) }];
  });
}
