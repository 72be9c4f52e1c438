import { describe, expect, it } from 'vitest';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import { caseAfter, orderedBy, registeredAt, registration } from '../../support/cases.ts';
import { beijing, contextAt } from '../../support/rules.ts';

const AT = beijing('2026-06-01 02:17');
const { command, context } = registeredAt(AT);
const { classification } = registration(AT);
const burning = { ...command.registration, classification: { ...classification, urgency: 'emergency' as const } };
const opened = { command: { ...command, registration: burning }, context };
const HANDED_ON = { type: 'assign', lead: 'city', assisting: [], reason: '由市局处置' } as const;

/** The duties that a letter names. */
const dutiesIn = (text: string) => [...text.matchAll(/^应办：(.+)$/gm)].map(([, duty]) => duty);

describe('a letter about an emergency', () => {
  it.each([
    ['as it comes', [opened]],
    ['that is given to another organ', [opened, orderedBy('city', beijing('2026-06-01 02:44'), HANDED_ON)]],
  ])('%s names its hours, and no period of an ordinary case', (_, steps) => {
    const { state, events } = caseAfter(...steps);
    const letters = noticesFor(events.at(-1)!, state, contextAt(AT)).filter(({ sms }) => sms.use === 'staff');
    expect(letters.length).toBeGreaterThan(0);
    for (const { text } of letters) expect(dutiesIn(text)).toEqual(['核实并报送突发环境事件初报']);
  });

  it('names the ordinary periods again once it was reported: then these are what is left', () => {
    const report = { type: 'report-incident', kind: 'initial', level: 'Ⅳ', words: '已到现场' } as const;
    const reported = orderedBy('county', beijing('2026-06-01 03:30'), report);
    const later = orderedBy('city', beijing('2026-06-01 09:00'), HANDED_ON);
    const { state, events } = caseAfter(opened, reported, later);
    const [letter] = noticesFor(events.at(-1)!, state, contextAt(AT));
    expect(dutiesIn(letter!.text)).toContain('书面告知信访人是否受理');
  });
});
