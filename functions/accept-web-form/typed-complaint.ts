import type { Submission } from '../../domain/complaint.ts';
import { ComplaintBody } from '../accept-web-complaint/complaint-body.ts';
import { fieldErrorsOf } from '../shared/field-errors.ts';
import { inlineOriginal } from '../shared/original.ts';
import type { TypedComplaint, TypedError } from '../shared/pages/complaint-form.ts';
import type { TypedForm } from '../shared/typed-form.ts';
import { wordsKept } from '../shared/words.ts';

const CONTACT = ['name', 'phone', 'email'] as const;
const FIELDS = [
  ...['text', 'division', 'address', 'latitude', 'longitude', 'target', 'occurredAt', 'identity'],
  ...CONTACT,
] as (keyof TypedComplaint)[];

/** What somebody typed, field by field, to be shown again. */
export function typedIn(form: TypedForm): TypedComplaint {
  return Object.fromEntries(FIELDS.map((name) => [name, form.value(name)]));
}

export type Checked =
  | { readonly kind: 'wrong'; readonly errors: readonly TypedError[] }
  | { readonly kind: 'right'; readonly submission: Submission };

/** The form as a submission, by the rules of the JSON API and those that only a form has. Whoever wants to be told must say how. */
export function checked(typed: TypedComplaint, form: TypedForm, sourceId: string): Checked {
  const anonymous = typed.identity === 'anonymous';
  const result = ComplaintBody.safeParse(asApiBody(typed, anonymous));
  const errors = [
    ...(result.success ? [] : fieldErrorsOf(result.error).map(inTheForm)),
    ...(!anonymous && !typed.phone && !typed.email
      ? [{ field: 'phone' as const, detail: '请填写电话或电子邮箱，或者选择“匿名”' }]
      : []),
  ];
  if (!result.success || errors.length > 0) return { kind: 'wrong', errors: withoutRepeats(errors) };
  const { data } = result;
  const submission: Submission = {
    ...data,
    channel: 'web',
    sourceId,
    contact: anonymous ? undefined : data.contact,
    anonymous,
    ...wordsKept(data.text),
    original: originalOf(form, anonymous),
  };
  return { kind: 'right', submission };
}

/** Byte for byte as it came; only of an anonymous one, what would tell who wrote it is taken out, as the form promises. */
function originalOf(form: TypedForm, anonymous: boolean): Submission['original'] {
  const named = CONTACT.some((name) => form.value(name) !== undefined);
  const bytes = anonymous && named ? form.without(...CONTACT) : form.bytes;
  return inlineOriginal('application/x-www-form-urlencoded', bytes);
}

function asApiBody(
  { identity, name, phone, email, latitude, longitude, ...matter }: TypedComplaint,
  anonymous: boolean,
) {
  const located = latitude !== undefined || longitude !== undefined;
  return {
    ...wellFormed(matter),
    ...(located && { location: { latitude: degrees(latitude), longitude: degrees(longitude) } }),
    ...(!anonymous && { contact: wellFormed({ name, phone, email }) }),
    anonymous,
  };
}

/** Half a character cannot be stored. */
const wellFormed = (texts: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text?.toWellFormed()]));

/** Full-width digits, as Chinese keyboards give them, are as good as plain ones. */
const degrees = (typed: string | undefined): number | undefined => {
  const plain = typed?.normalize('NFKC').replace('。', '.');
  return plain !== undefined && /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
};

const WORDS: Partial<Record<string, string>> = {
  text: '请写明发生了什么',
  latitude: '纬度应为-90到90之间的数字，和经度一起填；也可以都不填',
  longitude: '经度应为-180到180之间的数字，和纬度一起填；也可以都不填',
  email: '电子邮箱格式不正确，例如 name@example.com',
  phone: '电话号码格式不正确，例如 13900000000 或 025-00000000',
};

/** The API's pointer as the field of the form: the last part of both is the same. */
function inTheForm({ pointer, detail }: { pointer: string; detail: string }): TypedError {
  const field = (pointer.split('/').at(-1) ?? 'text') as TypedError['field'];
  return { field, detail: (!detail.startsWith('最多') && WORDS[field]) || detail };
}

const withoutRepeats = (errors: readonly TypedError[]): TypedError[] =>
  errors.filter(({ field }, index) => errors.findIndex((one) => one.field === field) === index);
