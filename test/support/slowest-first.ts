import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Where files start a whole province, or processes of their own. */
const SLOW = /\/test\/(?:local|e2e|fuzz|bin|lib)\//;

/** No worker is left with a long file when the other has nothing to do any more: a clean checkout knows no durations. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    // A file that runs alone would have a worker forget what it has loaded, so it stays in front.
    const isEarly = ({ moduleId, project }: TestSpecification) => project.config.isolate || SLOW.test(moduleId);
    return [...sorted.filter(isEarly), ...sorted.filter((file) => !isEarly(file))];
  }
}
