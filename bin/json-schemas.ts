import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '../config/schemas/json-schemas.ts';
import { readArguments } from './arguments.ts';

readArguments(process.argv.slice(2), {
  usage:
    'usage: npm run json-schemas\nWrites config/schemas/json, by which editors complete and check files of config/.',
});
const folder = join(import.meta.dirname, '..', 'config', 'schemas', 'json');
mkdirSync(folder, { recursive: true });
for (const [name, text] of jsonSchemas()) writeFileSync(join(folder, name), text);
