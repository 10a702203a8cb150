import { hariPertama, hariTerakhir } from '../shared/tanggal';
import { rasional, teksBilangan, teksIndonesia } from '../shared/desimal';
import type { Instrumen } from '../instrumen/instrumen.rules';
import { keNilai } from '../instrumen/mutu.rules';
import type { HasilSurvei } from './skor.rules';
import type { Survei } from './survei.rules';
import { NAMA_CIRI } from './profil.rules';
import { METODE_SAMPEL } from './sampel.rules';
import { sebutkan, type KodeTemuan, type Temuan, type TingkatTemuan } from './temuan.rules';

/** The checks of DOMAIN section 7 that need only the survey. */
export function periksaSurvei(survei: Survei, instrumen: Instrumen, hasil: HasilSurvei): Temuan[] {
  const temuan: Temuan[] = [];
  const catat = (kode: KodeTemuan, tingkat: TingkatTemuan, pesan: string) =>
    temuan.push({ kode, tingkat, pesan: `${survei.judul}: ${pesan}`, survei: survei.kode });

  const beda = bedaTerbit(hasil);
  if (beda && dapatKarenaPembulatan(survei, instrumen, hasil)) {
    catat('terbit-berbeda', 'catatan', `${beda}. Selisih sekecil ini dapat berasal dari pembulatan angka per unsur.`);
  } else if (beda) {
    catat('terbit-berbeda', 'peringatan', `${beda}. Pastikan angka mana yang benar sebelum laporan ditandatangani.`);
  }

  const tidakCocok = survei.unsur.filter((u) => {
    if (u.nrr === undefined || u.nilai === undefined) return false;
    return (
      keNilai(rasional(u.nrr), instrumen)
        .sub(rasional(u.nilai))
        .abs()
        .compare(keNilai(rasional('0.0051'), instrumen)) > 0
    );
  });
  if (tidakCocok.length > 0) {
    catat(
      'nilai-nrr-berbeda',
      'peringatan',
      `NRR dan nilai ${sebutkan(tidakCocok.map((u) => u.unsur))} tidak cocok satu sama lain; yang dipakai nilai. Periksa salah ketik.`,
    );
  }

  if (hasil.unsur.length > 0 && hasil.unsur.length < instrumen.unsur.length) {
    const ada = new Set(hasil.unsur.map((u) => u.unsur));
    const kurang = instrumen.unsur.filter((u) => !ada.has(u.kode)).map((u) => `${u.kode} ${u.nama}`);
    catat(
      'unsur-tidak-lengkap',
      'peringatan',
      `tidak ada nilai untuk ${sebutkan(kurang)}; indeks dihitung dari ${hasil.unsur.length} unsur yang ada.`,
    );
  }

  const n = survei.jumlahResponden;
  if (n === 1) catat('responden-tunggal', 'peringatan', 'hanya satu responden; nilainya tidak mewakili pengguna layanan.');
  else if (n !== undefined && hasil.sampelMinimum !== null && n < hasil.sampelMinimum) {
    catat(
      'responden-kurang',
      'peringatan',
      `${teksBilangan(n)} responden, kurang dari sampel minimum ${teksBilangan(hasil.sampelMinimum)} (${METODE_SAMPEL}; populasi ${teksBilangan(survei.populasi ?? 0)}).`,
    );
  }

  const perLayanan = survei.respondenPerLayanan?.reduce((jumlah, r) => jumlah + r.jumlah, 0);
  if (perLayanan !== undefined && n !== undefined && perLayanan !== n) {
    catat(
      'profil-tidak-sesuai',
      'peringatan',
      `responden per layanan berjumlah ${teksBilangan(perLayanan)}, sedangkan jumlah responden ${teksBilangan(n)}.`,
    );
  }
  const ganjil = survei.jumlahProfil?.filter((p) => n !== undefined && p.jumlah !== n) ?? [];
  if (n !== undefined && ganjil.length > 0) {
    const sebut = ganjil.map((p) => `${NAMA_CIRI[p.ciri].toLowerCase()} berjumlah ${teksBilangan(p.jumlah)}`);
    catat(
      'profil-tidak-genap',
      'peringatan',
      `profil responden tidak genap: ${sebutkan(sebut)}, sedangkan jumlah responden ${teksBilangan(n)}. Yang tidak mengisi pun dihitung sebagai kelompok.`,
    );
  }
  if (survei.jumlahRespons !== undefined && n !== undefined && survei.jumlahRespons !== n) {
    catat(
      'profil-tidak-sesuai',
      'peringatan',
      `jawaban yang tercatat ${teksBilangan(survei.jumlahRespons)} baris, sedangkan jumlah responden ${teksBilangan(n)}.`,
    );
  }
  const { tanggalTerbit, pelaksanaan } = survei;
  if (tanggalTerbit !== undefined && pelaksanaan && hariTerakhir(tanggalTerbit) < hariPertama(pelaksanaan.mulai)) {
    catat('tanggal-janggal', 'peringatan', 'laporannya bertanggal sebelum survei dilaksanakan. Periksa tanggal terbitnya.');
  }
  const terhitung =
    survei.tingkat === 'respons' || survei.tingkat === 'jumlah' ? Math.max(0, ...survei.unsur.map((u) => u.n ?? 0)) : undefined;
  if (terhitung !== undefined && n !== undefined && terhitung > n) {
    catat(
      'profil-tidak-sesuai',
      'peringatan',
      `ada unsur yang dijawab ${teksBilangan(terhitung)} orang, sedangkan jumlah responden ${teksBilangan(n)}.`,
    );
  }
  return temuan;
}

function bedaTerbit({ terbit, nrr, nilai, mutu, selisihNilai }: HasilSurvei): string | null {
  if (!terbit || !nilai || !nrr || !mutu) return null;
  const bagian: string[] = [];
  if (terbit.nilai && selisihNilai && !selisihNilai.equals(0)) {
    bagian.push(
      `nilai terbit ${teksIndonesia(terbit.nilai)}, dari unsur ${teksIndonesia(nilai)} (selisih ${teksIndonesia(selisihNilai)})`,
    );
  }
  if (terbit.nrr && teksIndonesia(terbit.nrr) !== teksIndonesia(nrr)) {
    bagian.push(`NRR terbit ${teksIndonesia(terbit.nrr)}, dari unsur ${teksIndonesia(nrr)}`);
  }
  if (terbit.mutu !== null && terbit.mutu !== mutu.mutu)
    bagian.push(`mutu terbit ${terbit.mutu}, menurut nilai terhitung ${mutu.mutu}`);
  return bagian.length === 0 ? null : bagian.join('; ');
}

/** The unsur were printed with two decimals: their mean may be off by half a unit of the last place, and no more. */
function dapatKarenaPembulatan({ tingkat }: Survei, instrumen: Instrumen, { terbit, nilai, mutu }: HasilSurvei): boolean {
  if ((tingkat !== 'nrr' && tingkat !== 'nilai') || !terbit?.nilai || !nilai || terbit.mutu !== mutu?.mutu) return false;
  const setengah = rasional('0.005');
  // The published nilai itself is rounded too.
  const batas = (tingkat === 'nrr' ? keNilai(setengah, instrumen) : setengah).add(setengah);
  return terbit.nilai.sub(nilai).abs().compare(batas) <= 0;
}
