import { type Act, answered } from './act.ts';

/** Taken up within the hour, and answered within days. */
export const EMERGENCIES: readonly Act[] = [
  { at: '2026-09-10T02:41', about: 'fish-kill', by: 'province', command: { type: 'accept' } },
  {
    at: '2026-09-10T02:44',
    about: 'fish-kill',
    by: 'province',
    command: { type: 'assign', lead: 'tingjiang-ecology', assisting: ['shapu-ecology', 'tingjiang-water'] },
  },
  ...answered(
    '2026-09-15T16:20',
    'fish-kill',
    'province',
    '经查，上游一家企业的应急池阀门未关，废水溢流入河。已责令停产、封堵排口并立案处罚，9月14日起河道水质恢复达标，取水口未受影响。',
  ),
  { at: '2026-09-10T11:50', about: 'spray-paint', by: 'province', command: { type: 'accept' } },
  ...answered(
    '2026-09-16T17:00',
    'spray-paint',
    'province',
    '不打招呼检查两次，露天喷漆属实，喷漆设备已查封，处罚告知书已送达。幼儿园师生未发现需要就医的情况。',
  ),
  { at: '2026-09-10T23:58', about: 'night-smell', by: 'province', command: { type: 'accept' } },
  ...answered(
    '2026-09-16T15:00',
    'night-smell',
    'province',
    '码头一辆槽车卸料时软管脱落，当晚1时20分处置完毕，就医人员均已回家。已立案调查，码头夜间停止卸料。',
  ),
];
