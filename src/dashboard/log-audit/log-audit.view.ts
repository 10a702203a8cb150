import { TANPA_PENGGUNA, type CatatanAudit, type PelakuTercatat, type SaringanAudit } from '../../audit/audit.query';
import type { IsiAudit, NilaiAudit } from '../../audit/bentuk-peristiwa';
import { PERISTIWA } from '../../audit/peristiwa';
import { namaPeramban } from '../../auth/asal';
import { NAMA_PERAN } from '../../auth/pelaku';
import type { Instansi } from '../../organisasi/organisasi.rules';
import { teksBilangan } from '../../shared/desimal';
import { medan, type UraianMedan } from '../../shared/tampilan/medan';
import { penomoran, type Potongan } from '../../shared/tampilan/penomoran';
import { jalur, kueri } from '../../shared/tampilan/tautan';
import { tambahHari, tanggalIndonesia, tanggalSah, waktuIndonesia } from '../../shared/tanggal';
import { kerangka } from '../kerangka.view';

export interface BahanLogAudit {
  /** null: the installation's own log */
  readonly instansi: Instansi | null;
  readonly zona: string;
  readonly daftar: readonly CatatanAudit[];
  readonly pilihan: { readonly pelaku: readonly PelakuTercatat[]; readonly peristiwa: readonly string[] };
  readonly saringan: SaringanAudit;
  readonly diabaikan: readonly string[];
  readonly potongan: Potongan;
  readonly bolehEkspor: boolean;
  readonly sekarang: Date;
}

export function alamatLogAudit(kode: string | undefined): string {
  return kode === undefined ? jalur('audit') : jalur('instansi', kode, 'audit');
}

export function logAuditView(bahan: BahanLogAudit): object {
  const { instansi, saringan, potongan, diabaikan } = bahan;
  const alamat = alamatLogAudit(instansi?.kode);
  const aktif = saringanAktif(bahan, alamat);
  return {
    kerangka: kerangka({
      judul: 'Log audit',
      ...(instansi ? { instansi } : {}),
      remah: [{ teks: 'Log audit' }],
      sekarang: bahan.sekarang,
    }),
    judul: instansi ? 'Log audit' : 'Log audit pemasangan',
    anak: instansi
      ? 'Setiap perbuatan tercatat bersama pelakunya; catatan tidak dapat diubah atau dihapus.'
      : 'Masuk dan keluar, serta perbuatan operator; catatan tidak dapat diubah atau dihapus.',
    alamat,
    medan: medan(uraianMedan(bahan), { ...saringan }),
    abai: diabaikan.length > 0 ? `Saringan ${diabaikan.join(' dan ')} tidak dikenal, jadi tidak dipakai.` : null,
    aktif: aktif.length > 0 ? aktif : null,
    ekspor: bahan.bolehEkspor ? kueri(`${alamat}.csv`, { ...saringan }) : null,
    jumlah: `${teksBilangan(potongan.total)} catatan, terbaru di atas.`,
    baris: bahan.daftar.map((c) => baris(c, bahan.zona)),
    kosong: potongan.total === 0 && aktif.length === 0,
    penomoran: penomoran(potongan, 'catatan', alamat, { ...saringan }),
  };
}

function uraianMedan({ pilihan }: BahanLogAudit): UraianMedan[] {
  return [
    {
      nama: 'oleh',
      label: 'Pelaku',
      jenis: 'pilihan',
      pilihan: [
        { nilai: '', teks: 'Semua' },
        ...pilihan.pelaku.map(({ id, nama }) => ({ nilai: id, teks: nama })),
        { nilai: TANPA_PENGGUNA, teks: 'Sistem atau belum masuk' },
      ],
    },
    {
      nama: 'peristiwa',
      label: 'Peristiwa',
      jenis: 'pilihan',
      pilihan: [{ nilai: '', teks: 'Semua' }, ...pilihan.peristiwa.map((p) => ({ nilai: p, teks: namaPeristiwa(p) }))],
    },
    { nama: 'dari', label: 'Dari tanggal', jenis: 'tanggal' },
    { nama: 'sampai', label: 'Sampai tanggal', jenis: 'tanggal' },
  ];
}

function saringanAktif({ saringan, pilihan }: BahanLogAudit, alamat: string): { teks: string; tautan: string }[] {
  const nama = pilihan.pelaku.find((p) => p.id === saringan.oleh)?.nama ?? 'orang yang tidak tercatat di sini';
  const teks: Readonly<Record<keyof SaringanAudit, string>> = {
    oleh: `Pelaku: ${saringan.oleh === TANPA_PENGGUNA ? 'sistem atau belum masuk' : nama}`,
    peristiwa: `Peristiwa: ${namaPeristiwa(saringan.peristiwa)}`,
    dari: `Dari ${saringan.dari && tanggalIndonesia(saringan.dari)}`,
    sampai: `Sampai ${saringan.sampai && tanggalIndonesia(saringan.sampai)}`,
  };
  return (Object.keys(teks) as (keyof SaringanAudit)[])
    .filter((n) => saringan[n] !== '')
    .map((n) => ({ teks: teks[n], tautan: kueri(alamat, { ...saringan, [n]: null }) }));
}

