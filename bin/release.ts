import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import lock from '../package-lock.json' with { type: 'json' };
import { readArguments, refuse } from './arguments.ts';
import { assemblyHash } from './release/assembly-hash.ts';
import { billOfMaterials } from './release/bill-of-materials.ts';
import allowed from './release/licences.json' with { type: 'json' };
import { forbiddenAmong, licenceReport, packagesIn, shippedIn } from './release/licences.ts';
import { upgradeNotesOf } from './release/upgrade-notes.ts';

const USAGE = `usage: npm run release -- notes [SINCE]
       npm run release -- licences
       npm run release -- sbom
       npm run release -- hash PROVINCE
What goes with a release, on stdout.
notes     what operators must do, of every release after SINCE, the oldest first
licences  all packages with their licences; ends with 1 where one is under none of bin/release/licences.json
sbom      what the functions are made of, in CycloneDX: the same bytes for the same lock file
hash      the SHA-256 of all that a deploy would send, made twice; ends with 1 where the two differ`;

const root = join(import.meta.dirname, '..');

const COMMANDS: Readonly<Record<string, (argument?: string) => void | Promise<void>>> = {
  notes(since) {
    const notes = upgradeNotesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), since);
    if (!notes) refuse(`CHANGELOG.md has no release ${since}`, USAGE);
    for (const { release, steps } of notes)
      console.log([`## ${release}`, ...steps.map((step) => `- ${step}`)].join('\n'));
  },
  licences() {
    const packages = packagesIn(lock);
    console.log(licenceReport(packages).join('\n'));
    const forbidden = forbiddenAmong(packages, allowed);
    for (const { name, licence } of forbidden)
      console.error(`${name}: ${licence} is none of bin/release/licences.json`);
    if (forbidden.length > 0) process.exitCode = 1;
  },
  sbom() {
    process.stdout.write(billOfMaterials(root, shippedIn(packagesIn(lock))));
  },
  async hash(province = refuse('of which province?', USAGE)) {
    const [first, second] = [await assemblyHash(province), await assemblyHash(province)];
    console.log(`${first}  ${province}`);
    if (first === second) return;
    console.error(`made again it is ${second}`);
    process.exitCode = 1;
  },
};

const { positionals } = readArguments(process.argv.slice(2), { usage: USAGE, positionals: [1, 2] });
const [verb = '', argument] = positionals;
const run = COMMANDS[verb] ?? refuse(`${verb} is none of ${Object.keys(COMMANDS).join(', ')}`, USAGE);
await run(argument);
