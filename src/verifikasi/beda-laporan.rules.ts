import { ALASAN_TIDAK_DAPAT } from '../progres/gerbang.rules';
import type { IsiPengajuan } from '../progres/lapor/pengajuan.rules';
import { NAMA_STATUS } from '../progres/progres.rules';
import { tanggalIndonesia } from '../shared/tanggal';

/** One field that says something else than in the submission before. */
export interface BedaMedan {
  readonly istilah: string;
  /** null: it was, or became, empty */
  readonly lama: string | null;
  readonly baru: string | null;
}

const MEDAN: readonly (readonly [istilah: string, isi: (p: IsiPengajuan) => string | undefined])[] = [
  ['Status pelaksanaan', (p) => NAMA_STATUS[p.status]],
  ['Uraian', (p) => p.deskripsi],
  ['Hambatan', (p) => p.hambatan],
  ['Langkah berikutnya', (p) => p.tindakLanjutBerikut],
  ['Alasan tidak dapat dilaksanakan', (p) => p.alasan && ALASAN_TIDAK_DAPAT[p.alasan]],
  ['Kegiatan pengganti', (p) => p.kegiatanPengganti],
  ['Alasan penggantian', (p) => p.alasanPengganti],
  ['Mulai', (p) => p.mulai && tanggalIndonesia(p.mulai)],
  ['Selesai', (p) => p.selesai && tanggalIndonesia(p.selesai)],
];

/**
 * What one submission says otherwise than the one before it, field by field: texts, the parts of the pendukung units, evidence added,
 * taken out, or described anew. Empty when they say the same.
 */
export function bedaPengajuan(lama: IsiPengajuan, baru: IsiPengajuan): BedaMedan[] {
  const tetap = MEDAN.flatMap(([istilah, isi]) => beda(istilah, isi(lama), isi(baru)));
  const unit = [...new Map([...lama.kontribusi, ...baru.kontribusi].map((k) => [k.unit, k.nama]))];
  const bagian = unit.flatMap(([kode, nama]) => {
    const isi = (p: IsiPengajuan) => p.kontribusi.find((k) => k.unit === kode)?.uraian;
    return beda(`Kontribusi ${nama}`, isi(lama), isi(baru));
  });
  return [...tetap, ...bagian, ...bedaBukti(lama, baru)];
}

function bedaBukti(lama: IsiPengajuan, baru: IsiPengajuan): BedaMedan[] {
  const dahulu = new Map(lama.bukti.map((b) => [b.id, b]));
  const kini = new Map(baru.bukti.map((b) => [b.id, b]));
  const uraian = (b: IsiPengajuan['bukti'][number] | undefined) =>
    b && [b.nama, b.keterangan, b.tanggal && tanggalIndonesia(b.tanggal)].filter(Boolean).join(' · ');
  return [...new Set([...dahulu.keys(), ...kini.keys()])].flatMap((id) =>
    beda('Bukti', uraian(dahulu.get(id)), uraian(kini.get(id))),
  );
}

function beda(istilah: string, lama: string | undefined, baru: string | undefined): BedaMedan[] {
  const rapi = (teks: string | undefined) => {
    const isi = teks?.trim();
    return isi === undefined || isi === '' ? null : isi;
  };
  return rapi(lama) === rapi(baru) ? [] : [{ istilah, lama: rapi(lama), baru: rapi(baru) }];
}
