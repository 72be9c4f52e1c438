import { completeRectification } from '../complete-rectification.ts';
import { planRectification } from '../plan-rectification.ts';
import { recordVisit } from '../record-visit.ts';
import { reportInterim } from '../report-interim.ts';
import { reportProgress } from '../report-progress.ts';

/** 核查、整改: what a case lives through beside its answer. */
export const RECTIFICATION_ACTS = {
  'record-visit': recordVisit,
  'report-interim': reportInterim,
  'plan-rectification': planRectification,
  'report-progress': reportProgress,
  'complete-rectification': completeRectification,
} as const;
