import { checkHours, checkPrice } from './checks';
import { coverageFaults } from './coverage';
import type { TariffFindings } from './findings';
import type { BlockEnergy, EnergyBlock } from './types';

/** Tiers, blocks one by one, and how they meet. */
export function checkBlocks(findings: TariffFindings, top: string, energy: BlockEnergy): void {
  checkTiers(findings, top, energy.tierLimitsKWhPerMonth);
  const seen = new Set<string>();
  for (const block of energy.blocks) {
    const where = `${top}, block "${block.id}"`;
    if (seen.has(block.id)) {
      findings.add(
        'duplicate-id',
        where,
        'id',
        block.id,
        `The block id "${block.id}" occurs more than once.`,
        'Give every block an id of its own.',
      );
    }
    seen.add(block.id);
    checkBlock(findings, where, block, energy.tierLimitsKWhPerMonth.length + 1);
  }
  checkCoverage(findings, top, energy.blocks);
}

function checkTiers(findings: TariffFindings, top: string, limits: readonly number[]): void {
  limits.forEach((limit, tier) => {
    const field = `tierLimitsKWhPerMonth[${tier}]`;
    findings.range(top, field, limit, 0);
    if (tier === 0 || limit > limits[tier - 1]!) return;
    findings.add(
      'tariff-tiers',
      top,
      field,
      limit,
      `Tier limits must rise; this one follows ${limits[tier - 1]!}.`,
      'Order the tiers from the lowest up.',
    );
  });
}

function checkBlock(findings: TariffFindings, where: string, block: EnergyBlock, tierCount: number): void {
  if (block.perKWh.length !== tierCount) {
    findings.add(
      'tariff-tiers',
      where,
      'perKWh',
      block.perKWh.length,
      `${tierCount} tiers need as many prices; there are ${block.perKWh.length}.`,
      'Give one price a tier.',
    );
  }
  block.perKWh.forEach((price, tier) => checkPrice(findings, where, `perKWh[${tier}]`, price));
  for (const month of block.months ?? []) findings.range(where, 'months', month, 1, 12);
  checkHours(findings, where, block.hours);
}

function checkCoverage(findings: TariffFindings, top: string, blocks: readonly EnergyBlock[]): void {
  for (const { kind, blocks: held, when } of coverageFaults(blocks)) {
    if (kind === 'gap') {
      findings.add(
        'tariff-gap',
        top,
        'blocks',
        when,
        `No block has a price for ${when}.`,
        'Extend a block, or add one, so that every hour has a price.',
      );
    } else {
      findings.add(
        'tariff-overlap',
        top,
        'blocks',
        when,
        `The blocks ${held.map((id) => `"${id}"`).join(', ')} all hold ${when}.`,
        'Shorten all but one of them.',
      );
    }
  }
}
