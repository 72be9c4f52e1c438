import { type Act, answered } from './act.ts';

/**
 * Matters that take a turn: passed on, declined, objected to, extended, found by the province at the catch-all desk.
 */
export const SPECIAL: readonly Act[] = [
  {
    at: '2026-09-14T09:25',
    about: 'rail-noise',
    by: 'transport',
    command: {
      type: 'transfer',
      department: '铁路监督管理部门',
      explanation: '街道同时会同铁路单位研究道口夜间改用灯光信号。',
    },
  },
  {
    at: '2026-09-14T10:05',
    about: 'unpaid-wages',
    by: 'province',
    command: {
      type: 'decline',
      reason: 'not-competent',
      explanation: '拖欠工资请向工程所在地人力资源和社会保障部门投诉。',
    },
  },
  {
    at: '2026-09-15T16:40',
    about: 'unknown-smell',
    by: 'county',
    command: {
      type: 'object',
      reason: '9月12日至14日晨间巡查，气味来自大道南侧穗安工业园内的食品厂，不在本区。',
    },
  },
  {
    at: '2026-09-16T09:00',
    about: 'unknown-smell',
    by: 'province',
    command: { type: 'agree-return', remark: '经核实，气味来源不在临禾区。' },
  },
  {
    at: '2026-09-16T09:10',
    about: 'unknown-smell',
    by: 'province',
    command: { type: 'assign', lead: 'suian-ecology', assisting: ['linhe-ecology'] },
  },
  { at: '2026-09-17T11:30', about: 'unknown-smell', by: 'city', command: { type: 'accept' } },
  ...answered(
    '2026-10-21T16:10',
    'unknown-smell',
    'city',
    '气味来自一家食品厂的焦糖工序，已加装冷凝和喷淋装置，10月18日复测厂界臭气浓度达标。',
  ),
  { at: '2026-09-11T09:30', about: 'black-river', by: 'city', command: { type: 'accept' } },
  {
    at: '2026-11-03T10:20',
    about: 'black-river',
    by: 'city',
    command: {
      type: 'request-extension',
      reason: '沿河雨污管网错接37处，改造需跨年度，情况复杂',
    },
  },
  { at: '2026-11-03T11:00', about: 'black-river', by: 'province', command: { type: 'extend' } },
  // Placed just before the National Day holiday: the days to object run on to 10 October, a Saturday that is worked.
  { at: '2026-09-28T10:00', about: 'vague', by: 'province', command: { type: 'accept' } },
  {
    at: '2026-09-28T10:05',
    about: 'vague',
    by: 'province',
    command: { type: 'assign', lead: 'songya-ecology', assisting: ['songjian-ecology'] },
  },
  // Taken up, then forgotten: nobody closes it.
  { at: '2026-09-11T14:50', about: 'cooking-fumes', by: 'urban', command: { type: 'accept' } },
];
