import { JUMLAH_PRIORITAS_BAKU } from '../../organisasi/organisasi.rules';
import { teksBilangan } from '../../shared/desimal';
import type { HasilUnsur } from '../../survei/skor.rules';
import { sebutkan } from '../../survei/temuan.rules';
import { unsurTerendah } from '../../survei/terendah.rules';
import { adaTulisan, sebabAlasan } from '../alasan-prioritas.rules';
import { semuaKegiatan, type Kegiatan, type Prioritas, type Rencana } from '../rtl.rules';
import { periksaPrioritas } from '../temuan-prioritas.rules';

/** What is looked at before a plan is proposed. */
export type Hal =
  'prioritas' | 'kegiatan' | 'prioritas-tanpa-kegiatan' | 'alasan' | 'jadwal' | 'penanggung-jawab' | 'keluaran' | 'bukti';

/** How one of those stands. Only what is `wajib` stands in the way of ajukan. */
export interface KesiapanRencana {
  readonly hal: Hal;
  readonly tingkat: 'wajib' | 'sebaiknya' | 'lengkap';
  /** an Indonesian sentence */
  readonly pesan: string;
  /** number of the prioritas that it concerns */
  readonly prioritas: number | null;
  /** kode of those that it concerns */
  readonly kegiatan: readonly string[];
}

export interface BahanKesiapan {
  readonly rencana: Rencana;
  /** values of the plan's survey; empty when it has none per unsur, or the plan has no survey */
  readonly unsur: readonly HasilUnsur[];
  /** N of "N lowest" */
  readonly jumlah: number | undefined;
  /** kode of kegiatan that name no expected evidence */
  readonly tanpaBukti: readonly string[];
}

/** The one list of what a draf has and lacks: the page of the plan shows it, the page of ajukan what it lacks, ajukan asks it. */
export function kesiapanRencana(bahan: BahanKesiapan): KesiapanRencana[] {
  const { rencana } = bahan;
  const kegiatan = semuaKegiatan(rencana);
  return [
    rencana.prioritas.length === 0
      ? butir('prioritas', 'wajib', 'Belum ada prioritas; tetapkan dahulu yang hendak diperbaiki.')
      : butir('prioritas', 'lengkap', `${teksBilangan(rencana.prioritas.length)} prioritas.`),
    kegiatan.length === 0
      ? butir('kegiatan', 'wajib', 'Belum ada kegiatan; rencana tanpa kegiatan tidak dapat diajukan.')
      : butir('kegiatan', 'lengkap', `${teksBilangan(kegiatan.length)} kegiatan.`),
    ...rencana.prioritas
      .filter((p) => p.kegiatan.length === 0)
      .map((p) =>
        butir('prioritas-tanpa-kegiatan', 'sebaiknya', `Prioritas ${p.no} (${p.judul}) belum mempunyai kegiatan.`, p.no),
      ),
    ...periksaAlasan(bahan),
    ...(kegiatan.length === 0 ? [] : kelengkapan(kegiatan, bahan.tanpaBukti)),
  ];
}

/** What is missing, the required first. */
export function kekuranganRencana(bahan: BahanKesiapan): KesiapanRencana[] {
  const semua = kesiapanRencana(bahan);
  return [...semua.filter((b) => b.tingkat === 'wajib'), ...semua.filter((b) => b.tingkat === 'sebaiknya')];
}

/** Where a reason is written: the same page for a prioritas that stands and for an unsur that was skipped. */
const TEMPAT_ALASAN = {
  prioritas: 'Tulis lewat Ubah pada halaman Prioritas rencana ini.',
  dilewati: 'Tulis lewat Lewati pada halaman Prioritas rencana ini, atau jadikan prioritas.',
};

/**
 * The same as the checks of the report say, and what the form of a prioritas asks for beyond them. An addition, a skip or a merge
 * without a reason is not proposed (DOMAIN section 4: the report prints it).
 */
