import { sebutanJabatan, type StatusPenugasan } from '../jabatan/penugasan.rules';

export const STATUS_MUTASI = ['draf', 'diperiksa', 'dijalankan', 'dibatalkan'] as const;
export type StatusMutasi = (typeof STATUS_MUTASI)[number];

/** What may happen to one thing in hand. `ikut`: it sits on a unit and goes with the role there. */
export const TINDAKAN = ['tetap', 'akhiri', 'serahkan', 'ikut'] as const;
export type Tindakan = (typeof TINDAKAN)[number];

/** One thing that a person holds. */
export interface ButirDiTangan {
  /** `penugasan:<id>`; unique, and the name of its field */
  readonly kunci: string;
  readonly jenis: string;
  readonly id: string;
  readonly judul: string;
  readonly keterangan: string;
  /** what may be chosen for it, the first is the default */
  readonly tindakan: readonly Tindakan[];
  /** whatever of it would make a dry run wrong when it changes */
  readonly keadaan: string;
  readonly asal:
    | { readonly macam: 'penugasan'; readonly jabatanId: string; readonly jabatan: string; readonly mulai: string }
    | {
        readonly macam: 'peran';
        readonly peran: string;
        readonly namaPeran: string;
        readonly unitId: string | null;
        readonly lingkup: string;
        readonly mulai: string;
      }
    /** what the person has open in browsers; ended at once, whatever the day */
    | { readonly macam: 'sesi'; readonly penggunaId: string }
    | { readonly macam: 'lain' };
}

export interface PilihanMutasi {
  readonly butir: string;
  readonly tindakan: Tindakan;
  readonly pewarisId: string | null;
  /** how the heir holds the post; for posts only */
  readonly status: StatusPenugasan | null;
}

/** One step of the dry run, with the sentence that shows it. What runs is what was shown. */
export type LangkahMutasi = { readonly butir: string; readonly teks: string } & (
  | { readonly jenis: 'akhiri-penugasan'; readonly penugasanId: string; readonly selesai: string }
  | {
      readonly jenis: 'buka-penugasan';
      readonly jabatanId: string;
      readonly penggunaId: string;
      readonly status: StatusPenugasan;
      readonly mulai: string;
      readonly nama: string;
      readonly nip: string | null;
      readonly pangkat: string | null;
    }
  | {
      readonly jenis: 'beri-peran';
      readonly peran: string;
      readonly unitId: string | null;
      readonly penggunaId: string;
      readonly mulai: string;
    }
  | { readonly jenis: 'akhiri-peran'; readonly peranId: string; readonly selesai: string }
  | { readonly jenis: 'akhiri-sesi'; readonly penggunaId: string }
  | { readonly jenis: 'serahkan'; readonly macam: string; readonly id: string; readonly penggunaId: string }
);

/** Who may inherit, with the name that letters print. */
export interface Calon {
  readonly id: string;
  readonly nama: string;
  readonly nip: string | null;
  readonly pangkat: string | null;
}

export interface MasalahPilihan {
  readonly butir: string;
  readonly pesan: string;
}

/** Every fault of the choices at once. The holding that the transfer is about must end. */
export function periksaPilihan(
  butir: readonly ButirDiTangan[],
  pilihan: readonly PilihanMutasi[],
  utama: string,
  orangId: string,
  calon: readonly Calon[],
): MasalahPilihan[] {
  const menurut = new Map(pilihan.map((p) => [p.butir, p]));
  return butir.flatMap((b): MasalahPilihan[] => {
    const p = menurut.get(b.kunci);
    const salah = (pesan: string) => [{ butir: b.kunci, pesan: `${b.judul}: ${pesan}` }];
    if (!p || !b.tindakan.includes(p.tindakan)) return salah('pilih salah satu');
    if (b.kunci === utama && p.tindakan === 'tetap') return salah('jabatan inilah yang berakhir; pilih akhiri atau serahkan');
    if (p.tindakan !== 'serahkan') return [];
    if (p.pewarisId === null) return salah('pilih siapa yang menerimanya');
    if (p.pewarisId === orangId) return salah('penerimanya harus orang lain');
    if (!calon.some((c) => c.id === p.pewarisId)) return salah('penerima yang dipilih bukan orang instansi ini');
    return b.asal.macam === 'penugasan' && p.status === null ? salah('pilih cara memegangnya: definitif, Plt., atau Plh.') : [];
  });
}

