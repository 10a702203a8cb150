/** Groups in the order of first appearance; the order within a group is kept. */
export function kelompokkan<T, K>(daftar: Iterable<T>, kunci: (isi: T) => K): Map<K, T[]> {
  const hasil = new Map<K, T[]>();
  for (const isi of daftar) {
    const k = kunci(isi);
    const ada = hasil.get(k);
    if (ada) ada.push(isi);
    else hasil.set(k, [isi]);
  }
  return hasil;
}
