import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { isOfTexts, TEXTS_OF, textsOf } from '../../config/schemas/notice-texts.ts';
import { packedConfig } from '../../config/schemas/packed-config.ts';
import { keptModules } from './module-cache.ts';

const root = join(import.meta.dirname, '../..');
const functions = join(root, 'functions');

/** A file (or folder) of rules that may travel in a bundle, under a name that is the same in every province. */
export type ConfigFile = keyof ReturnType<typeof configSources>;

/** What it takes to give a receipt: the province's letters, and when an answer is due. */
export const RECEIPT_RULES: readonly ConfigFile[] = ['province.json', 'clocks.json', 'policy.json', 'calendar.json'];

/** The same, the words by which a chat knows an emergency, who must not hear of a case, and what a chat says. */
export const CHAT_RULES: readonly ConfigFile[] = [...RECEIPT_RULES, 'lexicon.json', 'organs.json', 'replies.json'];

/** What it takes to decide on cases: the law with its periods, the calendar, who answers for what, what complainants are told. */
export const CASE_RULES: readonly ConfigFile[] = [
  'province.json',
  'statutes.json',
  'clocks.json',
  'policy.json',
  'ladders.json',
  'ladders-patch.json',
  'marks.json',
  'calendar.json',
  'organs.json',
  'tellings.json',
];

/** The same, and what the bureaus are told of a case by letter. */
export const LETTER_RULES: readonly ConfigFile[] = [...CASE_RULES, 'letters.json'];

/** A province may have no places of its own beside the national list, and neither ladders nor periods of its own. */
const OPTIONAL: readonly ConfigFile[] = [
  'gazetteer-patch.json',
  'gazetteer-towns.json',
  'ladders-patch.json',
  'policy.json',
];

/** A file of the province's own, where it has one, in place of the national one. */
const ownOr = (own: string, national: string): string => (existsSync(join(root, 'config', own)) ? own : national);

/** Where each file of rules of a province lies in the repository. */
function configSources(province: string) {
  return {
    'province.json': `provinces/${province}.json`,
    'statutes.json': 'statutes.json',
    'clocks.json': 'clocks.json',
    'policy.json': `policies/${province}.json`,
    'ladders.json': 'ladders/default.json',
    'ladders-patch.json': `ladders/${province}.json`,
    'marks.json': 'marks.json',
    'calendar.json': 'calendar.json',
    'organs.json': `organs/${province}.json`,
    'taxonomy.json': 'taxonomy.json',
    'lexicon.json': 'lexicon.json',
    'model.json': ownOr(`models/${province}.json`, 'model.json'),
    'repeats.json': 'repeats.json',
    'matters.json': 'matters.json',
    'handling-ways.json': 'handling-ways.json',
    'notice-hours.json': 'notice-hours.json',
    'routing.json': `routing/${province}.json`,
    'gazetteer.json': 'gazetteer/national.json',
    'gazetteer-patch.json': `gazetteer/${province}.json`,
    'gazetteer-towns.json': `gazetteer/towns/${province}.json`,
    /** What staff and other offices are told, put together from these. */
    'letters.json': 'notices',
    /** What complainants are told. */
    'tellings.json': 'notices',
    /** What is said in chats. */
    'replies.json': 'notices',
    /** What the public pages tell. */
    'pages.json': 'notices',
    /** A folder: the formats of all partners. */
    partners: 'partners',
    /** A folder: the campaigns of all provinces. */
    campaigns: 'campaigns',
  };
}

/**
 * `functions/<name>` as one minified ES module with its source map, and the rules it needs in `config/` beside it.
 * Built in this process, so neither a shell nor Docker is needed; skipped for stacks that are not asked for.
 */
export function bundleOf(name: string, province: string, config: readonly ConfigFile[]): Code {
  const tryBundle = (folder: string) => {
    cpSync(join(modules(), name), folder, { recursive: true });
    copyConfig(province, config, join(folder, 'config'));
    return true;
  };
  return Code.fromAsset(functions, {
    assetHashType: AssetHashType.OUTPUT,
    // CDK takes bundlings with the same folder and command for one and the same: the command tells ours apart.
    bundling: { image: DockerImage.fromRegistry('not-used'), command: [province, name], local: { tryBundle } },
  });
}

let found: string | undefined;

/** Where every function lies as a module: looked for once for all functions and provinces. */
function modules(): string {
  found ??= keptModules();
  return found;
}

function copyConfig(province: string, files: readonly ConfigFile[], folder: string): void {
  const sources = configSources(province);
  // Who reads no words needs no terms worked out.
  const packed = files.includes('lexicon.json') ? packedFor(province) : undefined;
  mkdirSync(folder, { recursive: true });
  for (const file of files) {
    const source = join(root, 'config', sources[file]);
    if (OPTIONAL.includes(file) && !existsSync(source)) continue;
    if (isOfTexts(file)) writeFileSync(join(folder, file), textsIn(file, province));
    else if (packed?.has(file)) writeFileSync(join(folder, file), packed.get(file)!);
    else cpSync(source, join(folder, file), { recursive: true });
  }
}

const packedOf = new Map<string, ReadonlyMap<string, string>>();

/** Worked out once for all functions of a province. */
function packedFor(province: string): ReadonlyMap<string, string> {
  const sources = configSources(province);
  const path = (file: ConfigFile): string => join(root, 'config', sources[file]);
  const gazetteers = (['gazetteer.json', 'gazetteer-patch.json', 'gazetteer-towns.json'] as const).map(path);
  const packed =
    packedOf.get(province) ??
    packedConfig({
      lexicon: path('lexicon.json'),
      repeats: path('repeats.json'),
      gazetteers: gazetteers.filter((file) => existsSync(file)),
    });
  packedOf.set(province, packed);
  return packed;
}

const textsIn = (file: keyof typeof TEXTS_OF, province: string): string =>
  JSON.stringify(textsOf(join(root, 'config'), province, TEXTS_OF[file]));
