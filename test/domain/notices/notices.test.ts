import { describe, expect, it } from 'vitest';
import type { Classification } from '../../../domain/classification/classification.ts';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import type { ContactRole } from '../../../domain/organs.ts';
import { caseAfter, closedBy, orderedBy, registeredAt, registration, swept } from '../../support/cases.ts';
import { beijing, contextAt, organs } from '../../support/rules.ts';

const rules = contextAt(beijing('2026-09-20 10:00'));
const noticesOfLast = ({ state, events }: ReturnType<typeof caseAfter>) => noticesFor(events.at(-1)!, state, rules);
const start = registeredAt(beijing('2026-09-20 10:00'));
const accepted = orderedBy('county', beijing('2026-09-21 10:00'), { type: 'accept' });

describe('an emergency', () => {
  const { classification } = registration(start.context.now);
  const emergency = {
    ...start.command.registration,
    classification: { ...classification, urgency: 'emergency' as const },
  };
  const raised = { ...start, command: { type: 'register', registration: emergency } } as const;
  const notices = noticesOfLast(caseAfter(raised));

  it('says in the text message that it is to be looked into now, not within days', () => {
    expect(notices[0]!.sms.values).toMatchObject({ duty: '立即核实报告', due: '9月20日12:00' });
    expect(Object.values(notices[0]!.sms.values).join()).not.toMatch(/1\d月|书面|答复/);
  });

  it.each([
    [
      { kind: 'initial', level: 'Ⅲ' },
      { duty: '突发环境事件初报', due: '无' },
    ],
    [{ kind: 'initial' }, { duty: '突发环境事件初报', due: '9月20日11:30' }],
    [{ kind: 'unfounded' }, { duty: '突发环境事件经核实不属实', due: '无' }],
  ] as const)('says to those above what was reported, and not to look into it: %j', (report, said) => {
    const reported = { type: 'report-incident', words: '已到现场', ...report } as const;
    const told = noticesOfLast(caseAfter(raised, orderedBy('county', beijing('2026-09-20 10:30'), reported)));
    expect(told.map(({ sms }) => sms.values)).toContainEqual(expect.objectContaining(said));
    expect(JSON.stringify(told)).not.toMatch(/立即核实报告|属实的在期限内报告/);
  });

  it('reaches the duty desk at once, before anybody else', () => {
    expect(
      notices.slice(0, 2).map(({ addresses: [first] }) => first && 'to' in first && [first.role, first.transport]),
    ).toEqual([
      ['duty', 'sms'],
      ['duty', 'email'],
    ]);
  });
});

it('a case that is new says by when its complainant must hear, and not until when one may object to it', () => {
  const [letter] = noticesOfLast(caseAfter(start));
  expect(letter!.sms.values).toMatchObject({ duty: '由本单位主办', due: '10月5日24:00' });
  expect(letter!.text.indexOf('书面告知信访人是否受理')).toBeLessThan(letter!.text.indexOf('提出异议'));
});

describe('an organ that assists', () => {
  const assign = { type: 'assign', lead: 'county', assisting: ['neighbour'] } as const;
  const notices = noticesOfLast(caseAfter(start, orderedBy('county', beijing('2026-09-21 10:00'), assign)));
  const [letter] = notices.filter(({ id }) => id.includes('#neighbour#'));

  it('is told whom it assists, and no deadline, for those are the lead’s', () => {
    expect(letter!.text).toContain(
      `请协助主办单位${organs.get('county')!.name}办理以下信访事项，有事请与主办单位联系（联系人county handler，电话13900000601）。`,
    );
    expect(letter!.text).not.toContain('应办');
  });
});

describe('who is absent', () => {
  const county = organs.get('county')!;
  const away = { from: beijing('2026-09-28 00:00'), to: beijing('2026-10-10 00:00') };
  const absent = county.contacts.map((contact) =>
    contact.role === 'handler' ? { ...contact, absent: [away] } : contact,
  );
  const { state, events } = caseAfter(start, swept(beijing('2026-09-30 08:15')));
  const rolesFor = (contacts: typeof county.contacts) => {
    const roster = new Map([...organs, ['county', { ...county, contacts }]]);
    const [notice] = noticesFor(events.at(-1)!, state, { ...rules, organs: roster });
    return [...new Set(notice!.addresses.map((address) => 'to' in address && `${address.organ} ${address.role}`))];
  };

  it('is passed over for the deputy, then the duty desk, then the level above', () => {
    const deputy = { role: 'deputy' as const, name: '副手', email: 'deputy@county.example' };
    expect(rolesFor([...absent, deputy])).toEqual(['county deputy', 'county duty', 'city duty']);
  });

  it('is stood in for along the line of stand-ins, as far as they are away as well, and in no circle', () => {
    const named = (role: ContactRole, name: string, standIn?: string) => ({
      ...{ role, name, email: `${name}@county.example` },
      ...(standIn !== undefined && { absent: [{ ...away, standIn }] }),
    });
    const first = named('handler', 'a', 'b');
    expect(rolesFor([first, named('unit', 'b', 'c'), named('petition', 'c')])).toEqual([
      'county petition',
      'city duty',
    ]);
    expect(rolesFor([first, named('unit', 'b', 'a')])).toEqual(['city duty']);
  });

  it('leaves the level above when the organ has nobody else', () => {
    expect(rolesFor(absent.filter(({ role }) => role === 'handler'))).toEqual(['city duty']);
  });
});

