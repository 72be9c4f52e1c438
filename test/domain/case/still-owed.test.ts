import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import { decide } from '../../../domain/case/decide.ts';
import { lettersOf } from '../../../domain/notices/staff/letters.ts';
import { caseAfter, closedBy, orderedBy, registration, type Step } from '../../support/cases.ts';
import { clocksOf } from '../../support/one-case.ts';
import { beijing, contextAt, organs, staffOf } from '../../support/rules.ts';

const at = (day: number, time = '10:00') => beijing(`2026-12-${String(day).padStart(2, '0')} ${time}`);
const by = (day: number, who: string, command: StaffCommand) => orderedBy(who, at(day), command);

type Kind = { inspection?: { batch: string; item: string }; urgency?: 'emergency'; lead?: string };
function came({ inspection, urgency = 'normal' as never, lead = 'county' }: Kind = {}): Step {
  const usual = registration(at(1), { inspection });
  const classification = { ...usual.classification, urgency };
  const route = { ...usual.route, lead };
  return {
    command: { type: 'register', registration: { ...usual, classification, route } },
    context: contextAt(at(1)),
  };
}

const accepted = by(2, 'county', { type: 'accept' });
const filed = by(4, 'county', { type: 'file-penalty', fileNumber: '青环罚立〔2026〕1号' });
const split = by(4, 'county', { type: 'split', parts: [{ lead: 'county' }, { lead: 'county' }] as never });
const refusal = (steps: readonly Step[], who: string, command: StaffCommand, namedCase?: object) => {
  const context = { ...contextAt(at(5), staffOf(who)), ...(namedCase && { namedCase: namedCase as never }) };
  const decision = decide(caseAfter(...steps).state, command, context);
  return decision.kind === 'refused' ? decision.detail : decision.kind;
};

/** Whom the last of these steps tells, by which kind of letter. */
const told = (...steps: readonly Step[]) => {
  const { state, events } = caseAfter(...steps);
  return lettersOf(events.at(-1)!, state, contextAt(at(4))).map(({ kind, organ }) => `${kind} ${organ}`);
};

describe('where a penalty is under way', () => {
  const item = came({ inspection: { batch: '3', item: 'D3QH001' } });
  const report = by(5, 'county', { type: 'report', findings: '已查实并立案' });

  it('the team of an inspection gets its report in time, and the penalty goes on', () => {
    expect(clocksOf(caseAfter(item, accepted, filed).state)).toEqual(['inspection-report', 'penalty-decision']);
    const { state } = caseAfter(item, accepted, filed, report);
    expect([state.status, ...clocksOf(state)]).toEqual(['filed', 'penalty-decision']);
  });

  it('nobody is owed a second report, nor the first of an ordinary case', () => {
    const none = '已立案查处，没有待报送的期限；处罚程序结束后呈签答复';
    expect(refusal([item, accepted, filed, report], 'county', { type: 'report', findings: '又报' })).toBe(none);
    expect(refusal([came(), accepted, filed], 'county', { type: 'report', findings: '已查' })).toBe(none);
  });

  it('the level above need not review what had been reported before, and hears that', () => {
    const reported = by(3, 'county', { type: 'report', findings: '已查实' });
    expect(clocksOf(caseAfter(came(), accepted, reported, filed).state)).toEqual(['penalty-decision']);
    expect(told(came(), accepted, reported, filed)).toEqual(['报备 city']);
    expect(told(came(), accepted, filed)).toEqual([]);
  });

  it('whoever was to answer an objection waits no more', () => {
    const objected = by(2, 'county', { type: 'object', reason: '跨界' });
    const { state } = caseAfter(came(), objected, by(2, 'city', { type: 'accept' }), filed);
    expect([clocksOf(state), state.objection]).toEqual([['penalty-decision'], undefined]);
  });

  it('begins with a decision within its days, which may be not to file, also of what nobody had registered: the level above hears why', () => {
    const clue = by(3, 'county', { type: 'suspect-violation', clue: '夜间排污' });
    const not = by(5, 'county', { type: 'decline-filing', reason: '违法事实不成立' });
    const before = caseAfter(came(), accepted, clue).state;
    const { state } = caseAfter(came(), accepted, clue, not);
    expect([clocksOf(before).at(-1), clocksOf(state).at(-1)]).toEqual(['penalty-filing', 'duty-suit']);
    expect(told(came(), accepted, clue, not)).toEqual(['报备 city']);
    expect(told(came(), accepted, not)).toEqual(['报备 city']);
  });

  it('time that was asked for the answer does not lengthen the penalty', () => {
    const asked = by(3, 'county', { type: 'request-extension', reason: '监测未完成' });
    expect(refusal([came(), accepted, asked, filed], 'county/head', { type: 'extend' })).toBe('没有待批准的延期申请');
  });

  it('time that was asked for what has ended since keeps nobody from asking for what runs', () => {
    const ask = (clock?: string): StaffCommand => ({ type: 'request-extension', reason: '监测未完成', clock });
    const answered = [came(), accepted, by(3, 'county', ask()), filed];
    expect(refusal(answered, 'county', ask('penalty-decision'))).toBe('decided');
    const clue = by(3, 'county', { type: 'suspect-violation', clue: '夜间排污' });
    const not = by(4, 'county', { type: 'decline-filing', reason: '违法事实不成立' });
    expect(refusal([came(), accepted, clue, by(3, 'county', ask('penalty-filing')), not], 'county', ask())).toBe(
      'decided',
    );
  });
});

