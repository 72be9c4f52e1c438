import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProvinceConfig } from '../../bin/province-config.ts';
import { readChecked } from '../../config/schemas/read-checked.ts';
import { keptText, retentionSchema } from '../../config/schemas/retention.ts';
import { forgottenAt } from '../../domain/audit/access.ts';

const { kinds } = readChecked(join(import.meta.dirname, '../../config'), 'retention.json', retentionSchema).whole!;
const { settings } = readProvinceConfig('jiangsu');
const DAY = 86_400;

describe('what is kept, as config/retention.json says it', () => {
  it('is what the access record does', () => {
    expect(kinds.access!.kept).toEqual({ days: forgottenAt({ at: '1970-01-01T00:00:00.000Z' }) / DAY });
  });

  it('is told in the numbers of the province', () => {
    const told = Object.fromEntries(Object.entries(kinds).map(([kind, one]) => [kind, keptText(one, settings)]));
    expect(told).toMatchObject({
      complaint: `${settings.privacy.records.years}年`,
      evidence: `${settings.retentionDays.evidence}天，另加30天`,
      told: `${settings.privacy.records.years}年，另加2年`,
      sender: '与来信相同',
      case: '长期',
    });
  });
});
