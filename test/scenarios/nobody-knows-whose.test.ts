import { expect, it } from 'vitest';
import { readAnalysisRules } from '../../adapters/config/read-analysis-rules.ts';
import { readCaseRules } from '../../adapters/config/read-config.ts';
import { memoryCaseStore } from '../../adapters/memory/case-store.ts';
import { memoryVault } from '../../adapters/memory/vault.ts';
import { analyse } from '../../domain/analysis.ts';
import { runningClocks } from '../../domain/case/case.ts';
import { noticesFor } from '../../domain/notices/notices-for.ts';
import { registerComplaint } from '../../usecases/registration/register-complaint.ts';
import { demoConfig } from '../support/demo-config.ts';
import { beijing } from '../support/rules.ts';
import { complaintOf, repeats } from '../support/world.ts';

const folder = demoConfig();
const context = readCaseRules(folder);
const rules = readAnalysisRules(folder)('2026-11-20');

it.each([
  ['that says nothing', ''],
  ['that names no place', '有人半夜偷排污水，臭得不行。'],
  ['of no known type', '请领导管一管，再不管就晚了！'],
])('a complaint %s goes to the desk of the province, with the reason, its clocks running', async (_, text) => {
  // Given a complaint that no rule can place.
  const vault = memoryVault();
  const cases = memoryCaseStore();
  const receivedAt = beijing('2026-06-01 10:00');
  const kept = { receipt: 'QH-1', receivedAt, queryCode: 'ABCD1234', answerBy: receivedAt, fingerprint: 'f' };
  await vault.putIfAbsent({ ...complaintOf({ text, flags: text === '' ? ['no-text'] : [] }), ...kept });
  // When it is registered by the rules of the demonstration province.
  const deps = { complaints: vault, analyse: (complaint: Parameters<typeof analyse>[0]) => analyse(complaint, rules) };
  await registerComplaint('QH-1', receivedAt, {
    ...deps,
    cases,
    context,
    repeats: repeats(),
    fetchLater: async () => {},
  });
  // Then the desk has it, knows why, is told, and has its fifteen days.
  const state = (await cases.load('QH-1'))!;
  const [event] = await cases.events('QH-1');
  expect(state.lead).toBe(context.catchAllOrgan);
  expect(event?.type === 'registered' && event.route.trace.join('')).toMatch(/兜底|核实|未/);
  expect(runningClocks(state).map(({ name }) => name)).toContain('tell');
  expect(noticesFor(event!, state, context).map(({ subject }) => subject.slice(0, 4))).toContain('【交办】');
});