describe('an emergency that nobody has looked into', () => {
  const emergency = came({ urgency: 'emergency' });
  const report = (kind: 'initial' | 'unfounded' | 'final'): StaffCommand => ({
    type: 'report-incident',
    ...{ kind, words: '已到现场核实' },
  });

  it.each([
    ['its complaint was split', split],
    ['a penalty was filed', filed],
  ])('is reported also after %s', (_, step) => {
    const steps = [emergency, accepted, step];
    expect(clocksOf(caseAfter(...steps).state)).toContain('incident-report');
    expect(clocksOf(caseAfter(...steps, by(5, 'county', report('unfounded'))).state)).not.toContain('incident-report');
  });

  it('has its two hours again where it was refused, and is handled after all', () => {
    const declined = by(2, 'county', { type: 'decline', reason: 'not-competent', explanation: '属应急管理部门职责。' });
    const reopened = by(3, 'city', { type: 'reopen', reason: '属实' });
    const { state } = caseAfter(emergency, declined, reopened);
    expect(state.clocks.find(({ name }) => name === 'incident-report')).toMatchObject({ dueAt: at(3, '12:00') });
    const reported = caseAfter(emergency, by(1, 'county', report('unfounded')), declined, reopened);
    expect(clocksOf(reported.state)).not.toContain('incident-report');
  });

  it('is joined to no case of an ordinary matter until it has been reported how it ended', () => {
    const earlier = (kind?: Kind) => ({ ...caseAfter(came(kind)).state, id: 'QH-0000-0000-0000' });
    const join: StaffCommand = { type: 'join', into: 'QH-0000-0000-0000' };
    const told = '突发环境事件须先报告处理结果，或者报告经核实不属实，才能并入一般事项';
    expect(refusal([emergency], 'county', join, earlier())).toBe(told);
    const begun = [emergency, by(1, 'county', report('initial'))];
    expect(refusal(begun, 'county', join, earlier())).toBe(told);
    expect(refusal([...begun, by(2, 'county', report('final'))], 'county', join, earlier())).toBe('decided');
    expect(refusal([emergency], 'county', join, earlier({ urgency: 'emergency' }))).toBe('decided');
  });
});

describe('what goes on in a case', () => {
  const supervised = by(2, 'city', { type: 'supervise', kind: 'listed', demands: '整治', until: '2026-12-25' });
  const instructed = by(2, 'city', { type: 'instruct', from: '厅长', words: '请查清', until: '2026-12-20' });
  const interim = by(3, 'county', { type: 'report-interim', findings: '已停工', remaining: '治理设施' });
  const transfer: StaffCommand = { type: 'transfer', department: '水利局', explanation: '属水利部门职责' };
  const join: StaffCommand = { type: 'join', into: 'QH-0000-0000-0000' };
  const decline: StaffCommand = { type: 'decline', reason: 'not-competent', explanation: '不属于本部门职责。' };

  it.each([
    ['督办', [came(), supervised], [transfer, join, decline], '督办尚未解除，请督办单位先解除督办'],
    ['an instruction', [came(), instructed], [transfer, join, decline], '领导批示尚未反馈，请先反馈批示落实情况'],
    ['a rectification', [came(), accepted, interim], [transfer, join], '整改正在进行，请先登记整改完成'],
  ])('%s is not ended by giving the case away', (_, steps, commands, told) => {
    expect(commands.map((command) => refusal(steps, 'county', command))).toEqual(commands.map(() => told));
  });

  it('goes on in the whole of a complaint that was split: rectified to its end, an agreement performed', () => {
    const agreed = { type: 'record-mediation', kind: 'settlement', on: '2026-12-03', people: ['信访人'] } as const;
    const mediated = by(3, 'county', { ...agreed, result: 'agreed', agreement: '装窗', performBy: '2026-12-20' });
    const steps = [came(), accepted, interim, mediated, split];
    expect(clocksOf(caseAfter(...steps).state)).toEqual(expect.arrayContaining(['agreement', 'rectification-plan']));
    const performed = by(5, 'county', { type: 'confirm-agreement', on: '2026-12-05', words: '已装' });
    const complete = by(5, 'county', { type: 'complete-rectification', result: '已完成' });
    const names = clocksOf(caseAfter(...steps, performed, complete).state);
    expect(names.filter((name) => /agreement|rectification/.test(name))).toEqual([]);
  });
});

describe('a limit that a level above has set', () => {
  const city = came({ lead: 'city' });
  const until = (day: number) => ({ until: at(day, '18:00') });
  const assign = (lead: string, day: number): StaffCommand => ({
    type: 'assign',
    lead,
    assisting: [],
    limit: until(day),
  });
  const fromAbove = [city, by(2, 'city', { type: 'accept' }), by(2, 'province', assign('city', 18))];

  it('is not moved back by the level between, also not after it had set a sooner one', () => {
    const told = '不能晚于province局指定的期限';
    expect(organs.get('province')!.name).toBe('province局');
    expect(refusal(fromAbove, 'city', assign('county', 19))).toBe(told);
    const sooner = [...fromAbove, by(3, 'city', assign('county', 12))];
    expect(refusal(sooner, 'city', assign('county', 19))).toBe(told);
    expect(refusal(sooner, 'city', assign('county', 18))).toBe('decided');
  });

  it('binds nobody any more once the case has ended, also where it is opened again', () => {
    const ended = closedBy('county', at(4), { answer: '经查属实，企业已按要求完成整改。' });
    const reopened = by(5, 'city', { type: 'reopen', reason: '仍在排放' });
    const again = [...fromAbove, by(3, 'city', assign('county', 12)), ...ended, reopened];
    expect([refusal(again, 'city', assign('county', 19)), refusal(again, 'province', assign('county', 24))]).toEqual([
      ...['decided', 'decided'],
    ]);
  });

  it('is moved back by whoever set it', () => {
    expect(refusal([...fromAbove, by(3, 'city', assign('county', 12))], 'province', assign('county', 24))).toBe(
      'decided',
    );
  });
});
