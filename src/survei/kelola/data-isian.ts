import { INSTRUMEN_BAKU } from '../../instrumen/instrumen.bawaan';
import type { Instrumen } from '../../instrumen/instrumen.rules';
import type { UnitEntity } from '../../organisasi/unit.entity';
import { GalatIsian, type GalatMedan, type Ketikan } from '../../shared/isian';
import { akhirPeriode, awalPeriode, type Periode } from '../../shared/periode';
import { hariPertama, hariTerakhir, tanggalIndonesia } from '../../shared/tanggal';
import { KANAL, type Kanal } from '../status.rules';
import type { Survei } from '../survei.rules';
import { bacaBulat } from '../../shared/angka.rules';
import { bagianPeriode, periodeDari } from './kode.rules';
import { bacaProfil, CIRI_DIKETIK, ketikanProfil, medanProfil, type ProfilCiri } from './profil-isian';
import { bacaTahun, bacaTanggal } from '../../shared/tanggal-isian';

/** What a survey is, apart from its result. */
export interface DataSurvei {
  readonly kode: string;
  readonly judul: string;
  readonly instrumen: string;
  readonly periode: Periode;
  readonly aliran: { readonly layanan: string | null; readonly unitId: string | null; readonly kanal: Kanal | null };
  readonly pelaksanaan: { readonly mulai: string; readonly selesai: string } | null;
  readonly tanggalTerbit: string | null;
  readonly populasi: number | null;
  readonly jumlahResponden: number | null;
  readonly layanan: readonly { readonly unitId: string; readonly jumlah: number }[];
  /** as stated; of no account where answers are counted */
  readonly profil: readonly ProfilCiri[];
}

export interface BahanIsian {
  readonly instrumen: readonly Instrumen[];
  /** those that may be chosen, and those that the survey names already */
  readonly unit: readonly UnitEntity[];
  /** the profile is counted from answers, and not typed */
  readonly profilDihitung: boolean;
}

export const KODE_TERPANJANG = 60;
const JUDUL_TERPANJANG = 300;

export const medanLayanan = (unitId: string): string => `layanan-${unitId}`;

/** The form of a survey as stored. */
export function ketikanData(
  survei: Survei,
  jumlahResponden: number | null,
  unit: readonly UnitEntity[],
  profil: readonly ProfilCiri[],
): Ketikan {
  const hari = (t: string | undefined) => (t === undefined ? '' : tanggalIndonesia(t));
  const angka = (n: number | null | undefined) => (n === null || n === undefined ? '' : String(n));
  const id = new Map(unit.map((u) => [u.kode, u.id]));
  const layanan = (survei.respondenPerLayanan ?? []).map((l) => [medanLayanan(id.get(l.unit) ?? ''), String(l.jumlah)]);
  return {
    judul: survei.judul,
    bagian: bagianPeriode(survei.periode),
    tahun: String(survei.periode.tahun),
    instrumen: survei.instrumen,
    layanan: survei.aliran?.layanan ?? '',
    unit: id.get(survei.aliran?.unit ?? '') ?? '',
    kanal: survei.aliran?.kanal ?? '',
    mulai: hari(survei.pelaksanaan?.mulai),
    selesai: hari(survei.pelaksanaan?.selesai),
    terbit: hari(survei.tanggalTerbit),
    populasi: angka(survei.populasi),
    responden: angka(jumlahResponden),
    ...(Object.fromEntries(layanan) as Ketikan),
    ...ketikanProfil(profil),
  };
}

export const KETIKAN_BARU: Ketikan = { instrumen: INSTRUMEN_BAKU };

/**
 * @param kode of the survey that is changed; null for a new one, whose code may be left to us (an empty text)
 * @throws {GalatIsian} with every fault of the form
 */
