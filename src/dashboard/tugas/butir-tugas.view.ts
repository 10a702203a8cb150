import { PENGGANTI, tandaKeadaan, tandaPelaksanaan, type Tanda } from '../../progres/tanda-laporan';
import { teksBilangan } from '../../shared/desimal';
import { namaPeriodeLengkap, periode } from '../../shared/periode';
import { jalur, kueri } from '../../shared/tampilan/tautan';
import { tanggalIndonesia } from '../../shared/tanggal';
import { hariKerja } from '../../verifikasi/lacak.rules';
import type { Tugas } from './daftar-tugas';
import type { HalRencana } from './hal-rencana.query';
import type { JenisTugas } from './tugas.rules';

/** One row of the list, as its template shows it. */
export interface ButirTugas {
  readonly tanda: Tanda;
  readonly lama: string | null;
  readonly sejak: string | null;
  readonly kode: string | null;
  readonly judul: string;
  readonly anak: string;
  readonly kutipan: { readonly nada: string; readonly teks: string } | null;
  readonly status: Tanda | null;
  readonly tambahan: readonly Tanda[];
  readonly catatan: string | null;
  readonly tautan: string;
  readonly kerja: string;
  /** what of: for who hears the button alone */
  readonly sebut: string;
}

export interface TempatTugas {
  readonly kodeInstansi: string;
  readonly hariIni: string;
}

const TANDA: Readonly<Record<JenisTugas, Tanda>> = {
  dikembalikan: tandaKeadaan('dikembalikan'),
  terlambat: { nada: 'ina-negatif', ikon: 'alert-triangle', kata: 'Terlambat' },
  lapor: { nada: '', ikon: 'calendar-event', kata: 'Perlu dilaporkan' },
  draf: tandaKeadaan('draf'),
  verifikasi: { nada: 'ina-info', ikon: 'shield-check', kata: 'Verifikasi' },
  keputusan: { nada: 'ina-info', ikon: 'rubber-stamp', kata: 'Keputusan' },
};

const ADENDUM: Readonly<Record<NonNullable<HalRencana['adendum']>, string>> = {
  tambahan: 'Tambahkan',
  diganti: 'Ganti',
  dibatalkan: 'Batalkan',
  digeser: 'Geser jadwal',
};

export function butirTugas(t: Tugas, tempat: TempatTugas): ButirTugas {
  const hari = t.sejak === null || t.sejak > tempat.hariIni ? 0 : hariKerja(t.sejak, tempat.hariIni);
  const dasar = {
    tanda: TANDA[t.jenis],
    lama: t.sejak === null ? null : hari > 0 ? `${teksBilangan(hari)} hari kerja` : 'Hari ini',
    sejak: t.sejak === null ? null : `sejak ${tanggalIndonesia(t.sejak)}`,
    ...{ kode: null, kutipan: null, status: null, tambahan: [], catatan: null },
  };
  if (t.dari === 'rencana') return { ...dasar, ...butirRencana(t.hal, tempat) };
  return { ...dasar, ...(t.dari === 'slot' ? butirSlot(t, tempat) : butirLaporan(t, tempat)) };
}

type Isi = Partial<ButirTugas> & Pick<ButirTugas, 'judul' | 'anak' | 'tautan' | 'kerja' | 'sebut'>;

/** The page of a slot's report, or one below it. */
export function alamatSlot(
  kodeInstansi: string,
  { rencana, kegiatan, periode: kode }: { rencana: string; kegiatan: string; periode: string },
  ...akhir: readonly string[]
): string {
  return jalur('instansi', kodeInstansi, 'rencana', rencana, 'kegiatan', kegiatan, 'laporan', kode, ...akhir);
}