function baris(c: CatatanAudit, zona: string): object {
  const peran = namaDaftarPeran(c.peran);
  return {
    nomor: teksBilangan(c.nomor),
    waktu: waktuIndonesia(zona, c.waktu),
    iso: c.waktu.toISOString(),
    nama: c.nama,
    sebagai: [c.jabatan, peran === '' ? null : peran].filter(Boolean).join(' · ') || null,
    peristiwa: namaPeristiwa(c.peristiwa),
    sasaran: c.sasaranNama,
    perubahan: perubahanTerbaca(c.sebelum, c.sesudah),
    alasan: c.alasan,
    asal: [c.ip, c.agen?.startsWith('Mozilla/') ? namaPeramban(c.agen) : c.agen].filter(Boolean).join(' · ') || null,
  };
}

/** An event of a version that this one does not know keeps its own word. */
export function namaPeristiwa(jenis: string): string {
  return (Object.hasOwn(PERISTIWA, jenis) ? PERISTIWA[jenis as keyof typeof PERISTIWA].nama : undefined) ?? jenis;
}

export function namaDaftarPeran(peran: readonly string[]): string {
  return peran.map((p) => (Object.hasOwn(NAMA_PERAN, p) ? NAMA_PERAN[p as keyof typeof NAMA_PERAN] : p)).join(', ');
}

/** What stands for nothing. */
const KOSONG = '–';

export interface Perubahan {
  readonly nama: string;
  readonly lama: string | null;
  readonly baru: string | null;
}

/** References that the page leaves out: the entry names what they point to in its own words. The export keeps them. */
const RUJUKAN: ReadonlySet<string> = new Set(['jabatanId', 'penggunaId', 'penugasanId']);
const TANGGAL = /^\d{4}-\d{2}-\d{2}$/;

/** For people: without references, without fields that say nothing, days and roles as they are called elsewhere. */
function perubahanTerbaca(sebelum: IsiAudit | null, sesudah: IsiAudit | null): Perubahan[] {
  return perubahan(terbaca(sebelum), terbaca(sesudah)).filter(({ lama, baru }) => lama !== null || baru !== KOSONG);
}

function terbaca(isi: IsiAudit | null): IsiAudit | null {
  if (isi === null) return null;
  const medan = Object.entries(isi).filter(([nama]) => !RUJUKAN.has(nama));
  return Object.fromEntries(
    medan.map(([nama, nilai]): [string, NilaiAudit] => {
      // Times are kept half-open: the day after the last.
      if (nama === 'selesai') return ['hariTerakhir', hari(nilai) ? tanggalIndonesia(tambahHari(nilai, -1)) : nilai];
      if (hari(nilai)) return [nama, tanggalIndonesia(nilai)];
      if (nama === 'peran' || nama === 'totpWajib') return [nama, kataPeran(nilai)];
      return [nama, nilai];
    }),
  );
}

function kataPeran(nilai: NilaiAudit): NilaiAudit {
  if (Array.isArray(nilai)) return (nilai as readonly NilaiAudit[]).map(kataPeran);
  return typeof nilai === 'string' ? namaDaftarPeran([nilai]) : nilai;
}

function hari(nilai: NilaiAudit): nilai is string {
  return typeof nilai === 'string' && TANGGAL.test(nilai) && tanggalSah(nilai);
}

/** Field by field, what was and what is; fields that stayed as they were are left out. */
export function perubahan(sebelum: IsiAudit | null, sesudah: IsiAudit | null): Perubahan[] {
  const nama = [...new Set([...Object.keys(sebelum ?? {}), ...Object.keys(sesudah ?? {})])];
  return nama.flatMap((n): Perubahan[] => {
    const lama = sebelum && n in sebelum ? teksNilai(sebelum[n] ?? null) : null;
    const baru = sesudah && n in sesudah ? teksNilai(sesudah[n] ?? null) : null;
    return lama === baru ? [] : [{ nama: kataMedan(n), lama, baru }];
  });
}

/** `zonaWaktu` → `zona waktu` */
function kataMedan(nama: string): string {
  return nama
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
}

function teksNilai(nilai: NilaiAudit): string {
  if (nilai === null || nilai === '') return KOSONG;
  if (typeof nilai === 'boolean') return nilai ? 'ya' : 'tidak';
  if (typeof nilai === 'number') return String(nilai).replace('.', ',');
  if (typeof nilai === 'string') return nilai;
  if (Array.isArray(nilai)) return (nilai as readonly NilaiAudit[]).map(teksNilai).join('; ') || KOSONG;
  return Object.entries(nilai as IsiAudit)
    .map(([n, isi]) => `${kataMedan(n)}: ${teksNilai(isi)}`)
    .join(', ');
}
