import { phonePhoto } from '../support/photos.ts';
import type { Bureau } from './bureau.ts';
import type { Hand } from './hand.ts';

/** One thing that somebody comes to the desk for, from log-in to done. */
export interface Task {
  readonly name: string;
  readonly done: (bureau: Bureau) => Promise<void>;
}

export const HANDLER = '孔沐阳';
export const HEAD = '褚正阳';
const SIGNER = '审核人 禾阳市生态环境局临禾分局';
export const PETITIONS = '信访机构人员 禾阳市生态环境局临禾分局';
const CITY = '禾阳市生态环境局（';
const CITY_REVIEWER = '审核人 禾阳市生态环境局 ·';

const FARM = '禾阳市临禾区河东村养猪场把粪水直接排进小河，河水发黑发臭。';
const DYE_WORKS = '禾阳市临禾区河东村印染厂把红色废水直接排进小河，河水都红了。';
const PLANT = '禾阳市临禾区化工园区有一家厂晚上偷排黄色废气，闻了头晕，附近几个村都能闻到。';
const SAME_PLANT = ['北门的鸿达化工厂夜间排放刺鼻废气，没法开窗。', '鸿达化工厂又在晚上放废气，全是刺鼻的味道。'].map(
  (text) => `禾阳市临禾区青竹苑小区${text}`,
);

const numbered = (text: string, many: number): readonly string[] =>
  Array.from({ length: many }, (_, index) => `${text}第${index + 1}次反映。`);

/** A case from the list. */
export const open = (hand: Hand, receipt: string): Promise<void> => hand.go(`tr:has-text("${receipt}") a.go`);
/** What one may do to the case that is open. */
export const act = (hand: Hand, name: string): Promise<void> => hand.go(`.acts a:text-is("${name}")`);
export const confirm = (hand: Hand): Promise<void> => hand.go('button[value="act"]');
const tick = (hand: Hand, field: string, label: string): Promise<void> =>
  hand.press(`#${field} label:text-is("${label}")`);

/** 分办 of all that is new of one type. */
async function distributeAll(hand: Hand, type: string, colleague: string): Promise<void> {
  await hand.choose('#type', type);
  await hand.go('button:text-is("筛选")');
  await hand.tickAll();
  await hand.go('button[value="distribute"]');
  await hand.choose('#officer-chosen', colleague);
  await confirm(hand);
  await hand.sees(/办理了[2-4]\d件/);
}

/** Three photos of a phone, added to a visit that is half written. */
export async function visit(hand: Hand): Promise<void> {
  await act(hand, '登记现场核查');
  await hand.write('#findings', '现场未见外排，集污池液位偏高，已要求清运。');
  await hand.go('button[value="files"]');
  for (const number of [1, 2, 3]) {
    const photo = { name: `IMG_000${number}.JPG`, mimeType: 'image/jpeg', buffer: phonePhoto() };
    await hand.sendFile('#file', photo, 'button:text-is("上传")');
  }
  await hand.breathes();
  await hand.go('button:text-is("添加到本件")');
  await confirm(hand);
}

/** 呈签 of an answer to an ordinary case. */
export async function answer(hand: Hand): Promise<void> {
  await act(hand, '呈签答复');
  await hand.write('#facts', '养猪场集污池破损，粪水渗入河道。');
  await hand.write('#opinion', '已责令停止排放并修复集污池，河道已清理。');
}

