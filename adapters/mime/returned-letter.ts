import type { MailSigns } from './automatic-mail.ts';
import type { DeliveryReport } from './delivery-report.ts';
import { NO_SUCH_ADDRESS } from './no-such-address.ts';
import { anyOf } from './reply-texts.ts';

const HOST = /^(mailer-daemon|postmaster|microsoftexchange[0-9a-f]*)@/i;
const CODE = /\b5\.\d{1,3}\.\d{1,3}\b|\b55\d\b/;
const LATE = anyOf('', [
  '\\bdelayed\\b|\\bwill (?:be )?(?:retr|keep trying|continue)|still (?:trying|being retried)',
  '延迟|继续(?:尝试|投递)|稍后重试',
]);
/** A text is searched so far; below stands the letter that came back. */
const MAX_SEARCHED = 20_000;

/**
 * Undefined where no mail host tells of a letter; otherwise what it says, in words only: nothing where the letter may
 * still arrive.
 */
export function toldByHost({ headers, from = '', text }: MailSigns): Pick<DeliveryReport, 'kind'>[] | undefined {
  const field = (name: string) => headers.find(({ key }) => key === name)?.value;
  const told = text.slice(0, MAX_SEARCHED);
  const isFailure = CODE.test(told) || field('x-failed-recipients') !== undefined;
  if (!HOST.test(from) && !(isNullPath(field('return-path')) && isFailure)) return undefined;
  if (!isFailure && LATE.test(told)) return [];
  return [{ kind: NO_SUCH_ADDRESS.test(told) ? 'no-such-address' : 'not-delivered' }];
}

/** The envelope of a report has no sender, so that nobody reports on it (RFC 5321, 4.5.5). */
const isNullPath = (returnPath = ''): boolean => /^\s*<\s*>\s*$/.test(returnPath);

/** Whether a mail host wrote it, as far as its envelope and sender say. */
export const isOfHost = ({ headers, from = '' }: MailSigns): boolean =>
  HOST.test(from) || headers.some(({ key, value }) => key === 'return-path' && isNullPath(value));

const MAX_NAMED = 10;

/** The addresses that a report names, in its header or its words; those of the host itself among them. */
export function addressesNamedIn({ headers, text }: MailSigns): string[] {
  const failed = headers.flatMap(({ key, value }) => (key === 'x-failed-recipients' ? value : []));
  const named = [...failed, text.slice(0, MAX_SEARCHED)].join(' ').split(/[\s<>"'(),;:：，。（）]+/);
  const addresses = named.filter((word) => /^[^@]{1,64}@[^@]{1,190}\.[a-z]{2,}$/i.test(word));
  return [...new Set(addresses.map((address) => address.toLowerCase()))].slice(0, MAX_NAMED);
}

/** The Message-IDs of the letters that a report quotes in its text. */
export function lettersNamedIn(text: string): string[] {
  const named = text
    .slice(0, 10 * MAX_SEARCHED)
    .matchAll(/\bmessage-id\s{0,4}[:：]\s{0,8}<?([^\s<>]{1,900}@[^\s<>]{1,90})/gi);
  return [...new Set([...named].map(([, id]) => `<${id}>`))].slice(0, MAX_NAMED);
}
