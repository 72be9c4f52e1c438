import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rightsPage } from '../../support/rights-page.ts';

it('docs/rights.md says of every act and view who may', async () => {
  await expect(rightsPage).toMatchFileSnapshot(join(import.meta.dirname, '..', '..', '..', 'docs', 'rights.md'));
});
