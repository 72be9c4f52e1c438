import type * as z from 'zod';
import { ownProperty } from '../../../domain/own-property.ts';
import type { FieldError } from './problem.ts';

type Issue = z.core.$ZodIssue;

const CHINESE = /\p{Script=Han}/u;

/** What is wrong with each field, for people. Neither the pointer nor the detail repeats what was sent. */
export function fieldErrorsOf(error: z.ZodError): FieldError[] {
  return error.issues.map((issue) => ({ pointer: pointerTo(issue.path), detail: detailOf(issue) }));
}

/** RFC 6901: "" is the whole body. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Whether whoever wrote the schema said what is wrong. */
export const hasOwnWords = ({ message }: Issue): boolean => CHINESE.test(message);

function detailOf(issue: Issue): string {
  if (isMissing(issue)) return '此项必填';
  if (hasOwnWords(issue)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected);
    case 'too_small':
      return issue.origin === 'string' ? `至少需要${issue.minimum}个字` : `不能小于${issue.minimum}`;
    case 'too_big':
      return tooBig(issue.origin, issue.maximum);
    case 'unrecognized_keys':
      return '含有无法识别的项';
    default:
      return '格式不正确';
  }
}

const TYPES: Readonly<Record<string, string>> = {
  ...{ string: '字符串', number: '数字', int: '整数', boolean: 'true或false', array: '数组', object: '对象' },
};

/** 应为: what it should have been, in the words of JSON. */
export function wrongType(expected: string): string {
  const type = ownProperty(TYPES, expected);
  return type === undefined ? '类型不正确' : `类型不正确，应为${type}`;
}

/**
 * Whatever words a field has for what is wrong with it: one that is not there is missing. Seen by the input where it is
 * reported, else by zod's own words.
 */
const isMissing = (issue: Issue): boolean =>
  issue.code === 'invalid_type' &&
  ('input' in issue ? issue.input === undefined : issue.message.endsWith('received undefined'));

function tooBig(origin: string, maximum: number | bigint): string {
  if (origin === 'string') return `最多${maximum}个字`;
  return origin === 'array' ? `最多${maximum}项` : `不能大于${maximum}`;
}
