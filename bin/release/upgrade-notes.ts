/** What a release asks of operators. */
interface UpgradeNotes {
  /** `Unreleased`, or its number. */
  readonly release: string;
  /** In the order of the changelog. */
  readonly steps: readonly string[];
}

const RELEASE = /^## \[(?<release>[^\]]+)\]/;
const STEP = /^- .*?\bOperators: (?<step>.+)$/;

/**
 * What the changelog says to operators, of every release after `since` (of all, where that is left out), the oldest
 * first, for that is the order in which it is done. Undefined where the changelog does not know `since`.
 */
export function upgradeNotesOf(changelog: string, since?: string): readonly UpgradeNotes[] | undefined {
  const releases: { release: string; steps: string[] }[] = [];
  for (const line of changelog.split('\n')) {
    const release = RELEASE.exec(line)?.groups?.release;
    if (release !== undefined) releases.push({ release, steps: [] });
    const step = STEP.exec(line)?.groups?.step;
    if (step !== undefined) releases.at(-1)?.steps.push(step);
  }
  const end = since === undefined ? releases.length : releases.findIndex(({ release }) => release === since);
  return end === -1 ? undefined : releases.slice(0, end).reverse();
}
