import { ownProperty } from '../../domain/own-property.ts';

/** What the line of time of a case can be narrowed to. */
export const TIMELINE_KINDS = { acts: '办理', told: '通知与送达', files: '材料', looks: '查看联系方式' } as const;

export type TimelineKind = keyof typeof TIMELINE_KINDS;

export const timelineKindIn = (asked: string | undefined): TimelineKind | undefined =>
  ownProperty(TIMELINE_KINDS, asked ?? '') === undefined ? undefined : (asked as TimelineKind);
