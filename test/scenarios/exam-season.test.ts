import { describe, expect, it } from 'vitest';
import { readAnalysisRules } from '../../adapters/config/read-analysis-rules.ts';
import { readCaseRules } from '../../adapters/config/read-config.ts';
import { analyse } from '../../domain/analysis.ts';
import { noticesFor } from '../../domain/notices/notices-for.ts';
import { caseAfter, RECEIPT } from '../support/cases.ts';
import { demoConfig } from '../support/demo-config.ts';
import { beijing } from '../support/rules.ts';

const folder = demoConfig();
const rules = readAnalysisRules(folder)('2026-11-20');
const context = readCaseRules(folder);

/**
 * What becomes of a complaint that comes in at that Beijing time: how soon it is looked at, and who is told at once.
 */
function received(at: string, text: string) {
  const receivedAt = beijing(at);
  const registration = {
    complaint: { receipt: RECEIPT, channel: 'web' as const, receivedAt, flags: [] },
    ...analyse({ text, channel: 'web', receivedAt }, rules),
  };
  const now = { ...context, now: receivedAt, actor: { kind: 'system' as const } };
  const { state, events } = caseAfter({ command: { type: 'register', registration }, context: now });
  const told = noticesFor(events[0]!, state, now).filter(({ id }) => id.split('#')[3] === 'duty');
  return { urgency: state.classification.urgency, told: [...new Set(told.map(({ subject }) => subject.slice(0, 4)))] };
}

const noise = '临禾区考点旁的工厂噪声很大';

describe('noise beside the examination', () => {
  it('reaches the duty desk at once while the examination lasts', () => {
    expect(received('2027-06-07 08:00', noise)).toEqual({ urgency: 'urgent', told: ['【加急】'] });
    expect(received('2027-06-10 23:30', noise)).toEqual({ urgency: 'urgent', told: ['【加急】'] });
  });

  it('is looked at in its turn on any other day', () => {
    expect(received('2027-06-11 08:00', noise)).toEqual({ urgency: 'normal', told: [] });
  });
});

describe('a crowd', () => {
  it('reaches the duty desk at once on any day', () => {
    const crowd = '临禾区垃圾焚烧厂臭气熏天，村民已经聚集堵路';
    expect(received('2027-09-01 08:00', crowd)).toEqual({ urgency: 'urgent', told: ['【加急】'] });
  });
});
