import type { Truth } from '../../../domain/procedure/findings.ts';
import { type Act, answered } from './act.ts';

/** 四个不放过, as an answer to an item must show them. */
const shown = (truth: Truth) => ({
  truth,
  four: {
    facts: { met: true as const, evidence: '现场检查笔录、监测报告' },
    rectified: { met: true as const, evidence: '整改前后照片' },
    responsible: { met: true as const, evidence: '已明确整改责任人和完成时限' },
    satisfied: { met: false as const, reason: '举报人未留联系方式，走访周边住户均认可' },
  },
});

/** Items of the inspection team: one sent back for six hours, one in time. The third, nobody touches. */
export const INSPECTION: readonly Act[] = [
  { at: '2026-09-11T08:40', about: 'inspection-paint', by: 'county', command: { type: 'accept' } },
  {
    at: '2026-09-15T10:50',
    about: 'inspection-paint',
    by: 'county',
    command: { type: 'report', findings: '喷漆房门未关闭情况属实，活性炭已更换；木工车间正在加装除尘。' },
  },
  {
    at: '2026-09-15T14:00',
    about: 'inspection-paint',
    by: 'city',
    command: { type: 'return', missing: '缺少厂界监测报告、除尘设施合同和整改完成时限' },
  },
  {
    at: '2026-09-15T19:05',
    about: 'inspection-paint',
    by: 'county',
    command: { type: 'report', findings: '补充厂界监测报告和除尘设施合同；整改完成时限为10月20日。' },
  },
  ...answered(
    '2026-09-17T15:30',
    'inspection-paint',
    'city',
    '举报基本属实，已责令整改并处罚，10月20日前完成除尘设施加装。',
    shown('mostly'),
  ),
  { at: '2026-09-11T10:10', about: 'inspection-batteries', by: 'city', command: { type: 'accept' } },
  {
    at: '2026-09-14T16:00',
    about: 'inspection-batteries',
    by: 'city',
    command: { type: 'report', findings: '现场查扣废电瓶11吨，控制3人并移送公安机关；土壤和井水已采样。' },
  },
  ...answered(
    '2026-09-16T10:30',
    'inspection-batteries',
    'province',
    '举报属实，窝点已取缔，涉案3人被立案侦查，土壤调查和修复已列入市级计划。',
    shown('substantiated'),
  ),
];
