import * as z from 'zod';

const entry = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  devOptional: z.boolean().optional(),
});

/** What is read of package-lock.json: npm notes the licence of each package there. */
const lockSchema = z.object({ packages: z.record(z.string(), entry) });

const reasons = z.record(z.string(), z.string().min(1));

/** bin/release/licences.json: each licence with what it asks of us. What may be shipped may be a tool as well. */
const allowedSchema = z.strictObject({ note: z.string(), shipped: reasons, tools: reasons });

interface Package {
  readonly name: string;
  readonly version: string;
  /** As SPDX writes it; UNKNOWN where the package says nothing. */
  readonly licence: string;
  readonly shipped: boolean;
}

/** Everything that `npm ci` may install, by name. */
export function packagesIn(lock: unknown): readonly Package[] {
  const installed = Object.entries(lockSchema.parse(lock).packages).filter(([path]) => path !== '');
  return installed
    .map(([path, { version = '', license = 'UNKNOWN', dev = false, devOptional = false }]) => ({
      ...{ name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), version },
      ...{ licence: license, shipped: !dev && !devOptional },
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** What the functions are made of, as name@version. */
export const shippedIn = (packages: readonly Package[]): ReadonlySet<string> =>
  new Set(packages.filter(({ shipped }) => shipped).map(({ name, version }) => `${name}@${version}`));

/** Packages under a licence that is not allowed for what they are used for. */
export function forbiddenAmong(packages: readonly Package[], allowed: unknown): readonly Package[] {
  const { shipped, tools } = allowedSchema.parse(allowed);
  const ofShipped = Object.keys(shipped);
  const ofTools = [...ofShipped, ...Object.keys(tools)];
  return packages.filter((one) => !permits(one.licence, one.shipped ? ofShipped : ofTools));
}

/** Of several to choose from one is enough; of several that hold together, each must be allowed. */
function permits(expression: string, allowed: readonly string[]): boolean {
  const terms = expression.replaceAll(/[()]/g, '').split(' OR ');
  return terms.some((term) => term.split(' AND ').every((id) => allowed.includes(id)));
}

/** For people, in Markdown: how many under each licence, then each package. */
export function licenceReport(packages: readonly Package[]): string[] {
  const use = (shipped: boolean) => (shipped ? 'shipped' : 'tools');
  const groups = Map.groupBy(packages, ({ licence, shipped }) => `| ${use(shipped)} | ${licence} |`);
  return [
    ...['| used for | licence | packages |', '|---|---|---|'],
    ...[...groups].map(([group, all]) => `${group} ${all.length} |`).toSorted(),
    ...['', '| package | version | licence | used for |', '|---|---|---|---|'],
    ...packages.map(({ name, version, licence, shipped }) => `| ${name} | ${version} | ${licence} | ${use(shipped)} |`),
  ];
}
