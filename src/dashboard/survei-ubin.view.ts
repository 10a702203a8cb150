import type { Instrumen } from '../instrumen/instrumen.rules';
import type { Instansi } from '../organisasi/organisasi.rules';
import { teksBilangan, teksIndonesia } from '../shared/desimal';
import { jalur } from '../shared/tampilan/tautan';
import { METODE_SAMPEL } from '../survei/sampel.rules';
import { cakupanSampel, type HasilSurvei } from '../survei/skor.rules';
import type { Survei } from '../survei/survei.rules';
import { angka, bertanda, selisih, TIADA } from './angka.view';
import type { Ubin } from './ubin.view';

export interface SurveiTerhitung {
  readonly survei: Survei;
  readonly hasil: HasilSurvei;
}

/** Published, computed, respondents against the required sample, and the change from the survey before. */
export function ubinSurvei(
  instansi: Instansi,
  instrumen: Instrumen,
  { survei, hasil }: SurveiTerhitung,
  sebelumnya: SurveiTerhitung | null,
  ada: { readonly layanan: boolean; readonly profil: boolean },
): Ubin[] {
  return [
    ubinTerbit(hasil, instrumen),
    ubinHitung(hasil),
    ubinResponden(survei, hasil, ada),
    ...ubinBanding(instansi, hasil, sebelumnya),
  ];
}

function ubinTerbit({ terbit }: HasilSurvei, instrumen: Instrumen): Ubin {
  if (!terbit)
    return { angka: TIADA, satuan: null, teks: 'tidak ada angka terbit dalam data survei ini', tautan: null, ajakan: null };
  const kinerja = instrumen.mutu.find((k) => k.mutu === terbit.mutu)?.kinerja;
  const mutu = [terbit.mutu, kinerja].filter(Boolean).join(', ') || null;
  if (!terbit.nilai) {
    return { angka: angka(terbit.nrr), satuan: mutu, teks: 'NRR terbit; nilainya tidak diterbitkan', tautan: null, ajakan: null };
  }
  const teks = terbit.nrr ? `nilai terbit, NRR ${angka(terbit.nrr)}` : 'nilai terbit';
  return { angka: angka(terbit.nilai), satuan: mutu, teks, tautan: '#legenda', ajakan: 'lihat kelas mutu' };
}

function ubinHitung(hasil: HasilSurvei): Ubin {
  if (!hasil.nilai || !hasil.mutu) {
    return {
      angka: TIADA,
      satuan: null,
      teks: 'tidak dapat dihitung ulang: data per unsur tidak ada',
      tautan: null,
      ajakan: null,
    };
  }
  const beda = hasil.selisihNilai ? `, selisih terbit ${bertanda(hasil.selisihNilai)}` : '';
  return {
    angka: angka(hasil.nilai),
    satuan: `${hasil.mutu.mutu}, ${hasil.mutu.kinerja}`,
    teks: `dihitung dari ${hasil.unsur.length} unsur, NRR ${angka(hasil.nrr)}${beda}`,
    tautan: '#unsur',
    ajakan: `lihat ${hasil.unsur.length} unsur`,
  };
}

function ubinResponden(survei: Survei, hasil: HasilSurvei, ada: { layanan: boolean; profil: boolean }): Ubin {
  const { jumlahResponden: n, populasi } = survei;
  const perLayanan = ada.layanan || Boolean(survei.respondenPerLayanan?.length);
  const tautan = ada.profil
    ? { tautan: '#profil', ajakan: 'lihat profilnya' }
    : perLayanan
      ? { tautan: '#layanan', ajakan: 'lihat per layanan' }
      : { tautan: null, ajakan: null };
  const jumlah = n === undefined ? TIADA : teksBilangan(n);
  if (populasi === undefined || hasil.sampelMinimum === null) {
    const sebab = 'sampel minimum tidak dihitung karena jumlah pengguna layanan tidak dicatat';
    return {
      angka: jumlah,
      satuan: n === undefined ? null : 'responden',
      teks: n === undefined ? `jumlah responden tidak dicatat; ${sebab}` : sebab,
      ...tautan,
    };
  }
  const cakupan = cakupanSampel(survei, hasil);
  return {
    angka: jumlah,
    satuan: `dari minimum ${teksBilangan(hasil.sampelMinimum)}`,
    teks: `responden${cakupan ? `, ${teksIndonesia(cakupan)}%` : ''} (${METODE_SAMPEL}; N ${teksBilangan(populasi)})`,
    ...tautan,
  };
}

function ubinBanding(instansi: Instansi, hasil: HasilSurvei, lalu: SurveiTerhitung | null): Ubin[] {
  if (!lalu) return [];
  const tautan = { tautan: jalur('instansi', instansi.kode, 'survei', lalu.survei.kode), ajakan: `buka ${lalu.survei.kode}` };
  const hitung = hasil.nilai && lalu.hasil.nilai;
  const [kini, dulu] = hitung ? [hasil.nilai, lalu.hasil.nilai] : [hasil.terbit?.nilai, lalu.hasil.terbit?.nilai];
  if (!kini || !dulu) {
    return [{ angka: TIADA, satuan: null, teks: `${lalu.survei.kode} tidak memuat nilai untuk dibandingkan`, ...tautan }];
  }
  return [
    {
      angka: selisih(kini, dulu),
      satuan: `dari ${teksIndonesia(dulu)}`,
      teks: `dibanding ${lalu.survei.kode}, ${hitung ? 'keduanya dihitung' : 'keduanya nilai terbit'}`,
      ...tautan,
    },
  ];
}