export function bacaData(ketikan: Ketikan, bahan: BahanIsian, kode: string | null): DataSurvei {
  const galat: GalatMedan[] = [];
  const salah = (medan: string, pesan: string): null => {
    galat.push({ medan, pesan });
    return null;
  };
  const teks = (medan: string) => (ketikan[medan] ?? '').replace(/\s+/g, ' ').trim();
  const bulat = (medan: string) => {
    if (teks(medan) === '') return null;
    const hasil = bacaBulat(teks(medan), 1_000_000_000);
    return 'nilai' in hasil ? hasil.nilai : salah(medan, hasil.salah);
  };
  const hari = (medan: string) =>
    teks(medan) === '' ? null : (bacaTanggal(teks(medan)) ?? salah(medan, 'Tuliskan seperti 8 Mei 2024, atau Mei 2024 bila harinya tidak diketahui')); // prettier-ignore
  const panjang = (medan: string, maks: number) => {
    if (/\p{Cc}/u.test(teks(medan))) salah(medan, 'Hapus huruf yang tidak terbaca dari isian ini');
    if (teks(medan).length > maks) salah(medan, `Persingkat; paling banyak ${maks} huruf`);
    return teks(medan);
  };

  const kodeBaru = kode ?? bacaKode(teks('kode'), salah);
  const judul = panjang('judul', JUDUL_TERPANJANG);
  const tahun = bacaTahun(teks('tahun')) ?? salah('tahun', 'Tuliskan tahunnya, empat angka, misalnya 2026');
  const bagian = periodeDari(teks('bagian'), 2000) ? teks('bagian') : salah('bagian', 'Pilih periode surveinya');
  const periode = tahun !== null && bagian !== null ? periodeDari(bagian, tahun) : null;
  const instrumen = bahan.instrumen.find((i) => i.kode === ketikan['instrumen']) ?? salah('instrumen', 'Pilih instrumennya');
  if (instrumen && periode) periksaBerlaku(instrumen, periode, salah);
  const unit = bahan.unit.find((u) => u.id === teks('unit'));
  if (teks('unit') !== '' && !unit) salah('unit', 'Pilih unit yang ada');
  const kanal = KANAL.find((k) => k === teks('kanal')) ?? null;
  if (teks('kanal') !== '' && kanal === null) salah('kanal', 'Pilih kanal yang ada');
  const [mulai, selesai] = [hari('mulai'), hari('selesai')];
  if (mulai === null && selesai !== null) salah('mulai', 'Tuliskan juga kapan pelaksanaannya mulai');
  if (mulai !== null && selesai !== null && hariTerakhir(selesai) < hariPertama(mulai)) salah('selesai', 'Selesainya sebelum mulai; periksa keduanya'); // prettier-ignore
  const layanan = bahan.unit.flatMap((u): DataSurvei['layanan'][number][] => {
    const jumlah = bulat(medanLayanan(u.id));
    return jumlah === null ? [] : [{ unitId: u.id, jumlah }];
  });
  const responden = bulat('responden');
  const data = {
    kode: kodeBaru ?? '',
    judul,
    aliran: { layanan: panjang('layanan', 100) || null, unitId: unit?.id ?? null, kanal },
    pelaksanaan: mulai === null ? null : { mulai, selesai: selesai ?? mulai },
    tanggalTerbit: hari('terbit'),
    populasi: bulat('populasi'),
    jumlahResponden: responden,
    layanan,
    profil: bahan.profilDihitung ? [] : bacaProfil(ketikan, responden, salah),
  };
  if (galat.length > 0 || !periode || !instrumen) throw new GalatIsian(urut(galat));
  return { ...data, periode, instrumen: instrumen.kode };
}

function bacaKode(kode: string, salah: (medan: string, pesan: string) => null): string | null {
  if (kode.length > KODE_TERPANJANG) return salah('kode', `Persingkat; paling banyak ${KODE_TERPANJANG} huruf`);
  if (kode !== '' && !/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(kode)) return salah('kode', 'Pakai huruf, angka, titik, garis, dan spasi saja'); // prettier-ignore
  return kode;
}

function periksaBerlaku({ nama, berlaku }: Instrumen, periode: Periode, salah: (medan: string, pesan: string) => null): void {
  if (berlaku?.mulai !== undefined && akhirPeriode(periode) < hariPertama(berlaku.mulai))
    salah('instrumen', `${nama} baru berlaku sejak ${tanggalIndonesia(berlaku.mulai)}, sesudah periode ini`);
  if (berlaku?.selesai !== undefined && awalPeriode(periode) > hariTerakhir(berlaku.selesai))
    salah('instrumen', `${nama} berlaku sampai ${tanggalIndonesia(berlaku.selesai)}, sebelum periode ini`);
}

const URUTAN_MEDAN = ['judul', 'bagian', 'tahun', 'kode', 'layanan', 'unit', 'kanal', 'instrumen', 'mulai', 'selesai', 'terbit', 'populasi', 'responden', ...CIRI_DIKETIK.map(medanProfil)]; // prettier-ignore

/** In the order of the page, one for each field. */
function urut(galat: readonly GalatMedan[]): GalatMedan[] {
  const letak = (medan: string) => {
    const i = URUTAN_MEDAN.indexOf(medan);
    return i < 0 ? URUTAN_MEDAN.length : i;
  };
  return galat
    .filter((g, i) => galat.findIndex((x) => x.medan === g.medan) === i)
    .sort((a, b) => letak(a.medan) - letak(b.medan));
}