describe('the complainant', () => {
  it.each([
    { act: { type: 'accept' } as const, told: '我们将在2026年11月20日（周五）24:00前办结并答复您' },
    {
      act: { type: 'decline', reason: 'legal-proceedings', explanation: '人民法院已经立案。' } as const,
      told: '诉讼、仲裁、行政复议',
    },
    {
      act: { type: 'transfer', department: '城市管理局', explanation: '油烟归其管理。' } as const,
      told: '已移送城市管理局',
    },
  ])('is told after $act.type', ({ act, told }) => {
    const notices = noticesOfLast(caseAfter(start, orderedBy('county', beijing('2026-09-21 10:00'), act)));
    const notice = notices.find(({ subject }) => subject.startsWith('12369告知'));
    expect(notice!.text).toContain(told);
    expect(notice!.addresses).toEqual([
      { transport: 'email', complaint: 'QH-0000-0000-0001' },
      { transport: 'sms', complaint: 'QH-0000-0000-0001' },
    ]);
  });

  it('gets the answer when the case is closed', () => {
    const close = closedBy('county', beijing('2026-09-22 10:00'), { answer: '经查属实，已责令停工整改。' });
    expect(noticesOfLast(caseAfter(start, accepted, ...close))[0]!.text).toContain(
      '答复意见：经查属实，已责令停工整改。',
    );
  });
});

describe('the same event relayed again', () => {
  it('makes the same notices', () => {
    const after = caseAfter(start, swept(beijing('2026-10-08 08:15')));
    expect(noticesOfLast(after).map(({ id }) => id)).toEqual(noticesOfLast(after).map(({ id }) => id));
    const ids = after.events.flatMap((event) => noticesFor(event, after.state, rules)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the duty desk', () => {
  const registeredWith = (changes: Partial<Classification>) => {
    const brought = registration(beijing('2026-09-20 10:00'));
    const command = {
      type: 'register',
      registration: { ...brought, classification: { ...brought.classification, ...changes } },
    } as const;
    const notices = noticesOfLast(caseAfter({ command, context: rules }));
    return notices.map(({ id, subject }) => `${id.split('#').slice(2).join(' ')} ${subject.slice(0, 4)}`);
  };

  it('hears of a crowd at once, and so does the head of the organ', () => {
    expect(registeredWith({ urgency: 'urgent', alerts: ['group-incident'] })).toEqual([
      ...['county duty sms 【加急】', 'county duty email 【加急】', 'county leader sms 【加急】'],
      'county handler email 【交办】',
    ]);
  });

  it('hears of what comes in a watched time, without the head of the organ', () => {
    expect(registeredWith({ urgency: 'urgent', alerts: ['watched-time'] })).toEqual([
      ...['county duty sms 【加急】', 'county duty email 【加急】', 'county handler email 【交办】'],
    ]);
  });

  it('hears of an emergency as such, whatever else is true of it', () => {
    expect(registeredWith({ urgency: 'emergency', alerts: ['watched-time'] })[0]).toBe('county duty sms 【紧急】');
  });

  it('is left alone by what is only urgent', () => {
    expect(registeredWith({ urgency: 'urgent' })).toEqual(['county handler email 【交办】']);
  });
});

describe('letters say the true duty', () => {
  const urge = (at: string, receipt = 'QH-1111-1111-1111') => ({
    command: { type: 'follow-up', receipt, to: 'QH-0000-0000-0001', as: 'urge', channel: 'web' } as const,
    context: contextAt(beijing(at)),
  });
  const [letter] = noticesOfLast(caseAfter(start, urge('2026-09-30 10:00')));

  it('a call to hurry after the five days of objection names no lapsed right, and nothing that did not happen', () => {
    expect(letter!.text).toContain('应办：书面告知信访人是否受理');
    expect(letter!.text).not.toContain('异议');
    expect(letter!.text).not.toContain('已逐级上报');
  });

  it('while the right can still be used, it is named', () => {
    expect(noticesOfLast(caseAfter(start, urge('2026-09-22 10:00')))[0]!.text).toContain('提出异议');
  });

  it('a text message says first why it was written', () => {
    expect(letter!.sms.values).toMatchObject({ kind: '催单', duty: '第1次催办', due: '10月5日24:00' });
  });
});

describe('an organ with one mailbox for all', () => {
  const emergency = registeredAt(beijing('2026-09-20 10:00'));
  const { classification } = emergency.command.registration;
  const command = {
    ...emergency.command,
    registration: { ...emergency.command.registration, classification: { ...classification, urgency: 'emergency' } },
  } as const;
  const county = organs.get('county')!;
  const desk = { role: 'duty', name: '值班室', email: 'desk@county.example' } as const;
  const oneDesk = { ...rules, organs: new Map(organs).set('county', { ...county, contacts: [desk] }) };
  const { state, events } = caseAfter({ ...emergency, command });

  it('gets one letter of an emergency, and one of the assignment', () => {
    const notices = noticesFor(events[0]!, state, oneDesk);
    expect(notices.map(({ subject }) => subject.slice(0, 4))).toEqual(['【紧急】', '【交办】']);
  });

  it('an emergency names no deadline of an ordinary case', () => {
    for (const { text } of noticesFor(events[0]!, state, oneDesk).slice(0, 2))
      expect(text).not.toMatch(/书面告知|提出异议|办结并答复/);
  });
});
