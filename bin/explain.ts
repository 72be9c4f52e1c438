import { readFileSync } from 'node:fs';
import { lexiconSchema } from '../config/schemas/lexicon.ts';
import { taxonomySchema } from '../config/schemas/taxonomy.ts';
import type { AnalysisRules } from '../domain/analysis.ts';
import { type Day, dayOf } from '../domain/calendar/day.ts';
import { compileRules, withMatters } from '../domain/classification/rules.ts';
import { CHANNELS } from '../domain/complaint.ts';
import { lawOn } from '../domain/law/cite.ts';
import { compileGazetteer } from '../domain/place/gazetteer.ts';
import { routingOn } from '../domain/routing/rules.ts';
import { readArguments, refuse } from './arguments.ts';
import { type Asked, explanationOf } from './explanation.ts';
import { readProvinceConfig } from './province-config.ts';
import { loadMatters, loadModel, loadStatutes } from './rules.ts';

const USAGE = `usage: npm run explain -- --province demo "text" [--division 990101] [--target name] [--address words] [--channel ${CHANNELS.join('|')}] [--at 2027-06-07T14:00:00.000Z]`;

const options = {
  province: { type: 'string' },
  division: { type: 'string' },
  target: { type: 'string' },
  address: { type: 'string' },
  channel: { type: 'string', default: 'web' },
  at: { type: 'string' },
} as const;

function asked(): { province: string; complaint: Asked } {
  const { values, positionals } = readArguments(process.argv.slice(2), { usage: USAGE, options, positionals: [1, 1] });
  const [text] = positionals;
  const { province, channel, at = new Date().toISOString(), ...hints } = values;
  const known = CHANNELS.find((each) => each === channel);
  if (!province || !text) return refuse('a province and a text are needed', USAGE);
  if (!known) return refuse(`${channel} is no channel`, USAGE);
  if (Number.isNaN(Date.parse(at))) return refuse(`${at} is no time`, USAGE);
  return { province, complaint: { ...hints, text, channel: known, receivedAt: new Date(at).toISOString() } };
}

/** By the law of the day on which it comes in. */
function rulesOf(province: string, day: Day): AnalysisRules {
  const { settings, organs, routing: own, gazetteers } = readProvinceConfig(province);
  const matters = loadMatters();
  const read = (file: string): unknown =>
    JSON.parse(readFileSync(new URL(`../config/${file}.json`, import.meta.url), 'utf8'));
  const lexicon = lexiconSchema.parse(read('lexicon'));
  const words = compileRules(
    taxonomySchema.parse(read('taxonomy')),
    lexicon,
    matters,
    settings.classification,
    loadModel(),
  );
  const routing = routingOn(lawOn(day, loadStatutes()), own, matters);
  return {
    classification: withMatters(words, routing.matters),
    gazetteer: compileGazetteer(gazetteers, lexicon.characters),
    routing,
    organs: new Map(organs.map((organ) => [organ.id, organ])),
  };
}

const { province, complaint } = asked();
console.log(explanationOf(complaint, rulesOf(province, dayOf(complaint.receivedAt))).join('\n'));
