import type { Contact, SideRemark, Submission } from '../../../domain/complaint.ts';
import { emailIn, phoneIn, type ReadContact } from '../../../domain/contact.ts';
import { cleaned, onOneLine } from '../../../domain/text/cleaned.ts';
import { withoutMarkup } from '../../../domain/text/without-markup.ts';
import { pointerTo } from '../http/field-errors.ts';
import type { FieldError } from '../http/problem.ts';

/** What a form may say beside the matter, each in whatever shape its sender gave it. */
export type SaidBeside = Readonly<Partial<Record<keyof typeof MATTER | 'contact', unknown>>>;

/** The same as it can be used, and what cannot, as written. */
export type Beside = Pick<
  Submission,
  'address' | 'division' | 'location' | 'target' | 'occurredAt' | 'contact' | 'sideRemarks'
>;

/** Enough for a person to see what was meant; the whole stays in the original. */
const MAX_REMARK_CHARACTERS = 1_000;

/** What a field says, as far as it can be used; the note says, in Chinese, what could not be. */
interface Reading<Value> {
  readonly value?: Value | undefined;
  readonly note?: string | undefined;
}
type Read<Value> = (said: unknown) => Reading<Value>;

const MATTER = {
  address: wordsUpTo(500),
  division: divisionIn,
  location: pointIn,
  target: wordsUpTo(500),
  occurredAt: wordsUpTo(100),
};

const PERSON = {
  name: wordsUpTo(100),
  phone: contactBy(phoneIn, '电话号码'),
  email: contactBy(emailIn, '电子邮箱'),
  postalAddress: wordsUpTo(200),
};

/**
 * Reads what is said beside the matter. Nothing here refuses a complaint: what cannot be used is kept as it was
 * written, that of the person with the contact, and noted by a pointer to its field. Fields that were not sent are not
 * in the result.
 */
export function besideIn({ contact, ...matter }: SaidBeside): { beside: Beside; notes: FieldError[] } {
  const place = readAll(matter, MATTER, []);
  const person = contact instanceof Object ? readAll(contact, PERSON, ['contact']) : nobody(contact);
  const withRemarks = ({ values, remarks }: ReadAll<object>) => ({
    ...values,
    ...(remarks.length > 0 && { sideRemarks: remarks }),
  });
  const known: Contact = withRemarks(person);
  return {
    beside: { ...withRemarks(place), ...(Object.keys(known).length > 0 && { contact: known }) },
    notes: [...place.notes, ...person.notes],
  };
}

/** For an answer: says nothing where everything could be used. */
export const noted = (notes: readonly FieldError[]): { notes?: FieldError[] } =>
  notes.length > 0 ? { notes: [...notes] } : {};

interface ReadAll<Values> {
  readonly values: Values;
  readonly remarks: readonly SideRemark[];
  readonly notes: readonly FieldError[];
}

function readAll<Readers extends Record<string, Read<unknown>>>(said: object, readers: Readers, at: readonly string[]) {
  const found = Object.entries(readers).flatMap(([field, read]) => {
    const written: unknown = Object.hasOwn(said, field) ? Reflect.get(said, field) : undefined;
    return written === undefined ? [] : [{ field, written: textOf(written), ...read(written) }];
  });
  const unused = found.filter((one) => one.note !== undefined);
  return {
    values: Object.fromEntries(found.flatMap(({ field, value }) => (value === undefined ? [] : [[field, value]]))) as {
      [Field in keyof Readers]?: NonNullable<ReturnType<Readers[Field]>['value']>;
    },
    remarks: unused.map(({ field, written }) => remarkOf(field, written)),
    notes: unused.map(({ field, note }) => ({ pointer: pointerTo([...at, field]), detail: note! })),
  };
}

/** A contact that is no set of fields, but perhaps words. */
function nobody(contact: unknown): ReadAll<object> {
  if (contact === undefined) return { values: {}, remarks: [], notes: [] };
  return {
    values: {},
    remarks: [remarkOf('contact', textOf(contact))],
    notes: [{ pointer: pointerTo(['contact']), detail: unread('联系方式') }],
  };
}

const remarkOf = (field: string, written: string): SideRemark => ({
  field,
  written: written.slice(0, MAX_REMARK_CHARACTERS).toWellFormed(),
});

const textOf = (said: unknown): string => (typeof said === 'object' ? JSON.stringify(said) : String(said));

const unread = (what: string): string => `${what}无法识别，已按原文保存`;

function wordsUpTo(most: number): Read<string> {
  return (said) => {
    const words = onOneLine(withoutMarkup(textOf(said))).trim();
    const value = words.slice(0, most).toWellFormed() || undefined;
    if (typeof said === 'object' || typeof said === 'boolean') return { value, note: '应为文字，已按原文保存' };
    if (words.length > most) return { value, note: `只使用了前${most}个字，全文已按原文保存` };
    return { value, note: words.includes('\ufffd') ? '含有无法识别的字符，已按原文保存' : undefined };
  };
}

/** 行政区划代码; statistics write three or six digits more, for the town and the village. */
function divisionIn(said: unknown): Reading<string> {
  const code = /^(\d{6})(?:\d{3}|\d{6})?$/.exec(plain(said))?.[1];
  return code ? { value: code } : { note: '行政区划代码应为六位数字，已按原文保存' };
}

/** WGS-84 degrees, as numbers or as texts. Half a point is none; a point without its numbers says nothing. */
function pointIn(said: unknown): Reading<{ latitude: number; longitude: number }> {
  if (isHollow(said)) return {};
  const { latitude, longitude } = { ...(said as { latitude?: unknown; longitude?: unknown }) };
  const point = { latitude: degreesIn(latitude, 90), longitude: degreesIn(longitude, 180) };
  const isPoint = !Number.isNaN(point.latitude + point.longitude);
  return isPoint ? { value: point } : { note: unread('坐标') };
}

function degreesIn(said: unknown, most: number): number {
  const written = plain(said).replace('。', '.');
  const degrees = /^[-+]?\d+(\.\d+)?$/.test(written) ? Number(written) : Number.NaN;
  return Math.abs(degrees) <= most ? degrees : Number.NaN;
}

/** What programs send for an object of which they have no field. */
export const isHollow = (said: unknown): boolean => said instanceof Object && Object.keys(said).length === 0;

const plain = (said: unknown): string => cleaned(textOf(said)).normalize('NFKC').trim();

function contactBy(find: (written: string) => ReadContact | undefined, what: string): Read<string> {
  return (said) => {
    const found = find(textOf(said));
    if (!found) return cleaned(textOf(said)).trim() === '' ? {} : { note: unread(what) };
    return { value: found.value, note: found.isAll ? undefined : `只使用了其中一个${what}，全部内容已按原文保存` };
  };
}