/**
 * The steps, in the order in which they can be done: posts are freed before they are given, roles are given before they end (an agency
 * is never without an admin), what later modules hold comes last.
 * @param tanggal first day on which the person no longer holds what ends
 */
export function susunLangkah(
  butir: readonly ButirDiTangan[],
  pilihan: readonly PilihanMutasi[],
  tanggal: string,
  calon: readonly Calon[],
): LangkahMutasi[] {
  const menurut = new Map(pilihan.map((p) => [p.butir, p]));
  const siapa = (id: string): Calon => calon.find((c) => c.id === id) ?? { id, nama: id, nip: null, pangkat: null };
  const tahap: readonly [LangkahMutasi[], LangkahMutasi[], LangkahMutasi[], LangkahMutasi[], LangkahMutasi[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  for (const b of butir) {
    const p = menurut.get(b.kunci);
    if (!p || p.tindakan === 'tetap' || p.tindakan === 'ikut') continue;
    const pewaris = p.tindakan === 'serahkan' && p.pewarisId !== null ? siapa(p.pewarisId) : null;
    if (b.asal.macam === 'penugasan') {
      const { jabatanId, jabatan, mulai } = b.asal;
      const selesai = mulai > tanggal ? mulai : tanggal;
      tahap[0].push({ jenis: 'akhiri-penugasan', butir: b.kunci, penugasanId: b.id, selesai, teks: `${b.judul} berakhir` });
      if (pewaris !== null && p.status !== null) {
        const sebutan = sebutanJabatan(p.status, jabatan);
        tahap[1].push({
          jenis: 'buka-penugasan',
          butir: b.kunci,
          jabatanId,
          penggunaId: pewaris.id,
          status: p.status,
          mulai: selesai,
          nama: pewaris.nama,
          nip: pewaris.nip,
          pangkat: pewaris.pangkat,
          teks: `${pewaris.nama} menjadi ${sebutan}`,
        });
      }
    } else if (b.asal.macam === 'peran') {
      const { peran, namaPeran, unitId, lingkup, mulai } = b.asal;
      const selesai = mulai > tanggal ? mulai : tanggal;
      if (pewaris !== null) {
        tahap[2].push({
          jenis: 'beri-peran',
          butir: b.kunci,
          peran,
          unitId,
          penggunaId: pewaris.id,
          mulai: selesai,
          teks: `${pewaris.nama} menerima peran ${namaPeran} untuk ${lingkup}`,
        });
      }
      tahap[3].push({
        jenis: 'akhiri-peran',
        butir: b.kunci,
        peranId: b.id,
        selesai,
        teks: `Peran ${namaPeran} untuk ${lingkup} berakhir`,
      });
    } else if (b.asal.macam === 'sesi') {
      tahap[4].push({
        jenis: 'akhiri-sesi',
        butir: b.kunci,
        penggunaId: b.asal.penggunaId,
        teks: 'Semua sesi masuknya berakhir saat ini juga',
      });
    } else if (pewaris !== null) {
      tahap[4].push({
        jenis: 'serahkan',
        butir: b.kunci,
        macam: b.jenis,
        id: b.id,
        penggunaId: pewaris.id,
        teks: `${b.judul} diserahkan kepada ${pewaris.nama}`,
      });
    }
  }
  return tahap.flat();
}

/** What is left as it is, in sentences: a dry run shows that too, since it is easily forgotten. */
export function sebutTetap(butir: readonly ButirDiTangan[], pilihan: readonly PilihanMutasi[], nama: string): string[] {
  const menurut = new Map(pilihan.map((p) => [p.butir, p.tindakan]));
  return butir.flatMap((b) => {
    const tindakan = menurut.get(b.kunci);
    if (tindakan === 'ikut') return [`${b.judul}: ikut peran untuk unitnya (${b.keterangan})`];
    if (tindakan !== 'tetap') return [];
    return [b.asal.macam === 'sesi' ? `${b.judul} tetap terbuka` : `${b.judul} tetap di tangan ${nama} (${b.keterangan})`];
  });
}

/** The text whose hash is the fingerprint of everything in hand: what a dry run rests on, whatever the order. */
export function keadaanDiTangan(butir: readonly ButirDiTangan[], calon: readonly Calon[]): string {
  const isi = butir.map((b) => `${b.kunci}\t${b.judul}\t${b.keadaan}`).toSorted();
  return [...isi, ...calon.map((c) => `calon\t${c.id}\t${c.nama}`).toSorted()].join('\n');
}
