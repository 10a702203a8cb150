import type { TindakanRencana } from '../../rtl/alur-rencana.rules';
import type { StatusRencana } from '../../rtl/rtl.rules';
import { kueri, type Kueri } from '../../shared/tampilan/tautan';
import { hariIniDi, tanggalIndonesia, waktuIndonesia } from '../../shared/tanggal';
import type { RincianKegiatan } from './rincian-kegiatan.query';
import type { CatatanAdendum, CatatanRencana, RincianRencana } from './rincian.query';

const TINDAKAN: Readonly<Record<TindakanRencana, { judul: string; nada: string; ikon: string }>> = {
  ajukan: { judul: 'Rencana diajukan', nada: 'ina-info', ikon: 'send' },
  tarik: { judul: 'Pengajuan ditarik', nada: 'ina-waspada', ikon: 'arrow-back-up' },
  kembalikan: { judul: 'Rencana dikembalikan', nada: 'ina-waspada', ikon: 'arrow-back-up' },
  tetapkan: { judul: 'Rencana ditetapkan', nada: 'ina-positif', ikon: 'rubber-stamp' },
};

export const ADENDUM: Readonly<Record<CatatanAdendum['jenis'], { kata: string; nada: string; ikon: string }>> = {
  tambahan: { kata: 'tambahan', nada: 'ina-info', ikon: 'calendar-event' },
  diganti: { kata: 'diganti', nada: 'ina-info', ikon: 'arrows-exchange' },
  dibatalkan: { kata: 'dibatalkan', nada: 'ina-negatif', ikon: 'x' },
  digeser: { kata: 'digeser', nada: 'ina-waspada', ikon: 'arrow-right' },
};

export interface ButirRiwayat {
  readonly judul: string;
  readonly nada: string;
  readonly ikon: string;
  readonly keterangan: string;
  readonly alasan: string | null;
  readonly tautan: readonly { readonly teks: string; readonly href: string }[];
}

/** Every act on the plan and every addendum, newest first; nothing in it is ever taken away. */
export function riwayatView({ riwayat, adendum }: RincianRencana, zona: string, alamat: string, bawa: Kueri): ButirRiwayat[] {
  const semua = [
    ...riwayat.map((r) => ({ hari: hariIniDi(zona, r.pada), isi: butirTindakan(r, zona) })),
    ...adendum.map((a) => ({ hari: a.tanggal, isi: butirAdendum(a, alamat, bawa) })),
  ];
  // Both lists stand in their own order; of one day, addenda come after the act that made them possible.
  return semua
    .map((butir, i) => ({ ...butir, i }))
    .sort((a, b) => b.hari.localeCompare(a.hari) || b.i - a.i)
    .map(({ isi }) => isi);
}

function butirTindakan({ tindakan, alasan, oleh, jabatan, pada }: CatatanRencana, zona: string): ButirRiwayat {
  return { ...TINDAKAN[tindakan], keterangan: `${sebut(oleh, jabatan)} · ${waktuIndonesia(zona, pada)}`, alasan, tautan: [] };
}

/** @param alamat of the plan */
function butirAdendum(a: CatatanAdendum, alamat: string, bawa: Kueri): ButirRiwayat {
  const { kata, nada, ikon } = ADENDUM[a.jenis];
  const disebut = [a.kegiatan, ...(a.pengganti === null ? [] : [a.pengganti])];
  return {
    judul: `Adendum ${a.nomor}: kegiatan ${a.kegiatan} ${kata}${a.pengganti === null ? '' : ` ${a.pengganti}`}`,
    nada,
    ikon,
    keterangan: `disetujui ${sebut(a.penyetuju, a.jabatan)} · ${tanggalIndonesia(a.tanggal)}`,
    alasan: a.alasan,
    tautan: disebut.map((kode) => ({
      teks: `Kegiatan ${kode}`,
      href: kueri(`${alamat}/kegiatan/${encodeURIComponent(kode)}`, bawa),
    })),
  };
}

/** What happened to its text and to the plan around it, newest first. */
export function riwayatKegiatan(kode: string, rinci: RincianRencana, { diubah }: RincianKegiatan, zona: string): ButirRiwayat[] {
  const rencana = riwayatView(
    { ...rinci, adendum: rinci.adendum.filter((a) => a.kegiatan === kode || a.pengganti === kode) },
    zona,
    '',
    {},
  );
  const tulisan: ButirRiwayat[] = diubah
    ? [
        {
          judul: 'Kegiatan terakhir ditulis',
          nada: '',
          ikon: 'pencil',
          keterangan: `${diubah.nama} · ${waktuIndonesia(zona, diubah.pada)}`,
          alasan: null,
          tautan: [],
        },
      ]
    : [];
  return [...rencana.map((b) => ({ ...b, tautan: [] })), ...tulisan];
}

/** Why nobody can simply change it now, and since when: what the padlock beside the status says. Null for a draf. */
export function kunciRencana(status: StatusRencana, { riwayat }: RincianRencana, zona: string): string | null {
  if (status === 'draf') return null;
  const dicari = status === 'ditetapkan' ? 'tetapkan' : 'ajukan';
  const catatan = riwayat.filter((r) => r.tindakan === dicari).at(-1);
  const sejak = catatan
    ? ` sejak ${tanggalIndonesia(hariIniDi(zona, catatan.pada))}, ${sebut(catatan.oleh, catatan.jabatan)}`
    : '';
  return status === 'ditetapkan'
    ? `Terkunci${sejak}; perubahannya lewat adendum.`
    : `Terkunci${sejak}; menunggu penetapan pimpinan.`;
}

function sebut(nama: string, jabatan: string | null): string {
  return jabatan === null ? nama : `${nama}, ${jabatan}`;
}
