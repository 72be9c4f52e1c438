import { type Act, answered } from './act.ts';

/** Handled as it should be: taken up, looked into, answered. */
export const ORDINARY: readonly Act[] = [
  { at: '2026-09-10T15:10', about: 'resin-smell', by: 'county', command: { type: 'accept' } },
  {
    at: '2026-09-24T17:30',
    about: 'resin-smell',
    by: 'county',
    command: {
      type: 'report',
      findings: '9月17日、21日两次夜查，二车间活性炭箱旁路阀未关，厂界臭气浓度超标。已封闭旁路，立案处罚。',
    },
  },
  ...answered(
    '2026-09-28T10:15',
    'resin-smell',
    'city',
    '夜间检查发现该厂二车间废气经旁路排放，您反映的情况属实。旁路已封闭，已立案处罚；10月起每周夜查一次，连续三个月。',
  ),
  ...handled(
    'rubber-workshop',
    'province',
    '2026-09-11T09:05',
    '2026-09-23T16:30',
    '无证炼油设备已拆除，原料和残渣已清运处置。',
  ),
  ...handled(
    'plating-wastewater',
    'province',
    '2026-09-11T09:10',
    '2026-09-22T11:00',
    '夜间突查发现电镀废水直排，属实，已取缔并移送公安机关；井水检测达标。',
  ),
  ...handled(
    'pig-farm',
    'province',
    '2026-09-11T09:15',
    '2026-10-15T15:40',
    '暗管已封堵，沼液池扩容完成，渠水9月底恢复正常，已处罚。',
  ),
  ...handled(
    'base-station',
    'province',
    '2026-09-11T09:20',
    '2026-10-20T10:00',
    '基站备案手续齐全；当面监测电磁辐射符合国家限值，监测报告已张贴在楼道。',
    {
      grievances: [
        { part: 1, answer: '基站已备案，手续齐全。' },
        { part: 2, answer: '已当着业主的面监测，符合国家限值。' },
        { part: 3, answer: '没有超标，不需拆除；业委会的事由街道另行答复。' },
      ],
    },
  ),
  ...handled(
    'quarry-trucks',
    'resources',
    '2026-09-11T09:25',
    '2026-11-05T16:00',
    '越界开采属实，已停产立案，复绿方案已公示。',
  ),
  ...handled(
    'sea-outfall',
    'province',
    '2026-09-11T09:30',
    '2026-10-28T14:20',
    '未批先建的虾塘已停止排水，排污口封堵14个，其余限期补办手续。',
  ),
  ...handled(
    'sewage-overflow',
    'urban',
    '2026-09-11T15:00',
    '2026-09-29T17:10',
    '下游塌陷管道已更换，菜场地面已冲洗消毒，三个月内每周巡查。',
  ),
];

function handled(
  about: string,
  by: Parameters<typeof answered>[2],
  acceptedAt: string,
  closedAt: string,
  answer: string,
  more: Parameters<typeof answered>[4] = {},
): Act[] {
  return [{ at: acceptedAt, about, by, command: { type: 'accept' } }, ...answered(closedAt, about, by, answer, more)];
}
