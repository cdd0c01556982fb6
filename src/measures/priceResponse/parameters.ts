import type { PriceResponse } from '../../model/demandResponse';
import type { MeasureParameter } from '../definition';
import { ENGINEERING_VALUE } from '../figures';
import type { ValueOf } from '../work';

const SACRAMENTO = 'Sacramento pilot of 2012/13 (metering.com, 2013-07-15)';

/** What people do when prices change: the only place where published percentages act on a load. */
export const PRICE_RESPONSE_PARAMETERS: readonly MeasureParameter[] = [
  {
    name: 'optOutShare',
    label: 'Of these, households that leave it again',
    unit: '1',
    min: 0,
    max: 0.3,
    default: 0.02,
    source: `${SACRAMENTO}: under 2 % of volunteers over a summer, 10 % of those enrolled by default`,
    quality: 'estimation_assumptions',
  },
  {
    name: 'substitutionElasticity',
    label: 'Elasticity of substitution within a day',
    unit: '1',
    min: 0,
    max: 0.4,
    default: 0.1,
    source:
      'ours: with a quarter of the energy in the peak, 10 % less of it at four times the price; 163 treatments give 0 to over 50 % (Arcturus, SSRN 2288116)',
    quality: 'estimation_assumptions',
  },
  {
    name: 'technologyFactor',
    label: 'How many times the elasticity with automatic control',
    unit: '1',
    min: 1,
    max: 2,
    default: 1.5,
    source:
      'ours: ln(1 - 0.30) / ln(1 - 0.21) of the critical-peak reductions with and without control (US Department of Energy, consumer behavior studies, 2015)',
    quality: 'estimation_assumptions',
  },
  {
    name: 'technologyShare',
    label: 'Share of them with automatic control',
    unit: '1',
    min: 0,
    max: 1,
    default: 0,
    source: `${ENGINEERING_VALUE}: nobody has it unless somebody says so`,
    quality: 'unknown_untraceable',
  },
  {
    name: 'elasticityShare',
    label: 'How elastic they are, of volunteers; lower where the tariff is the default',
    unit: '1',
    min: 0,
    max: 1,
    default: 1,
    source:
      'Berkeley Lab, heterogeneity of own-price elasticities under time-of-use rates: by default 25 % as elastic as volunteers',
    quality: 'estimation_assumptions',
  },
  {
    name: 'ownPriceElasticity',
    label: "Elasticity of the day's energy",
    unit: '1',
    min: -0.4,
    max: 0,
    default: 0,
    source:
      'ours: almost inelastic in the short run (Zhu et al. 2018, 103 papers); 0 keeps the energy of the day',
    quality: 'estimation_assumptions',
  },
  {
    name: 'flexibleShare',
    label: 'Share of the appliances that responds',
    unit: '1',
    min: 0,
    max: 1,
    default: 1,
    source: `${ENGINEERING_VALUE}: published elasticities are of the whole load`,
    quality: 'unknown_untraceable',
  },
];

/** What a meter does that shows what is used. */
export const FEEDBACK_PARAMETERS: readonly MeasureParameter[] = [
  {
    name: 'feedbackSaving',
    label: 'Energy saved by whoever looks at it',
    unit: '1',
    min: 0,
    max: 0.05,
    default: 0.02,
    source: 'home energy reports: 1 to 3 % (powerline.net.in; TNB)',
    quality: 'estimation_assumptions',
  },
];

/** The response that parameters mean: elasticities of volunteers, of those who are enrolled by default, with automatic control. */
export function priceResponseOf(valueOf: ValueOf): PriceResponse {
  const elasticityShare = valueOf('elasticityShare');
  const technology = 1 + valueOf('technologyShare') * (valueOf('technologyFactor') - 1);
  return {
    substitutionElasticity: elasticityShare * technology * valueOf('substitutionElasticity'),
    ownPriceElasticity: elasticityShare * valueOf('ownPriceElasticity'),
    flexibleShare: valueOf('flexibleShare'),
  };
}
