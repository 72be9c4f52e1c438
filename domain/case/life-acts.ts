import { completeRectification } from './acts/complete-rectification.ts';
import { planRectification } from './acts/plan-rectification.ts';
import { recordVisit } from './acts/record-visit.ts';
import { reportInterim } from './acts/report-interim.ts';
import { reportProgress } from './acts/report-progress.ts';

/** 核查、整改: what a case lives through beside its answer. */
export const LIFE_ACTS = {
  'record-visit': recordVisit,
  'report-interim': reportInterim,
  'plan-rectification': planRectification,
  'report-progress': reportProgress,
  'complete-rectification': completeRectification,
} as const;
