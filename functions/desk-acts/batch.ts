import { staffActOf } from '../../domain/case/acts.ts';
import { BATCH_TYPES, type Batch, commandBatch } from '../../usecases/staff/command-batch.ts';
import { wordsOfAct } from '../shared/desk/act-words.ts';
import { type Take, visitPage } from '../shared/desk/desk.ts';
import { listOf } from '../shared/desk/paths.ts';
import { sha256 } from '../shared/digest.ts';
import type { Html } from '../shared/pages/html.ts';
import { Refusal } from '../shared/problem.ts';
import type { TypedForm } from '../shared/typed-form.ts';
import { batchForm, batchResults, nothingChosen } from './batch-pages.ts';
import { fieldsOf } from './fields.ts';
import { choicesOf, type DeskActsDeps, lookUpsOf } from './look-ups.ts';
import type { TypedError } from './typed.ts';
import { commandIn } from './typed-command.ts';

/** Rows of one page of a list. */
const MOST_CASES = 50;

/** One act for cases that were ticked in a list: its form first, then what became of each. Sent twice it is done once. */
export const batch: Take<DeskActsDeps> = async (sending, deps) => {
  const { form, staff, now } = sending;
  const page = (status: number, title: string, main: Html) =>
    visitPage(status, sending, deps, { title, main, part: 'list' });
  const type = BATCH_TYPES.find((one) => one === form.value('act'));
  const cases = casesIn(form);
  const list = listOf(Object.fromEntries(new URLSearchParams(form.value('list') ?? '')));
  if (type === undefined || cases.length === 0) return page(422, '没有选中', nothingChosen(list));
  const { name } = staffActOf(type);
  const fields = fieldsOf(type);
  const show = (status: number, errors: readonly TypedError[]) => {
    const parts = { type, name, help: wordsOfAct(type).help, fields, errors, cases, list, typed: form.value };
    const key = sending.formFor(sending.event.rawPath);
    return page(status, `批量${name}`, batchForm({ ...parts, key, choices: choicesOf(staff, deps) }));
  };
  if (form.value('do') !== 'act') return show(200, []);
  const read = commandIn(type, fields, form.value, lookUpsOf(staff, deps));
  if (read.kind === 'wrong') return show(422, read.errors);
  const command = read.command as Batch['command'];
  const digest = sha256(JSON.stringify({ command, cases }));
  const results = await commandBatch({ key: form.value('key')!, digest, command, cases }, staff, now, deps);
  if (results === 'reused') throw new Refusal('idempotency-key-reused', { detail: '这份表单已用于另一批事项' });
  return page(200, `批量${name}`, batchResults(name, results, list));
};

/** The ticked rows, each with the version that was on the screen: "QH-….3". */
function casesIn(form: TypedForm): Batch['cases'] {
  const ticked = Array.from({ length: MOST_CASES }, (_, index) => form.value(`case-${index}`));
  return ticked.flatMap((value) => {
    const [, id, version] = /^([\w-]{1,100})\.(\d{1,6})$/.exec(value ?? '') ?? [];
    return id === undefined ? [] : [{ id, expectedVersion: Number(version) }];
  });
}
