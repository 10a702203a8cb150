import { jalurLapor, type TempatLapor } from '../progres/lapor/tempat-lapor';
import { PERNAH_TERLAMBAT, tandaKeadaan, tandaPelaksanaan, type Tanda } from '../progres/tanda-laporan';
import { namaPeriode, namaPeriodeLengkap, periode } from '../shared/periode';
import { tanggalIndonesia, waktuIndonesia } from '../shared/tanggal';
import { bedaPengajuan, type BedaMedan } from './beda-laporan.rules';
import type { BerkasLaporan, Oleh, PengajuanTersimpan, PutusanTersimpan } from './berkas-laporan.query';
import type { PutusanBukti, TindakanPutusan } from './putusan.rules';

export interface ButirRiwayatLaporan {
  readonly pada: Date;
  readonly judul: string;
  readonly nada: string;
  readonly ikon: string;
  readonly keterangan: string;
  readonly alasan: string | null;
  readonly tanda: readonly Tanda[];
  readonly ubah: readonly (BedaMedan & { readonly hilang: string })[];
  /** what was said of single pieces of evidence */
  readonly bukti: readonly string[];
  readonly tautan: { readonly teks: string; readonly href: string } | null;
}

export const PUTUSAN: Readonly<Record<TindakanPutusan, { kata: string; nada: string; ikon: string }>> = {
  verifikasi: { kata: 'terverifikasi', nada: 'ina-positif', ikon: 'rosette-discount-check' },
  kembalikan: { kata: 'dikembalikan', nada: 'ina-waspada', ikon: 'arrow-back-up' },
  nyatakanTidakMemadai: { kata: 'buktinya dinyatakan tidak memadai', nada: 'ina-negatif', ikon: 'alert-circle' },
  cabut: { kata: 'dicabut verifikasinya', nada: 'ina-waspada', ikon: 'arrow-back-up' },
  setujuiTidakDapat: { kata: 'disetujui tidak dapat dilaksanakan', nada: 'ina-positif', ikon: 'rubber-stamp' },
  tolakTidakDapat: { kata: 'ditolak sebagai tidak dapat dilaksanakan', nada: 'ina-waspada', ikon: 'arrow-back-up' },
};

/** All that happened to one report, newest first: old → new for each field, the reason of every return, nothing left out. */
export function riwayatLaporan(tempat: TempatLapor, berkas: BerkasLaporan): ButirRiwayatLaporan[] {
  const nama = namaPeriode(periode(tempat.periode));
  const zona = tempat.instansi.zonaWaktu;
  const butir = [
    ...berkas.pengajuan.map((p, i) => pengajuanView(tempat, p, berkas.pengajuan[i - 1])),
    ...berkas.putusan.map((p) => putusanView(nama, zona, p, berkas)),
    ...berkas.serahTerima.map((s): ButirRiwayatLaporan => {
      const mulai = namaPeriodeLengkap(periode(s.mulaiPeriode));
      return { ...KOSONG, pada: s.pada, judul: `Kegiatan diserahkan kepada ${s.unit} mulai ${mulai}`, ikon: 'unit', nada: 'ina-info', keterangan: `${s.olehNama} · ${waktuIndonesia(zona, s.pada)}`, alasan: s.alasan }; // prettier-ignore
    }),
  ];
  const awal: ButirRiwayatLaporan[] = berkas.mulai
    ? [
        {
          ...KOSONG,
          pada: berkas.mulai,
          judul: `Laporan ${nama} mulai diisi`,
          ikon: 'pencil',
          nada: '',
          keterangan: waktuIndonesia(zona, berkas.mulai),
        },
      ]
    : [];
  return [...awal, ...butir]
    .map((b, i) => ({ b, i }))
    .sort((x, y) => y.b.pada.getTime() - x.b.pada.getTime() || y.i - x.i)
    .map(({ b }) => b);
}

const KOSONG = { alasan: null, tanda: [], ubah: [], bukti: [], tautan: null };

function pengajuanView(tempat: TempatLapor, p: PengajuanTersimpan, lalu: PengajuanTersimpan | undefined): ButirRiwayatLaporan {
  const { zonaWaktu } = tempat.instansi;
  const terlambat: Tanda[] = p.terlambat ? [{ ...PERNAH_TERLAMBAT, kata: 'Terlambat' }] : [];
  const atasNama = p.atasNama === p.olehNama ? '' : ` a.n. ${p.atasNama}${p.atasNamaJabatan ? `, ${p.atasNamaJabatan}` : ''}`;
  return {
    ...{ ...KOSONG, pada: p.pada, nada: 'ina-info', ikon: 'send' },
    judul: `Laporan ${namaPeriode(periode(tempat.periode))} diajukan${lalu ? ' lagi' : ''}`,
    keterangan: `${p.olehNama}${atasNama} · ${waktuIndonesia(zonaWaktu, p.pada)}${p.terlambat && p.batas ? ` · batasnya ${tanggalIndonesia(p.batas)}` : ''}`,
    tanda: [tandaPelaksanaan(p.isi.status), { nada: '', ikon: 'paperclip', kata: `${p.isi.bukti.length} bukti` }, ...terlambat],
    ubah: lalu
      ? bedaPengajuan(lalu.isi, p.isi).map((b) => ({ ...b, hilang: b.istilah === 'Bukti' ? 'dilepas' : 'dikosongkan' }))
      : [],
    tautan: { teks: `Tanda terima ${p.nomor}`, href: jalurLapor(tempat, 'tanda-terima', String(p.putaran)) },
  };
}

function putusanView(nama: string, zona: string, p: PutusanTersimpan, berkas: BerkasLaporan): ButirRiwayatLaporan {
  const { kata, nada, ikon } = PUTUSAN[p.tindakan];
  return {
    ...{ ...KOSONG, pada: p.pada, judul: `Laporan ${nama} ${kata}`, nada, ikon, keterangan: olehView(p, zona), alasan: p.alasan },
    tanda: p.tindakan === 'cabut' ? [tandaKeadaan(p.ke)] : [],
    bukti: buktiDinilai(p, berkas),
  };
}

/** `Nurnasni, Kepala Sekretariat · 7 Mei 2024 14.20.05 WIB` */
export function olehView({ olehNama, olehJabatan, pada }: Oleh, zona: string): string {
  return `${olehNama}${olehJabatan ? `, ${olehJabatan}` : ''} · ${waktuIndonesia(zona, pada)}`;
}

/** What is not enough, and every note; what is enough without a word needs none. */
export function buktiDinilai(p: PutusanTersimpan, { pengajuan }: BerkasLaporan): string[] {
  const bukti = pengajuan.find((x) => x.id === p.pengajuanId)?.isi.bukti ?? [];
  const sebut = (b: PutusanBukti) =>
    bukti.find((x) => x.id === b.bukti)?.nama ?? `Bukti yang diharapkan ke-${(b.diharapkan ?? 0) + 1}`;
  const nilai = (b: PutusanBukti) => (b.memadai ? 'memadai' : b.bukti === undefined ? 'belum ada' : 'tidak memadai');
  return p.bukti
    .filter((b) => !b.memadai || b.catatan !== undefined)
    .map((b) => `${sebut(b)}: ${nilai(b)}${b.catatan === undefined ? '' : `. ${b.catatan}`}`);
}
