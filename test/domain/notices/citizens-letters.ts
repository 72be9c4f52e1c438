import type { StaffCommand } from '../../../domain/case/acts.ts';
import type { Case } from '../../../domain/case/case.ts';
import { filledIn, QUERY_CODE } from '../../../domain/notices/notice.ts';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import { PROCEDURES } from '../../../domain/procedure/procedures.ts';
import { caseAfter, closedBy, extendedBy, orderedBy, RECEIPT, registeredAt, type Step } from '../../support/cases.ts';
import { beijing, contextAt, organs } from '../../support/rules.ts';

/** The bureaus of the demonstration, in place of the short names of tests. */
const NAMES: Readonly<Record<string, string>> = {
  province: '青禾省生态环境厅',
  city: '禾阳市生态环境局',
  county: '禾阳市生态环境局东川分局',
};
const world = {
  organs: new Map([...organs].map(([id, organ]) => [id, { ...organ, name: NAMES[id] ?? organ.name }])),
  organiser: { name: NAMES.province!, telephone: '0990-12369001', pages: 'https://12369.qinghe.example/' },
};

const RECEIVED = beijing('2026-12-01 10:00');
const registered = registeredAt(RECEIVED, { channel: 'email', acknowledge: true });

function on(day: number, command: StaffCommand, namedCase?: Case): Step {
  const step = orderedBy('county', beijing(`2026-12-${String(day).padStart(2, '0')} 10:00`), command);
  return { command, context: { ...step.context, namedCase } };
}

const closing = (said: Parameters<typeof closedBy>[2]) => closedBy('county', beijing('2026-12-20 10:00'), said);

const accept = on(3, { type: 'accept' });
const answered = {
  facts: '12月5日、7日两次夜查，工地22时后仍在浇筑混凝土，没有夜间施工证明，您反映的情况属实。',
  opinion: '已责令立即停止夜间施工，对施工单位立案处罚；12月底前每周夜查一次。',
};
const close = closing(answered);

const EARLIER = 'QH-0000-0000-0002';
const beingHandled = { ...caseAfter(registered, accept).state, id: EARLIER, receivedAt: beijing('2026-11-01 10:00') };
const done = { ...caseAfter(registered, accept, ...close).state, id: EARLIER };
const byProvince = { stage: 'recheck', organ: 'province', by: EARLIER, askedAt: done.receivedAt } as const;
const rechecked = { ...done, review: { ...byProvince, decidedAt: done.receivedAt } };

type Decline = Omit<Extract<StaffCommand, { type: 'decline' }>, 'type' | 'earlier'>;
const decline = (said: Decline, earlier?: Case): readonly Step[] => [
  on(3, { type: 'decline', ...said, earlier: earlier?.id }, earlier),
];
const supplement = (day: number): Step => ({
  command: { type: 'follow-up', receipt: 'QH-0000-0000-0009', to: RECEIPT, as: 'supplement', channel: 'email' },
  context: contextAt(beijing(`2026-12-${day < 10 ? '0' : ''}${day} 10:00`)),
});
const SAME = '您12月1日来信反映的，与前件是同一工地的同一问题。';

/** By what leads to it, every notice that a citizen gets. */
const STORIES: readonly (readonly [title: string, steps: readonly Step[]])[] = [
  ['来信回执', []],
  ...PROCEDURES.map((procedure) => [`受理 ${procedure}`, [on(3, { type: 'accept', procedure })]] as const),
  [
    '不予受理 不属于职责',
    decline({ reason: 'not-competent', explanation: '拖欠工资请向人力资源和社会保障部门反映。' }),
  ],
  ['告知法定途径', decline({ reason: 'legal-proceedings', explanation: '您与施工单位的赔偿纠纷，法院已经立案。' })],
  ['不予受理 已经受理', decline({ reason: 'already-accepted', explanation: SAME }, beingHandled)],
  ['不予受理 应当复查', decline({ reason: 'review-instead', explanation: SAME }, done)],
  ['不再受理 复核之后', decline({ reason: 'after-recheck', explanation: '本件的复核意见已于11月送达您。' }, rechecked)],
  [
    '请补充线索',
    decline({ reason: 'too-vague', explanation: '来信只写了“有个工地”。', needed: '工地名称，或者所在的路、小区' }),
  ],
  ['移送', [on(3, { type: 'transfer', department: '禾阳市城市管理局', explanation: '夜间施工由其监督管理。' })]],
  ['延长办理期限', [accept, ...extendedBy('county', beijing('2026-12-20 10:00'), '需要连续监测。')]],
  ['立案查处', [accept, on(10, { type: 'file-penalty', fileNumber: '青环罚立〔2026〕12号' })]],
  ...PROCEDURES.map((procedure) => {
    const parts =
      procedure === 'petition' ? { outcome: 'supported' as const, basis: ['matter:construction-noise'] } : {};
    const steps = [on(3, { type: 'accept', procedure }), ...closing({ ...answered, ...parts })];
    return [`办结 ${procedure}`, steps] as const;
  }),
  ['并案', [on(3, { type: 'join', into: EARLIER }, beingHandled)]],
  ['收到补充材料', [accept, supplement(5)]],
  ['决定重新办理', [accept, ...close, supplement(26), on(28, { type: 'reopen', reason: '工地又在夜间施工' })]],
  [
    '不予重新办理',
    [
      accept,
      ...close,
      supplement(26),
      on(28, { type: 'decline-reopening', reason: '夜查未再发现施工，没有新的事实。' }),
    ],
  ],
];

function letterAfter(steps: readonly Step[]): string {
  const all = [registered, ...steps].map(({ command, context }) => ({ command, context: { ...context, ...world } }));
  const { state, events } = caseAfter(...all);
  const notices = noticesFor(events.at(-1)!, state, { ...contextAt(RECEIVED), ...world });
  return filledIn(notices.find(({ sms }) => sms.use === 'complainant')!, { [QUERY_CODE]: 'ABCD2345' }).text;
}

/** Every letter to a citizen, as they get it. */
export const letters = STORIES.map(([title, steps]) => [title, letterAfter(steps)] as const);
