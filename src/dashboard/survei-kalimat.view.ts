import type { Instrumen } from '../instrumen/instrumen.rules';
import { teksBilangan, teksIndonesia } from '../shared/desimal';
import type { HasilSurvei } from '../survei/skor.rules';
import type { Survei } from '../survei/survei.rules';

/** A piece of the sentence on top of a page; a number leads to what it counts. */
export interface BagianKalimat {
  readonly teks: string;
  readonly tautan: string | null;
}

const kata = (teks: string): BagianKalimat => ({ teks, tautan: null });

/** The result in one sentence, before any chart: what people know, what the unsur give, and the lowest of them. */
export function kalimatSurvei(survei: Survei, instrumen: Instrumen, hasil: HasilSurvei): BagianKalimat[] {
  const n = survei.jumlahResponden;
  const dari = n === undefined ? '' : ` dari ${teksBilangan(n)} responden`;
  const { terbit, nilai, mutu, selisihNilai } = hasil;
  if (!nilai || !mutu) {
    if (terbit?.nilai)
      return [kata('Nilai terbit '), { teks: teksIndonesia(terbit.nilai), tautan: '#legenda' }, kata(`${kelas(instrumen, terbit.mutu)}${dari}; nilai per unsur tidak tercatat.`)]; // prettier-ignore
    if (terbit?.nrr) return [kata(`NRR terbit ${teksIndonesia(terbit.nrr)}${kelas(instrumen, terbit.mutu)}${dari}; nilainya tidak tercatat.`)]; // prettier-ignore
    return [kata('Survei ini belum memuat hasil.')];
  }
  const berbeda = terbit?.nilai && selisihNilai && !selisihNilai.equals(0);
  const awal = berbeda
    ? [kata('Nilai terbit '), { teks: teksIndonesia(terbit.nilai), tautan: '#legenda' }, kata(', dari unsurnya ')]
    : [kata('Nilai ')];
  return [
    ...awal,
    { teks: teksIndonesia(nilai), tautan: '#unsur' },
    kata(`${kelas(instrumen, mutu.mutu)}${dari}`),
    ...kalimatTerendah(instrumen, hasil),
  ];
}

function kelas(instrumen: Instrumen, mutu: string | null): string {
  const kinerja = instrumen.mutu.find((k) => k.mutu === mutu)?.kinerja;
  return mutu === null ? '' : ` (${[mutu, kinerja === mutu ? null : kinerja].filter(Boolean).join(', ')})`;
}

function kalimatTerendah(instrumen: Instrumen, { unsur }: HasilSurvei): BagianKalimat[] {
  const bawah = Math.max(...unsur.map((u) => u.peringkat));
  const terendah = unsur.filter((u) => u.peringkat === bawah);
  const [satu] = terendah;
  if (!satu || bawah === 1) return [kata('; seluruh unsur bernilai sama.')];
  const kode = terendah.map((u) => u.unsur).join(' = ');
  const nama = terendah.length === 1 ? instrumen.unsur.find((u) => u.kode === satu.unsur)?.nama : undefined;
  const sebut = nama === undefined ? kode : `${nama} (${kode})`;
  return [kata(`; terendah ${sebut}, `), { teks: teksIndonesia(satu.nilai), tautan: '#unsur' }, kata('.')];
}
