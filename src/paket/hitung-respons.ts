import { extname } from 'node:path';
import { GalatPengguna } from '../shared/galat';
import { TAHUN_AWAL } from '../shared/tanggal';
import type { Instrumen } from '../instrumen/instrumen.rules';
import { JUMLAH_PRIORITAS_BAKU } from '../organisasi/organisasi.rules';
import type { BerkasRespons } from '../survei/respons/berkas-respons';
import { olahRespons } from '../survei/respons/olah';
import { artiKolom } from '../survei/respons/pemetaan.rules';
import type { ArtiKolom, BarisDitolak, Pemetaan, RingkasanOlahan, Susunan } from '../survei/respons/respons.rules';
import { kenaliSusunan } from '../survei/respons/susunan';
import { cuplikan } from '../survei/respons/teks.rules';
import { hitunganSurvei, type HitunganSurvei } from './hitung';

/** What `tuntas hitung --respons` prints: a survey with how its file was read. */
export interface HitunganRespons extends HitunganSurvei {
  readonly jumlahResponden: number;
  readonly ditolak: readonly { readonly baris: number; readonly alasan: string }[];
  /** header → unsur */
  readonly kolom: Readonly<Record<string, string>>;
}

export interface OpsiHitungRespons {
  readonly lembar?: string;
  /** what settles a header whose code and name speak of two unsur; without it the names, where each unsur has exactly one column then */
  readonly menurut?: 'kode' | 'nama';
  /** told what was decided or deserves a look, a sentence each */
  readonly catat?: (kalimat: string) => void;
}

/**
 * Every derived figure of a file of raw answers; pure but for reading the file.
 * @throws {GalatPengguna} when it is no table, its columns leave something open, or no row can be read
 */
export async function hitungRespons(
  berkas: BerkasRespons,
  instrumen: Instrumen,
  opsi: OpsiHitungRespons = {},
): Promise<HitunganRespons> {
  const { susunan, pemetaan } = await putuskan(berkas, instrumen, opsi);
  if (susunan.masalah.length > 0) {
    const berbeda = susunan.masalah.some((m) => m.kode === 'kode-nama-berbeda');
    throw new GalatPengguna(
      `${berkas.nama} belum dapat dihitung:\n${susunan.masalah.map((m) => `- ${m.pesan}`).join('\n')}${berbeda ? '\nUntuk memutuskannya, ulangi dengan --menurut kode atau --menurut nama.' : ''}`,
    );
  }
  for (const { pesan } of susunan.peringatan) opsi.catat?.(pesan);
  const ditolak: BarisDitolak[] = [];
  const olahan = olahRespons(berkas, susunan, pemetaan, instrumen, { ditolak: (b) => ditolak.push(b) });
  const alir = olahan.blok()[Symbol.asyncIterator]();
  while (!(await alir.next()).done);
  const hasil = await olahan.selesai;
  if (hasil.diterima === 0) {
    const sebab = ditolak.slice(0, 3).map((d) => `\n- baris ${d.baris}: ${d.alasan}`);
    throw new GalatPengguna(`Tidak ada satu responden pun yang dapat dibaca dari ${berkas.nama}.${sebab.join('')}`);
  }
  return {
    ...hitunganSurvei(keSurvei(berkas.nama, instrumen, hasil), instrumen, JUMLAH_PRIORITAS_BAKU),
    jumlahResponden: hasil.diterima,
    ditolak: ditolak.map(({ baris, alasan }) => ({ baris, alasan })),
    kolom: kolomUnsur(susunan, artiKolom(susunan, pemetaan)),
  };
}

async function putuskan(
  berkas: BerkasRespons,
  instrumen: Instrumen,
  { lembar, menurut, catat }: OpsiHitungRespons,
): Promise<{ susunan: Susunan; pemetaan: Pemetaan }> {
  const pilihan = lembar === undefined ? {} : { lembar };
  const susunan = await kenaliSusunan(berkas, instrumen, pilihan);
  const berbeda = susunan.masalah.find((m) => m.kode === 'kode-nama-berbeda');
  const pemetaan: Pemetaan = { barisJudul: susunan.barisJudul, ...pilihan, arti: {} };
  if (!berbeda) return { susunan, pemetaan };
  const menurutKode = Object.fromEntries(
    (berbeda.kolom ?? []).flatMap((k): [number, ArtiKolom][] => {
      const arti = susunan.kolom[k]?.arti;
      return arti ? [[k, arti]] : [];
    }),
  );
  const ingatan = { ...pemetaan, arti: menurut === 'kode' ? menurutKode : (berbeda.usul ?? {}) };
  const putusan = await kenaliSusunan(berkas, instrumen, { ...pilihan, ingatan });
  if (menurut !== undefined) return { susunan: putusan, pemetaan };
  // KPU's questionnaire: its ninth unsur asked eighth. The names settle it when they leave no unsur without a column and none with two.
  if (putusan.masalah.some((m) => m.kode === 'unsur-ganda' || m.kode === 'unsur-hilang')) return { susunan, pemetaan };
  catat?.(
    `Kode dan nama berbeda, dibaca menurut namanya: ${(berbeda.kolom ?? []).map((k) => `“${cuplikan(susunan.kolom[k]?.judul ?? '', 60)}” sebagai ${sebutan(ingatan.arti[k])}`).join(', ')}; bila kodenya yang benar, tulis --menurut kode.`,
  );
  return { susunan: putusan, pemetaan };
}

const sebutan = (arti: ArtiKolom | undefined): string => (arti?.jenis === 'unsur' ? arti.unsur + (arti.sub ?? '') : '');

function keSurvei(nama: string, instrumen: Instrumen, hasil: RingkasanOlahan): Parameters<typeof hitunganSurvei>[0] {
  const kode = nama.slice(0, nama.length - extname(nama).length) || nama;
  return {
    kode,
    judul: kode,
    instrumen: instrumen.kode,
    // A file of answers says nothing of its period, and no figure depends on it.
    periode: { jenis: 'tahun', tahun: TAHUN_AWAL },
    jumlahResponden: hasil.diterima,
    jumlahRespons: hasil.diterima,
    tingkat: 'respons',
    unsur: hasil.unsur.map(({ penyebut, ...u }) => (penyebut === 1 ? u : { ...u, penyebut })),
  };
}

function kolomUnsur(susunan: Susunan, arti: readonly ArtiKolom[]): Record<string, string> {
  const kolom: Record<string, string> = {};
  for (const { indeks, judul } of susunan.kolom) {
    const a = arti[indeks];
    if (a?.jenis === 'unsur') kolom[judul in kolom ? `${judul} (kolom ${indeks + 1})` : judul] = a.unsur;
  }
  return kolom;
}
