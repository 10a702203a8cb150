import type { TingkatTemuan, Temuan } from '../survei/temuan.rules';
import { teksBilangan } from '../shared/desimal';
import { kelompokkan } from '../shared/kelompok';
import { jalur, kueri, type Kueri } from '../shared/tampilan/tautan';
import { kegiatanTemuan } from './saringan.view';
import { tandaTingkat, type Tanda } from './tanda.view';

export interface TemuanView {
  readonly tanda: Tanda;
  readonly pesan: string;
  readonly tautan: readonly { readonly teks: string; readonly href: string }[];
}

export interface RingkasanTemuan {
  readonly total: number;
  readonly ringkas: string;
  readonly daftar: readonly TemuanView[];
}

const TINGKAT: readonly TingkatTemuan[] = ['galat', 'peringatan', 'catatan'];
/** Of one kind, more than this many are told as a number with the way to all of them. */
const SEJENIS_TERBANYAK = 8;
const SEJENIS_CONTOH = 3;

export interface AlamatTemuan {
  readonly instansi: string;
  readonly rencana: string;
  /** the chosen time, which the links take along */
  readonly waktu?: Kueri;
}

/** Findings by level, most serious first, each linked to where it is mended. */
export function temuanView(temuan: readonly Temuan[], alamat: AlamatTemuan): RingkasanTemuan {
  return {
    total: temuan.length,
    ringkas: hitungTingkat(temuan),
    daftar: TINGKAT.flatMap((t) =>
      satuTingkat(
        temuan.filter((x) => x.tingkat === t),
        alamat,
      ),
    ),
  };
}

/** `1 galat, 2 peringatan`, or that there is none. */
export function hitungTingkat(temuan: readonly Temuan[]): string {
  const bagian = TINGKAT.flatMap((t) => {
    const jumlah = temuan.filter((x) => x.tingkat === t).length;
    return jumlah === 0 ? [] : [`${teksBilangan(jumlah)} ${t}`];
  });
  return bagian.join(', ') || 'tidak ada temuan';
}

function satuTingkat(temuan: readonly Temuan[], alamat: AlamatTemuan): TemuanView[] {
  const menurutKode = kelompokkan(temuan, (t) => t.kode);
  return [...menurutKode].flatMap(([kode, sejenis]) => {
    const rencana = jalur('instansi', alamat.instansi, 'rencana', alamat.rencana);
    const tampil = sejenis
      .slice(0, sejenis.length > SEJENIS_TERBANYAK ? SEJENIS_CONTOH : SEJENIS_TERBANYAK)
      .map((t) => ({ tanda: tandaTingkat(t.tingkat), pesan: t.pesan, tautan: tautanTemuan(t, alamat) }));
    const sisa = sejenis.length - tampil.length;
    const pertama = sejenis[0];
    if (sisa === 0 || !pertama) return tampil;
    const banyak = new Set(sejenis.flatMap(kegiatanTemuan)).size;
    const tautan =
      banyak > 0
        ? [{ teks: `lihat ${teksBilangan(banyak)} kegiatan`, href: kueri(rencana, { ...alamat.waktu, temuan: kode }, 'matriks') }]
        : [];
    return [
      ...tampil,
      { tanda: tandaTingkat(pertama.tingkat), pesan: `Dan ${teksBilangan(sisa)} temuan lain yang sama jenisnya.`, tautan },
    ];
  });
}

function tautanTemuan(t: Temuan, { instansi, rencana, waktu = {} }: AlamatTemuan): { teks: string; href: string }[] {
  const alamat = jalur('instansi', instansi, 'rencana', rencana);
  if (t.kegiatan !== undefined)
    return [
      {
        teks: `kegiatan ${t.kegiatan}`,
        href: kueri(jalur('instansi', instansi, 'rencana', rencana, 'kegiatan', t.kegiatan), waktu),
      },
    ];
  if (t.daftarKegiatan !== undefined && t.daftarKegiatan.length > 0) {
    return [
      {
        teks: `lihat ${teksBilangan(t.daftarKegiatan.length)} kegiatan`,
        href: kueri(alamat, { ...waktu, temuan: t.kode }, 'matriks'),
      },
    ];
  }
  if (t.prioritas !== undefined)
    return [{ teks: `prioritas ${t.prioritas}`, href: kueri(alamat, { ...waktu, prioritas: t.prioritas }, 'matriks') }];
  if (t.survei !== undefined)
    return [{ teks: `survei ${t.survei}`, href: kueri(jalur('instansi', instansi, 'survei', t.survei), waktu) }];
  return [];
}