function butirSlot({ jenis, slot, jendela }: Extract<Tugas, { dari: 'slot' }>, { kodeInstansi }: TempatTugas): Isi {
  const terbuka = jendela.keadaan === 'terbuka';
  const { batasWaktu, batas } = jendela;
  const tenggat = jenis === 'terlambat' ? batasWaktu : batas;
  const pendukung = !slot.utama;
  return {
    kode: slot.kegiatan,
    judul: slot.uraian,
    anak: [
      slot.rencana,
      namaPeriodeLengkap(periode(slot.periode)),
      slot.namaUnit,
      slot.pemutus === null ? null : `dari ${slot.pemutus}`,
    ]
      .filter(Boolean)
      .join(' · '),
    ...(jenis === 'dikembalikan' && slot.keadaan ? { tanda: tandaKeadaan(slot.keadaan) } : {}),
    ...(tenggat === null ? {} : { sejak: `batas ${tanggalIndonesia(tenggat)}` }),
    ...(slot.alasan === null ? {} : { kutipan: { nada: tandaKeadaan(slot.keadaan ?? 'dikembalikan').nada, teks: slot.alasan } }),
    catatan: pendukung
      ? `Sebagai pendukung: ${slot.kontribusi.join(', ')} belum menambahkan bagiannya.`
      : terbuka
        ? jenis === 'terlambat' && slot.keadaan === 'draf'
          ? 'Drafnya tersimpan.'
          : null
        : 'Pelaporannya sudah ditutup. Minta koordinator membuka slot ini.',
    tautan: alamatSlot(kodeInstansi, slot),
    kerja: pendukung ? 'Isi bagian' : terbuka ? KERJA[jenis] : 'Lihat',
    sebut: `laporan ${slot.kegiatan}`,
  };
}

const KERJA: Readonly<Record<JenisTugas, string>> = {
  dikembalikan: 'Perbaiki',
  terlambat: 'Laporkan',
  lapor: 'Laporkan',
  draf: 'Lanjutkan',
  verifikasi: 'Periksa',
  keputusan: 'Putuskan',
};

function butirLaporan({ jenis, laporan: l }: Extract<Tugas, { dari: 'laporan' }>, { kodeInstansi }: TempatTugas): Isi {
  return {
    kode: l.kegiatan,
    judul: l.uraian,
    anak: [l.rencana, namaPeriodeLengkap(periode(l.periode)), l.unit ?? 'tanpa unit', `dari ${l.pelapor}`].join(' · '),
    status: tandaPelaksanaan(l.status),
    tambahan: [
      { nada: '', ikon: 'paperclip', kata: `${teksBilangan(l.bukti)} bukti` },
      ...(l.pengganti ? [PENGGANTI] : []),
      ...(l.terlambat ? [TANDA.terlambat] : []),
    ],
    tautan:
      jenis === 'keputusan'
        ? alamatSlot(kodeInstansi, l, 'tidak-dapat')
        : kueri(jalur('instansi', kodeInstansi, 'verifikasi'), { slot: l.id }),
    kerja: KERJA[jenis],
    sebut: `laporan ${l.kegiatan}`,
    ...(jenis === 'keputusan' ? { tanda: { ...TANDA.keputusan, ikon: 'tidak-dapat', kata: 'Tidak dapat' } } : {}),
  };
}

function butirRencana(hal: HalRencana, { kodeInstansi }: TempatTugas): Isi {
  const alamat = (...akhir: string[]) => jalur('instansi', kodeInstansi, 'rencana', hal.rencana, ...akhir);
  const oleh = hal.oleh === null ? null : `dari ${hal.oleh}`;
  if (hal.macam === 'adendum') {
    const kerja = hal.adendum ? ADENDUM[hal.adendum] : 'Ubah';
    return {
      judul: `${kerja} kegiatan ${[hal.kodeKegiatan, hal.uraian].filter(Boolean).join(' ')}?`,
      anak: [hal.rencana, hal.judul, oleh].filter(Boolean).join(' · '),
      kutipan: hal.alasan === null ? null : { nada: '', teks: hal.alasan },
      tanda: {
        ...TANDA.keputusan,
        ikon: 'arrows-exchange',
        kata: 'Adendum',
      },
      ...{ tautan: alamat('adendum'), kerja: 'Putuskan', sebut: `adendum ${hal.rencana}` },
    };
  }
  const kegiatan = `${teksBilangan(hal.kegiatan)} kegiatan`;
  const anak = [hal.rencana, kegiatan, hal.macam === 'susun' ? null : oleh].filter(Boolean).join(' · ');
  if (hal.macam === 'tetapkan')
    return {
      ...{ judul: `Tetapkan rencana ${hal.judul}?`, anak, tautan: alamat(), kerja: 'Putuskan', sebut: `rencana ${hal.rencana}` },
      tanda: { ...TANDA.keputusan, kata: 'Penetapan' },
    };
  return {
    ...{ judul: hal.judul, anak, tautan: alamat(), sebut: `rencana ${hal.rencana}` },
    kerja: hal.macam === 'perbaiki' ? 'Perbaiki' : 'Lanjutkan',
    kutipan: hal.alasan === null ? null : { nada: TANDA.dikembalikan.nada, teks: hal.alasan },
  };
}
