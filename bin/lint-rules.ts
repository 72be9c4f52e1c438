import { join } from 'node:path';
import { checkConfig } from '../config/schemas/check.ts';

// All that synthesis refuses, and what it lets pass but somebody should know. Another folder than config/ may be named.
const { faults, warnings } = checkConfig(process.argv[2] ?? join(import.meta.dirname, '..', 'config'));

for (const warning of warnings) console.log(`warning ${warning}`);
for (const fault of faults) console.log(`error   ${fault}`);
console.log(`${faults.length} errors, ${warnings.length} warnings`);
if (faults.length > 0) process.exitCode = 1;
