import { rasional } from '../shared/desimal';

const KHI_KUADRAT = rasional('3.841');
const P = rasional('0.5');
const Q = rasional('0.5');
const D = rasional('0.05');

/** Named beside every figure that it gives: the published table rounds to nearest (380 → 191), the rule here rounds up. */
export const METODE_SAMPEL = 'Krejcie–Morgan, dibulatkan ke atas';

/**
 * Minimum sample of Krejcie and Morgan (1970), n = χ²·N·P·Q / (d²(N−1) + χ²·P·Q), rounded up: N 384 → 193.
 * @param populasi whole number of service users, 0 or more
 */
export function krejcieMorgan(populasi: number): number {
  if (populasi <= 0) return 0;
  const pembilang = KHI_KUADRAT.mul(rasional(populasi)).mul(P).mul(Q);
  const penyebut = D.mul(D)
    .mul(rasional(populasi - 1))
    .add(KHI_KUADRAT.mul(P).mul(Q));
  const n = pembilang.div(penyebut);
  return Number((n.n + n.d - 1n) / n.d);
}