function periksaAlasan({ rencana, unsur, jumlah = JUMLAH_PRIORITAS_BAKU }: BahanKesiapan): KesiapanRencana[] {
  const beralasan = { ...rencana, prioritas: rencana.prioritas.map(tanpaAlasanKosong) };
  const temuan = periksaPrioritas(beralasan, unsur, jumlah).filter((t) => t.kode !== 'prioritas-tanpa-kegiatan');
  const tersebut = new Set(temuan.flatMap((t) => (t.kode === 'unsur-tidak-dinilai' ? [] : (t.prioritas ?? []))));
  const acuan = {
    dinilai: unsur.length === 0 ? null : new Set(unsur.map((u) => u.unsur)),
    terendah: new Set(unsurTerendah(unsur, jumlah).flat()),
  };
  const lain = beralasan.prioritas.flatMap((p) => {
    const sebab = sebabAlasan(p.unsur, acuan);
    if (p.alasan !== undefined || tersebut.has(p.no) || sebab === null) return [];
    const pesan =
      sebab === 'gabungan'
        ? `Prioritas ${p.no} (${p.judul}) menggabungkan ${sebutkan(p.unsur)} tanpa alasan. Cantumkan alasan penggabungannya.`
        : sebab === 'bukan-terendah'
          ? `Prioritas ${p.no} (${p.judul}) memuat unsur yang tidak dinilai, tanpa alasan. Cantumkan alasan penambahannya.`
          : `Prioritas ${p.no} (${p.judul}) belum diberi alasan, sedangkan surveinya tidak memuat nilai per unsur. Cantumkan alasannya.`;
    // Where no unsur has a nilai nothing was proposed that this would be added to.
    const tingkat = sebab === 'tanpa-nilai' ? 'sebaiknya' : 'wajib';
    return [butir('alasan', tingkat, `${pesan} ${TEMPAT_ALASAN.prioritas}`, p.no)];
  });
  const tersurat = temuan.map(({ kode, tingkat, pesan, prioritas = null }) => {
    // An unsur that the survey does not hold wants another unsur, not a reason.
    if (kode === 'unsur-tidak-dinilai') return butir('alasan', 'sebaiknya', pesan, prioritas);
    // As many as were asked for are taken: which of those that tie stays out is told, not required (KPU's plan leaves U6).
    const berat = tingkat === 'catatan' ? 'sebaiknya' : 'wajib';
    return butir('alasan', berat, `${pesan} ${TEMPAT_ALASAN[prioritas === null ? 'dilewati' : 'prioritas']}`, prioritas);
  });
  return [...tersurat, ...lain];
}

function tanpaAlasanKosong({ alasan, ...p }: Prioritas): Prioritas {
  return alasan !== undefined && adaTulisan(alasan) ? { ...p, alasan } : p;
}

function kelengkapan(semua: readonly Kegiatan[], tanpaBukti: readonly string[]): KesiapanRencana[] {
  const periksa = (hal: Hal, lengkap: string, kurang: string, milik: readonly string[]): KesiapanRencana =>
    milik.length === 0
      ? butir(hal, 'lengkap', lengkap)
      : butir(hal, 'sebaiknya', `${teksBilangan(milik.length)} kegiatan ${kurang}: ${sebutkan(milik, 5)}.`, null, milik);
  const kode = (kurang: (k: Kegiatan) => boolean): string[] => semua.filter(kurang).map((k) => k.kode);
  const [tanpaJadwal, tanpaPj] = [kode((k) => k.jadwal.length === 0), kode((k) => k.penanggungJawab.length === 0)];
  const tanpaKeluaran = kode((k) => k.keluaran === undefined || k.indikator === undefined);
  return [
    periksa('jadwal', 'Setiap kegiatan berjadwal.', 'belum berjadwal', tanpaJadwal),
    periksa('penanggung-jawab', 'Setiap kegiatan punya penanggung jawab.', 'belum punya penanggung jawab', tanpaPj),
    periksa('keluaran', 'Setiap kegiatan punya keluaran dan indikator.', 'belum punya keluaran atau indikator', tanpaKeluaran),
    periksa('bukti', 'Setiap kegiatan menyebut bukti yang diharapkan.', 'belum menyebut bukti yang diharapkan', tanpaBukti),
  ];
}

function butir(
  hal: Hal,
  tingkat: KesiapanRencana['tingkat'],
  pesan: string,
  prioritas: number | null = null,
  kegiatan: readonly string[] = [],
): KesiapanRencana {
  return { hal, tingkat, pesan, prioritas, kegiatan };
}
