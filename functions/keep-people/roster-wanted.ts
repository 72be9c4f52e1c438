import { addDays, type Day, dayOf, type Instant, instantAt } from '../../domain/calendar/day.ts';
import { phoneIn } from '../../domain/contact.ts';
import { contactSchema, type RosterContact } from '../../domain/organs.ts';
import type { WantedPeople } from '../../usecases/roster/change-people.ts';
import { dayTyped } from '../shared/desk/read-typed.ts';
import type { TypedForm } from '../shared/submission/typed-form.ts';
import { CONTACT_FIELDS } from './contact-fields.ts';
import { shiftsTyped } from './shifts.ts';

/** What was typed into a form of the roster, by the names of its inputs. */
export type Typed = (name: string) => string | undefined;

/** What a form of the roster asks for. */
export type Wanted =
  | {
      readonly kind: 'wanted';
      readonly wanted: WantedPeople['wanted'];
      readonly reason: string;
      readonly done: 'away' | 'changed';
    }
  | { readonly kind: 'wrong'; readonly detail: string };

const WRITTEN = {
  ...CONTACT_FIELDS,
  ...{ from: '从', to: '到', standIn: '代理人', reason: '理由' },
};

/** What somebody typed, as a sentence; nothing where they typed nothing. */
export function readOut(typed: Typed): string {
  const parts = Object.entries(WRITTEN).flatMap(([field, label]) => {
    const value = typed(field);
    return value === undefined ? [] : `${label}“${value}”`;
  });
  return parts.length === 0 ? '' : `您写的没有保存：${parts.join('、')}。`;
}

export function wantedIn(form: TypedForm, contacts: readonly RosterContact[], now: Instant): Wanted {
  switch (form.value('do')) {
    case 'tomorrow':
      return absence(form, contacts, addDays(dayOf(now), 1), addDays(dayOf(now), 1));
    case 'away':
      return absence(form, contacts, dayTyped(form.value('from') ?? ''), dayTyped(form.value('to') ?? ''));
    case 'back':
      return back(form, contacts);
    case 'remove':
      return replaced(form, contacts, () => undefined);
    case 'save':
      return saved(form, contacts);
    default:
      return wrong('请重新打开这个页面');
  }
}

const wrong = (detail: string): Wanted => ({ kind: 'wrong', detail });
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function absence(form: TypedForm, contacts: readonly RosterContact[], from: Day, to: Day): Wanted {
  const found = contacts[Number(form.value('index'))];
  if (!found) return wrong('请重新打开这个页面');
  if (![from, to].every((day) => DAY.test(day) && !Number.isNaN(Date.parse(day))) || to < from)
    return wrong('请写离岗的起止日期，例如 2026-12-30 到 2026-12-31');
  const until = new Date(Date.parse(instantAt(addDays(to, 1), '00:00')) - 1).toISOString();
  const { role, name } = found;
  const away = { role, name, from: instantAt(from, '00:00'), to: until, standIn: form.value('standIn') };
  return { kind: 'wanted', wanted: { absence: away }, reason: form.value('reason') ?? '离岗', done: 'away' };
}

function back(form: TypedForm, contacts: readonly RosterContact[]): Wanted {
  const found = contacts[Number(form.value('index'))];
  if (!found) return wrong('请重新打开这个页面');
  const { role, name } = found;
  return { kind: 'wanted', wanted: { back: { role, name } }, reason: form.value('reason') ?? '在岗', done: 'changed' };
}

/** The same people with another in the place of the one that is meant, or without them. */
function replaced(
  form: TypedForm,
  contacts: readonly RosterContact[],
  change: (contact: RosterContact) => RosterContact | undefined,
): Wanted {
  const index = Number(form.value('index'));
  const reason = form.value('reason');
  if (reason === undefined) return wrong('请写变更的理由');
  const after = contacts.flatMap((contact, at) => (at === index ? (change(contact) ?? []) : contact));
  return { kind: 'wanted', wanted: { contacts: after }, reason, done: 'changed' };
}

const FAULTS: Readonly<Record<string, string>> = {
  role: '请选择岗位',
  name: '请写姓名',
  email: '邮箱写得不对',
  phone: '手机号写得不对：十一位，或者以+和国家代码开头',
  onDuty: '值班时间太多，一次最多排200班',
};

function saved(form: TypedForm, contacts: readonly RosterContact[]): Wanted {
  const index = Number(form.value('index'));
  const typed = Object.fromEntries(
    ['role', 'name', 'sub', 'email', 'phone'].map((field) => [field, form.value(field)]),
  );
  const shifts = shiftsTyped(form.value('onDuty') ?? '');
  if ('unread' in shifts) return wrong(`值班时间“${shifts.unread}”看不懂，请写成 2026-10-01 08:00 至 2026-10-02 08:00`);
  const { absent, digests } = contacts[index] ?? {};
  const onDuty = shifts.length > 0 ? shifts : undefined;
  const parsed = contactSchema().safeParse({ ...typed, phone: phoneTyped(typed.phone), absent, onDuty, digests });
  if (!parsed.success) return wrong(FAULTS[String(parsed.error.issues[0]?.path[0])] ?? '内容写得不对');
  if (index === contacts.length) return replaced(form, [...contacts, parsed.data], () => parsed.data);
  return replaced(form, contacts, () => parsed.data);
}

/** “139 0000 1111”, “１３９－００００－１１１１” */
const phoneTyped = (typed: string | undefined): string | undefined =>
  typed && (phoneIn(typed)?.value.replaceAll(/[- ()]/g, '') ?? typed);
