import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { checkConfig } from '../config/schemas/check.ts';
import { DataStack } from '../lib/data-stack.ts';
import { ProvinceStack } from '../lib/province-stack.ts';
import { readArguments } from './arguments.ts';
import { today } from './today.ts';

// The CDK app: two stacks for each file in config/provinces, or only for those that the context `province` names
// ("demo,jiangsu").
readArguments(process.argv.slice(2), {
  usage: `usage: npm run synth
Synthesises the stacks into cdk.out, or into CDK_OUTDIR; npx cdk deploy -c province=demo Huiyin-demo deploys those of one province.`,
});
const app = new App({ outdir: process.env.CDK_OUTDIR ?? 'cdk.out', analyticsReporting: false });
const { provinces, faults } = checkConfig(join(import.meta.dirname, '..', 'config'), today());
const asked: string[] = app.node.tryGetContext('province')?.split(',') ?? provinces.map(({ id }) => id);
const unknown = asked.filter((id) => !provinces.some((province) => province.id === id));

if (faults.length > 0 || unknown.length > 0) {
  for (const fault of faults) console.error(fault);
  for (const id of unknown) console.error(`config/provinces/${id}.json: no such province`);
  process.exit(1);
}
for (const province of provinces.filter(({ id }) => asked.includes(id)))
  new ProvinceStack(app, new DataStack(app, province).foundation);
app.synth();
