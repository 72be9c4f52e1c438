import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { synthesise } from '../../local/template/synthesise.ts';

/** What CloudFormation and Lambda get: templates and what is in each bundle, not where CDK noted them down. */
const DEPLOYED = /^(asset\.|[^/]+\.template\.json$)/;

/** SHA-256 over all that a deploy of the province would send, each file with its name. */
export async function assemblyHash(province: string): Promise<string> {
  const { directory, remove } = await synthesise(province);
  try {
    return hashOf(directory);
  } finally {
    await remove();
  }
}

function hashOf(directory: string): string {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const sent = files.filter((file) => DEPLOYED.test(relative(directory, file))).toSorted();
  const whole = createHash('sha256');
  for (const file of sent) {
    const bytes = createHash('sha256').update(readFileSync(file)).digest('hex');
    whole.update(`${bytes}  ${relative(directory, file)}\n`);
  }
  return whole.digest('hex');
}
