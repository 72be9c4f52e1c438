import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { DataStack } from '../../lib/data-stack.ts';
import { ProvinceStack } from '../../lib/province-stack.ts';
import { provinces, settingsOf } from './provinces.ts';

const folders: string[] = [];

/** What cdk-nag's AwsSolutions pack finds in the app that `build` fills, one line each. */
function findingsIn(build: (app: App) => void): string[] {
  const outdir = mkdtempSync(join(tmpdir(), 'huiyin-nag-'));
  folders.push(outdir);
  const app = new App({ outdir, context: { 'aws:cdk:bundling-stacks': [] }, analyticsReporting: false });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  build(app);
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    app.synth();
  } catch {
    // Findings make the synthesis fail; they are in the report all the same.
  } finally {
    said.mockRestore();
  }
  const { pluginReports } = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
  return pluginReports.flatMap((report: { violations: Violation[] }) =>
    report.violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    ),
  );
}

interface Violation {
  readonly ruleName: string;
  readonly violatingConstructs: { constructPath: string }[];
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** With all that a province may have beside what those shipped have. */
const certificate = 'arn:aws-cn:acm:cn-north-1:123456789012:certificate/a';
const withEverything = {
  ...settingsOf('jiangsu'),
  fixedAddress: true,
  domains: {
    pages: { name: '12369.jiangsu.example', certificate },
    desk: { name: 'desk.jiangsu.example', certificate },
  },
};

describe('cdk-nag', { timeout: 60_000 }, () => {
  it.each([...provinces.filter(({ id }) => id !== 'jiangsu'), withEverything])(
    'finds nothing in $id that has no reason beside it',
    (province) => {
      expect(findingsIn((app) => new ProvinceStack(app, new DataStack(app, province).foundation))).toEqual([]);
    },
  );

  it('would find an open bucket', () => {
    const findings = findingsIn((app) => new Bucket(new Stack(app, 'Careless'), 'Open'));
    expect(findings).toContain('AwsSolutions-S10 Careless/Open/Resource');
  });
});