export const TEN: readonly Task[] = [
  {
    name: '分办40件，按类型分给两人',
    done: async (bureau) => {
      await bureau.receives(...numbered(DYE_WORKS, 20), ...numbered(PLANT, 20));
      const head = await bureau.enters(HEAD);
      await head.press('summary:text-is("查找、筛选")');
      await distributeAll(head, '水', HANDLER);
      await head.go('a:has-text("回到列表")');
      await distributeAll(head, '大气', '施明远');
    },
  },
  {
    name: '受理并告知',
    done: async (bureau) => {
      const [receipt = ''] = await bureau.receives(FARM);
      const hand = await bureau.enters(HANDLER);
      await open(hand, receipt);
      await act(hand, '受理');
      await hand.sees('信访人将收到');
      await confirm(hand);
      await hand.sees('已办理：受理');
    },
  },
  {
    name: '申请延期，另一人批准',
    done: async (bureau) => {
      const [receipt = ''] = await bureau.receives(FARM);
      await bureau.before('county', receipt, { type: 'accept' });
      const hand = await bureau.enters(HANDLER);
      await open(hand, receipt);
      await act(hand, '申请延期');
      await hand.write('#reason', '监测报告下周才能出具，请延期三十日。');
      await confirm(hand);
      const head = await bureau.enters(HEAD);
      await open(head, receipt);
      await act(head, '批准延期');
      await confirm(head);
      await head.sees('已办理：批准延期');
    },
  },
  {
    name: '登记现场核查，附手机照片三张',
    done: async (bureau) => {
      const [receipt = ''] = await bureau.receives(FARM);
      const hand = await bureau.enters(HANDLER);
      await open(hand, receipt);
      await visit(hand);
      await hand.sees('已办理：登记现场核查');
    },
  },
  {
    name: '报送办理情况',
    done: async (bureau) => {
      const [receipt = ''] = await bureau.receives(FARM);
      await bureau.before('county', receipt, { type: 'accept' });
      const hand = await bureau.enters(HANDLER);
      await open(hand, receipt);
      await act(hand, '报送办理情况');
      await hand.write('#findings', '查明集污池破损，已修复，周边群众认可。');
      await confirm(hand);
      await hand.sees('已办理：报送办理情况');
    },
  },
  {
    name: '上级退回补充',
    done: async (bureau) => {
      const [receipt = ''] = await bureau.receives(FARM);
      await bureau.before('county', receipt, { type: 'accept' });
      await bureau.before('county', receipt, { type: 'report', findings: '已查。' });
      const reviewer = await bureau.enters(CITY_REVIEWER, CITY);
      await reviewer.go('.scopes a:text-is("待本单位审核")');
      await open(reviewer, receipt);
      await act(reviewer, '退回补充');
      await reviewer.write('#missing', '缺监测数据；缺现场照片。');
      await confirm(reviewer);
      await reviewer.sees('已办理：退回补充');
    },
  },
  {
    name: '附四个不放过呈签，另一人签发办结',
    done: async (bureau) => {
      const [receipt = ''] = await bureau.receives(FARM);
      await bureau.before('county', receipt, { type: 'mark', add: ['key'] });
      await bureau.before('county', receipt, { type: 'accept' });
      const hand = await bureau.enters(HANDLER);
      await open(hand, receipt);
      await answer(hand);
      await tick(hand, 'truth', '属实');
      for (const check of ['facts', 'rectified', 'responsible', 'satisfied']) {
        await tick(hand, `four-${check}`, '做到了');
        await hand.write(`#four-${check}-words`, '见现场检查笔录和照片。');
      }
      await confirm(hand);
      const signer = await bureau.enters(SIGNER);
      await open(signer, receipt);
      await act(signer, '签发办结');
      await signer.sees('集污池破损');
      await confirm(signer);
      await signer.sees('已办理：签发办结');
    },
  },
  {
    name: '并案，再撤销并案',
    done: async (bureau) => {
      const [earlier = ''] = await bureau.receives(SAME_PLANT[0]!);
      const [receipt = ''] = await bureau.receives(SAME_PLANT[1]!);
      const hand = await bureau.enters(HANDLER);
      await open(hand, receipt);
      await hand.sees(earlier);
      await hand.go('a:text-is("并入这一件")');
      await hand.write('#reason', '同一家厂、同一时段。');
      await confirm(hand);
      await hand.go(`.done a:text-is("${receipt}")`);
      await act(hand, '撤销并案');
      await hand.write('#reason', '两个厂区，不是同一处。');
      await confirm(hand);
      await hand.sees('已办理：撤销并案');
    },
  },
  {
    name: '录入一位来访者',
    done: async (bureau) => {
      const hand = await bureau.enters(PETITIONS);
      await hand.go('header a:text-is("录入")');
      await tick(hand, 'channel', '来访');
      await hand.write('#text', '临禾区幸福小区楼下的印刷厂夜里排放刺鼻气味，窗户不敢开。');
      await hand.write('#name', '来访者');
      await hand.write('#phone', '13900000000');
      await hand.go('button[value="enter"]');
      await hand.sees('查询码');
    },
  },
  {
    name: '登记明天不在',
    done: async (bureau) => {
      const hand = await bureau.enters(HANDLER);
      await hand.go('header a:text-is("通讯录")');
      await hand.go('button:text-is("我明天不在")');
      await hand.sees('已登记离岗');
    },
  },
];
