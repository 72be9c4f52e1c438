import { describe, expect, it } from 'vitest';
import { caseOf } from '../../../adapters/dynamodb/cases/case-items.ts';
import { eventOf } from '../../../adapters/dynamodb/cases/event-items.ts';
import { type StaffCommand, StaffCommandSchema } from '../../../domain/case/acts.ts';
import { decide } from '../../../domain/case/decide.ts';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import { caseAfter, closedBy, orderedBy, registeredAt } from '../../support/cases.ts';
import { beijing, contextAt, staffOf } from '../../support/rules.ts';

const day = (number: number) => beijing(`2026-06-${String(number).padStart(2, '0')} 10:00`);
const registered = registeredAt(day(1));
const fumes: StaffCommand & { type: 'reclassify' } = {
  type: 'reclassify',
  types: ['大气'],
  subtypes: ['cooking-fumes'],
  matter: 'cooking-fumes',
  reason: '现场查明是餐馆油烟',
};
const corrected = orderedBy('county', day(2), fumes);

describe('a person who knows better than the rules', () => {
  it('corrects types, matter and title, and the case shows whose word it is', () => {
    const { state } = caseAfter(registered, corrected);
    expect(state).toMatchObject({
      status: 'registered',
      lead: 'county',
      title: '餐饮油烟、露天烧烤',
      classification: {
        types: ['大气'],
        matter: 'cooking-fumes',
        competent: false,
      },
      corrected: { at: day(2), organ: 'county', reason: '现场查明是餐馆油烟' },
    });
  });

  it('leaves what the rules had said in the record', () => {
    expect(caseAfter(registered, corrected).events.at(-1)).toMatchObject({
      type: 'reclassified',
      reason: '现场查明是餐馆油烟',
      before: { matter: 'construction-noise' },
      after: { matter: 'cooking-fumes', trace: ['人工改判：现场查明是餐馆油烟'] },
    });
  });

  it('changes nothing by saying the same again', () => {
    const { state } = caseAfter(registered, corrected);
    expect(decide(state, fumes, corrected.context)).toEqual({ kind: 'decided', facts: [] });
  });

  it('says each type and kind once, however often it is named', () => {
    const twice = { ...fumes, types: ['大气', '噪声', '大气'], subtypes: ['cooking-fumes', 'cooking-fumes'] };
    const command = StaffCommandSchema.parse(twice);
    expect(command).toMatchObject({ types: ['大气', '噪声'], subtypes: ['cooking-fumes'] });
  });

  it.each([
    ['the neighbour may not', 'neighbour', fumes, 'not-yours'],
    ['the city above may', 'city', fumes, 'decided'],
    ['nobody may name a matter that there is not', 'county', { ...fumes, matter: 'moonshine' }, 'not-allowed'],
    ['nor a fine kind that there is not', 'county', { ...fumes, subtypes: ['nosuch-thing'] }, 'not-allowed'],
    ['nor one by a name that every object has', 'county', { ...fumes, subtypes: ['constructor'] }, 'not-allowed'],
  ] as const)('%s', (_, organ, command, answer) => {
    const decision = decide(caseAfter(registered).state, command, contextAt(day(2), staffOf(organ)));
    expect(decision.kind === 'refused' ? decision.reason : decision.kind).toBe(answer);
  });

  it('does not rewrite what has ended', () => {
    const closed = closedBy('city', day(4), { answer: '经查属实，企业已按要求完成整改。' });
    const { state } = caseAfter(registered, orderedBy('county', day(3), { type: 'accept' }), ...closed);
    expect(decide(state, fumes, corrected.context)).toMatchObject({ kind: 'refused', reason: 'not-allowed' });
  });

  it('wakes the duty desk by calling it an emergency', () => {
    const alarm = orderedBy('county', day(2), { ...fumes, urgency: 'emergency' });
    const { state, events } = caseAfter(registered, alarm);
    const subjects = noticesFor(events.at(-1)!, state, contextAt(day(2))).map(({ subject }) => subject);
    expect(new Set(subjects)).toEqual(new Set([`【紧急】${state.id} 疑似突发环境事件，请立即核实`]));
    expect(subjects).toHaveLength(3);
  });

  it('is remembered by the table', () => {
    const { state, events } = caseAfter(registered, corrected);
    expect(caseOf(JSON.parse(JSON.stringify(state)))).toEqual(JSON.parse(JSON.stringify(state)));
    expect(events.map((event) => eventOf(JSON.parse(JSON.stringify(event))).type)).toEqual([
      ...['registered', 'reclassified'],
    ]);
  });
});

describe('a case given to another organ than the rules suggested', () => {
  const assign = (lead: string, assisting: string[] = []) =>
    orderedBy('city', day(2), { type: 'assign', lead, assisting, reason: '厂区在邻县' });

  it('keeps the suggestion and the reason in the record', () => {
    expect(caseAfter(registered, assign('neighbour')).events.at(-1)).toMatchObject({
      type: 'assigned',
      lead: 'neighbour',
      reason: '厂区在邻县',
      overrules: { lead: 'county', assisting: [] },
    });
  });

  it('is measured against the first suggestion, however often it was passed on', () => {
    const object = orderedBy('county', day(1), { type: 'object', reason: '跨界' });
    const agreed = orderedBy('desk', day(1), { type: 'agree-return' });
    const fromDesk = orderedBy('desk', day(2), { type: 'assign', lead: 'county', assisting: [] });
    expect(caseAfter(registered, object, agreed, fromDesk).events.at(-1)).toMatchObject({ overrules: undefined });
    expect(caseAfter(registered, assign('neighbour'), assign('neighbour')).events.at(-1)).toMatchObject({
      overrules: { lead: 'county' },
    });
  });

  it('overrules nothing where it is the organ suggested', () => {
    expect(caseAfter(registered, assign('county')).events.at(-1)).toMatchObject({ overrules: undefined });
    expect(caseAfter(registered, assign('county', ['neighbour'])).events.at(-1)).toMatchObject({
      overrules: { lead: 'county' },
    });
  });
});

describe('a person who knows the place', () => {
  const moved: StaffCommand = { type: 'correct-place', division: '990102', reason: '现场在邻县' };
  const knowing = { placeNameOf: (division: string) => (division.startsWith('99') ? `测试省${division}` : undefined) };
  const ordered = (command: StaffCommand) => ({
    command,
    context: { ...contextAt(day(2), staffOf('county')), ...knowing },
  });

  it('corrects it, and hears whose it would be there; the case stays where it is', () => {
    const { state, events } = caseAfter(registered, ordered(moved));
    expect(state).toMatchObject({ lead: 'county', place: { division: '990102', name: '测试省990102' } });
    expect(events.at(-1)).toMatchObject({ type: 'place-corrected', wouldLead: 'neighbour', reason: '现场在邻县' });
  });

  it('changes nothing by saying the same again', () => {
    const { state } = caseAfter(registered, ordered(moved));
    expect(decide(state, moved, ordered(moved).context)).toEqual({ kind: 'decided', facts: [] });
  });

  it('names no division that there is not', () => {
    const nowhere: StaffCommand = { ...moved, division: '110101' };
    expect(decide(caseAfter(registered).state, nowhere, ordered(nowhere).context)).toMatchObject({
      kind: 'refused',
      reason: 'not-allowed',
    });
  });
});
