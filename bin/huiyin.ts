import { join } from 'node:path';
import { checkConfig } from '../config/schemas/check.ts';
import { readArguments } from './arguments.ts';
import { today } from './today.ts';

// The CDK app: two stacks for each file in config/provinces, or only for those that the context `province` names
// ("demo,jiangsu").
readArguments(process.argv.slice(2), {
  usage: `usage: npm run synth
Synthesises the stacks into cdk.out, or into CDK_OUTDIR; npx cdk deploy -c province=demo Huiyin-demo deploys those of one province.`,
});
const { provinces, faults } = checkConfig(join(import.meta.dirname, '..', 'config'), today());
if (faults.length > 0) failWith(faults);

// Loaded only now: the CDK takes seconds, which nobody waits for who asks for help or has made a mistake.
const { App } = await import('aws-cdk-lib');
const { DataStack } = await import('../lib/data-stack.ts');
const { ProvinceStack } = await import('../lib/province-stack.ts');
const app = new App({ outdir: process.env.CDK_OUTDIR ?? 'cdk.out', analyticsReporting: false });
const asked: string[] = app.node.tryGetContext('province')?.split(',') ?? provinces.map(({ id }) => id);
const unknown = asked.filter((id) => !provinces.some((province) => province.id === id));
if (unknown.length > 0) failWith(unknown.map((id) => `config/provinces/${id}.json: no such province`));
for (const province of provinces.filter(({ id }) => asked.includes(id)))
  new ProvinceStack(app, new DataStack(app, province).foundation);
app.synth();

function failWith(lines: readonly string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}
