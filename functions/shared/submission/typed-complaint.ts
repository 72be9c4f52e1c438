import * as z from 'zod';
import { ENTERED, type Submission } from '../../../domain/complaint.ts';
import { cleaned } from '../../../domain/text/cleaned.ts';
import { MAX_CHARACTERS, wordsKept } from '../complaint-text.ts';
import { fieldErrorsOf } from '../http/field-errors.ts';
import type { FieldError } from '../http/problem.ts';
import type { TypedComplaint, TypedError } from '../pages/complaint-form.ts';
import { besideIn, type SaidBeside } from './optional-details.ts';
import { inlineOriginal } from './original.ts';
import type { TypedForm } from './typed-form.ts';

const CONTACT = ['name', 'phone', 'email', 'postalAddress'] as const;
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
  | { readonly kind: 'right'; readonly submission: Submission; readonly notes: readonly TypedError[] };

/**
 * The form as a submission that came by that channel, by the rules of the JSON API and those that only a form has.
 * Whoever wants to be told must say how.
 */
export function checked(
  typed: TypedComplaint,
  form: TypedForm,
  { channel, sourceId }: Pick<Submission, 'channel' | 'sourceId'>,
): Checked {
  const anonymous = typed.identity === 'anonymous';
  const result = Words.safeParse(typed.text?.toWellFormed() ?? '');
  const errors: TypedError[] = [
    ...(result.success ? [] : fieldErrorsOf(result.error).map(({ detail }) => ({ field: 'text' as const, detail }))),
    ...(!anonymous && !typed.phone && !typed.email && !typed.postalAddress
      ? [
          {
            field: 'phone' as const,
            detail: ENTERED.some((one) => one === channel) ? NO_CONTACT.entered : NO_CONTACT.own,
          },
        ]
      : []),
  ];
  if (!result.success || errors.length > 0) return { kind: 'wrong', errors };
  const { beside, notes } = besideIn(saidIn(typed, anonymous));
  const submission: Submission = {
    ...beside,
    contact: beside.contact,
    channel,
    sourceId,
    anonymous,
    attachments: [],
    ...wordsKept(result.data),
    original: originalOf(form, anonymous),
  };
  return { kind: 'right', submission, notes: notes.map(inTheForm) };
}

/** Of whoever writes themselves, and of whom staff enter: they are also reached by post. */
const NO_CONTACT = {
  own: '请填写电话或电子邮箱，或者选择“匿名”',
  entered: '请填写电话、电子邮箱或者通讯地址，或者选择“匿名”',
} as const;

const Words = z
  .string()
  .max(MAX_CHARACTERS)
  .refine((text) => cleaned(text).trim() !== '', '请写明发生了什么');

/**
 * Byte for byte as it came; only of an anonymous one, what would tell who wrote it is taken out, as the form promises.
 */
function originalOf(form: TypedForm, anonymous: boolean): Submission['original'] {
  const named = CONTACT.some((name) => form.value(name) !== undefined);
  const bytes = anonymous && named ? form.without(...CONTACT) : form.bytes;
  return inlineOriginal('application/x-www-form-urlencoded', bytes);
}

function saidIn(
  { name, phone, email, postalAddress, latitude, longitude, ...matter }: TypedComplaint,
  anonymous: boolean,
): SaidBeside {
  const located = latitude !== undefined || longitude !== undefined;
  return {
    ...matter,
    ...(located && { location: { latitude, longitude } }),
    ...(!anonymous && { contact: { name, phone, email, postalAddress } }),
  };
}

/**
 * The API's pointer as the field of the form: the last part of both is the same, but for a point, which the form asks
 * for in two parts.
 */
function inTheForm({ pointer, detail }: FieldError): TypedError {
  const field = pointer.split('/').at(-1)!;
  return { field: (field === 'location' ? 'latitude' : field) as TypedError['field'], detail };
}

/** Whether there is a way to tell the citizen, or none was wanted. */
export const isReachable = ({ anonymous, contact }: Submission): boolean =>
  anonymous || contact?.phone !== undefined || contact?.email !== undefined;
