import { join } from 'node:path';
import { expect, it } from 'vitest';
import { capacityPage } from '../../bin/province/capacity.ts';
import { limitsOf } from '../../bin/province/stack-limits.ts';
import quotas from '../../config/quotas.json' with { type: 'json' };
import { unitsSchema } from '../../config/schemas/prices.ts';
import { quotasSchema } from '../../config/schemas/quotas.ts';
import units from '../../config/units.json' with { type: 'json' };
import { asOneTemplate } from '../../local/template/merged-template.ts';
import { settingsOf, templatesOf } from '../lib/provinces.ts';

it('docs/capacity.md says what follows from the template, the measured units and the quotas', async () => {
  const limits = limitsOf(asOneTemplate(Object.values(templatesOf(settingsOf('demo')))));
  const page = capacityPage(limits, unitsSchema.parse(units), quotasSchema.parse(quotas));
  await expect(page).toMatchFileSnapshot(join(import.meta.dirname, '../../docs/capacity.md'));
});
