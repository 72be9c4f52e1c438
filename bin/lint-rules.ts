import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkConfig } from '../config/schemas/check.ts';
import { readArguments, refuse } from './arguments.ts';
import { today } from './today.ts';

// All that synthesis refuses, and what it lets pass but somebody should know. Another folder than config/ may be named.
const usage = 'usage: npm run lint-rules -- [FOLDER]\nChecks config/, or the folder that is named.';
const [folder] = readArguments(process.argv.slice(2), { usage, positionals: [0, 1] }).positionals;
if (folder && !existsSync(folder)) refuse(`there is no folder ${folder}`, usage);
const { faults, warnings } = checkConfig(folder ?? join(import.meta.dirname, '..', 'config'), today());

for (const warning of warnings) console.log(`warning ${warning}`);
for (const fault of faults) console.log(`error   ${fault}`);
console.log(`${faults.length} errors, ${warnings.length} warnings`);
if (faults.length > 0) process.exitCode = 1;
