import fc from 'fast-check';
import { readAnalysisRules } from '../../../adapters/config/read-analysis-rules.ts';
import { analyse } from '../../../domain/analysis.ts';
import { textAidsOf } from '../../../functions/shared/staff/text-aids.ts';
import { registerComplaint } from '../../../usecases/registration/register-complaint.ts';
import { demoConfig } from '../../support/demo-config.ts';
import { newWorld, repeats, rules } from '../../support/world.ts';
import { way } from '../fuzz.ts';
import { mutated, oddText } from '../mutations.ts';
import { TEXTS } from '../samples.ts';

const shipped = readAnalysisRules(demoConfig())('2026-11-20');

/** What people wrote, and what is left of it when somebody plays with it; as long as a complaint may be. */
const words = fc.oneof(
  mutated(TEXTS.map((text) => Buffer.from(text))).map((bytes) => bytes.toString()),
  fc
    .tuple(fc.constantFrom(...TEXTS), oddText, fc.nat({ max: 200 }))
    .map(([text, odd, cut]) => text.slice(0, cut) + odd + text.slice(cut)),
);

/** Every complaint that was accepted becomes a case and can be looked at, with the rules as they are shipped. */
const readable = way('any words, registered and read', words, async (text) => {
  const world = newWorld();
  const { receipt } = await world.acceptOnly('2026-06-01 10:00', {
    text: text.slice(0, 20_000),
    target: text.slice(0, 500),
  });
  const complaint = (await world.vault.readComplaint(receipt))!;
  await registerComplaint(receipt, complaint.receivedAt, {
    ...{
      complaints: world.vault,
      cases: world.cases,
      context: rules(),
      repeats: repeats(),
      fetchLater: async () => {},
    },
    analyse: (one) => analyse(one, shipped),
  });
  textAidsOf(complaint);
});

export const WORDS = [readable];
