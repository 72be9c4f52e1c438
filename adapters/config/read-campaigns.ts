import type { Campaign } from '../../domain/partners/campaign.ts';
import { readProvince, readRules } from './read-config.ts';

/** The inspection campaigns of the province, past and to come among them. */
export function readCampaigns(folder: string): readonly Campaign[] {
  const { campaigns = [] } = readProvince(folder);
  return campaigns.map((id) => readRules<Campaign>(folder, `campaigns/${id}`));
}
