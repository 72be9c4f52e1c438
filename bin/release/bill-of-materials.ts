import { spawnSync } from 'node:child_process';
import * as z from 'zod';

const bomSchema = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({ 'bom-ref': z.string() }) }),
  components: z.array(z.looseObject({ 'bom-ref': z.string() })),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/**
 * 软件物料清单: what the functions are made of, in CycloneDX, by npm from the lock file. `shipped` are packages as
 * name@version: npm's own `--omit dev` leaves out what a tool needs as well. Without the hour, the random number, the
 * version of npm and the name of the folder, so that the same lock file gives the same bytes. Throws what npm says.
 */
export function billOfMaterials(root: string, shipped: ReadonlySet<string>): string {
  const asked = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { status, stdout, stderr } = spawnSync('npm', asked, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(stderr || 'npm 10 or newer is needed');
  const { serialNumber: _random, metadata, components, dependencies, ...rest } = bomSchema.parse(JSON.parse(stdout));
  const { timestamp: _hour, tools: _npm, component, ...lasting } = metadata;
  const known = new Set([...shipped, component['bom-ref']]);
  const bill = {
    ...{ ...rest, metadata: { ...lasting, component: { ...component, name: 'huiyin' } } },
    components: components.filter((one) => known.has(one['bom-ref'])),
    dependencies: dependencies
      .filter(({ ref }) => known.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => known.has(other)) })),
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}
