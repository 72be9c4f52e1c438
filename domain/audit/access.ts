import * as z from 'zod';
import { lazy } from '../lazy.ts';

/** 查阅记录 of these kinds, by the words that the log has for them. */
export const ACCESS_KINDS = {
  'case-viewed': '查阅事项',
  'attachment-opened': '打开附件或材料',
  'contact-revealed': '查看信访人联系方式',
  'list-read': '查阅列表',
  'list-exported': '导出列表',
  'access-read': '查阅查阅记录',
  /** By hand, with `npm run ops`. */
  operated: '运维操作',
} as const;

export type AccessKind = keyof typeof ACCESS_KINDS;

/** 查阅记录: who saw what, by ids. Nothing of what they saw. */
export const accessSchema = lazy(() =>
  z.object({
    at: z.iso.datetime(),
    /** Of the person, at the province's identity provider. */
    sub: z.string(),
    organ: z.string(),
    role: z.string(),
    /** One of the kinds; another where a newer release wrote it. */
    what: z.string(),
    /**
     * Which view of it: `case`, `events`, `desk`, `print`, `archive` …; of a list its scope and tab, and its format
     * where it left as a file.
     */
    view: z.string().optional(),
    caseId: z.string().optional(),
    receipt: z.string().optional(),
    number: z.int().optional(),
    /** How many stood in a list that was exported. */
    cases: z.int().optional(),
    /** Of the access record: of whom it was read. Of what ops did: to what. */
    about: z.string().optional(),
    /** Who of ops did it, as they said, and why. */
    operator: z.string().optional(),
    reason: z.string().optional(),
    /** Of the request, as the log and the answer to it have it. */
    traceId: z.string(),
  }),
);

export type Access = Readonly<z.infer<ReturnType<typeof accessSchema>>>;

/** What is only looked at, in the course of work. */
const LOOKED_AT: readonly string[] = ['case', 'events', 'notices', 'desk'];

/**
 * Whether it is shown to nobody where the record cannot be written: whatever leaves as a copy, tells who a person is, or
 * is not known here. What is only looked at is shown all the same, for no case may wait for a table.
 */
export function mustBeRecorded({ what, view = '' }: Pick<Access, 'what' | 'view'>): boolean {
  return what === 'case-viewed' ? !LOOKED_AT.includes(view) : what !== 'list-read';
}

const YEARS = 3;

/** 保存三年: when a record is forgotten, in seconds since 1970. */
export const forgottenAt = ({ at }: Pick<Access, 'at'>): number =>
  Math.floor(Date.parse(at) / 1_000) + YEARS * 366 * 86_400;
