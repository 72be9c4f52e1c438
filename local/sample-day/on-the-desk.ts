import type { StaffCommand } from '../../domain/case/acts.ts';
import type { LocalStack } from '../local-stack.ts';
import { perform } from './perform.ts';
import { type BeijingTime, instantOf, type WebSample } from './sample.ts';
import { sendWeb } from './senders/web.ts';
import type { Act } from './story/act.ts';

/** A complaint that is in the middle of its life where the clock is left, and how it came there. */
interface OnTheDesk extends Pick<WebSample, 'at' | 'form'> {
  readonly acts: readonly { readonly at: BeijingTime; readonly by: Act['by']; readonly command: StaffCommand }[];
}

const officer = { sub: 'linhe-ecology-handler', name: '孔沐阳' };

/** What whoever logs in first finds at 禾阳市生态环境局临禾分局: late, due today, new, and waiting for others. */
export const ON_THE_DESK: readonly OnTheDesk[] = [
  {
    at: '2026-11-24T09:05',
    form: {
      text: '临禾区柳林街道砖窑路的砖厂，每天傍晚烟囱冒黑烟，院子里晾的衣服落一层黑灰，老人咳嗽得厉害。打过电话，说会来看，到现在没有人来。',
      division: '990102',
      contact: { name: '秦望春', phone: '13800990041' },
    },
    acts: [],
  },
  {
    at: '2026-11-24T10:20',
    form: {
      text: '临禾区稻浪路28号楼下的印刷厂夜里开工，油墨味顺着楼道往上窜，孩子夜里睡不着，早上起来嗓子疼。请晚上十点以后来查。',
      division: '990102',
      target: '印刷厂',
      contact: { name: '尤佳', email: 'you.jia@mail.example' },
    },
    acts: [
      { at: '2026-11-24T15:00', by: 'county', command: { type: 'accept' } },
      { at: '2026-11-24T15:10', by: 'county', command: { type: 'distribute', officer } },
      {
        at: '2026-12-10T16:30',
        by: 'county',
        command: { type: 'request-extension', reason: '夜间监测排在下周，报告出来后才能答复，请延期三十日。' },
      },
    ],
  },
  {
    at: '2026-11-25T08:40',
    form: {
      text: '临禾区河东村养猪场把粪水直接排进村口的小河，河水发黑发臭，夏天更没法闻，村里反映过两回，停了几天又照旧。',
      division: '990102',
      target: '养猪场',
      contact: { name: '苗长根', phone: '13800990043' },
    },
    acts: [
      { at: '2026-11-25T11:00', by: 'county', command: { type: 'accept' } },
      { at: '2026-11-25T11:05', by: 'county', command: { type: 'distribute', officer } },
      {
        at: '2026-12-10T17:20',
        by: 'county',
        command: {
          ...{ type: 'propose-closing', facts: '现场检查，集污池破损，粪水经排水沟渗入河道，情况属实。' },
          opinion: '已责令停止排放、修复集污池，12月8日复查时已修复，河道已清理。',
        },
      },
    ],
  },
  {
    at: '2026-11-26T08:15',
    form: {
      text: '临禾区化工园区西门外，一家厂晚上偷排黄色废气，闻了头晕，附近几个村都能闻到，风往西吹的时候最重。',
      division: '990102',
      anonymous: true,
    },
    acts: [],
  },
  {
    at: '2026-11-27T14:00',
    form: {
      text: '临禾区河西村的印染厂把红色废水直接排进小河，河水都红了，下游几户还用这水浇菜，问厂里说是雨水带下来的。',
      division: '990102',
      target: '印染厂',
      contact: { name: '白露', phone: '13800990045' },
    },
    acts: [
      { at: '2026-11-27T16:00', by: 'county', command: { type: 'accept' } },
      { at: '2026-11-27T16:05', by: 'county', command: { type: 'distribute', officer } },
      {
        at: '2026-12-09T10:00',
        by: 'county',
        command: { type: 'report', findings: '废水管破裂外排属实，已停产修复，河道已换水，监测达标，下游住户认可。' },
      },
    ],
  },
  {
    at: '2026-12-10T20:30',
    form: {
      text: '临禾区青竹苑小区北门的鸿达化工厂夜间排放刺鼻废气，没法开窗，物业也说不清，请来查一查到底是什么气体。',
      division: '990102',
      target: '鸿达化工厂',
      contact: { name: '纪安', email: 'ji.an@mail.example' },
    },
    acts: [],
  },
];

/** A Friday morning: one of them is late since yesterday, one is due by midnight. */
const LEFT_AT: BeijingTime = '2026-12-11T08:40';

interface Step {
  readonly at: BeijingTime;
  readonly take: () => Promise<void>;
}

/** Has them come in and be worked on, after the sample day, and leaves the clock at that morning. */
export async function layOnDesk(stack: LocalStack): Promise<void> {
  const receipts = new Map<OnTheDesk, string>();
  const steps: readonly Step[] = ON_THE_DESK.flatMap((one) => [
    {
      at: one.at,
      take: async () => {
        receipts.set(one, await sendWeb(one, stack));
      },
    },
    ...one.acts.map(({ at, by, command }) => ({
      at,
      take: async () => {
        const refused = await perform({ by, command }, receipts.get(one)!, stack);
        if (refused !== undefined) throw new Error(`what lies on the desk was refused: ${refused}`);
      },
    })),
  ]);
  for (const { at, take } of steps.toSorted((one, other) => one.at.localeCompare(other.at))) {
    await stack.advanceTo(instantOf(at));
    await take();
    await stack.drain();
  }
  await stack.advanceTo(instantOf(LEFT_AT));
}
