import type { PerubahanRencana } from '../rtl/awal/rencana-awal.service';
import { kegiatanAdendum } from '../rtl/adendum/isi-adendum';
import { semuaKegiatan, type Kegiatan } from '../rtl/rtl.rules';
import { tanggalIndonesia } from '../shared/tanggal';
import { namaPenanggungJawab, type Bahan } from './bahan.model';
import type { Judul, Penomoran } from './dokumen.model';
import { jadwalDalamKata } from './jadwal.model';
import { biasa, kalimat, satuBaris, type Potongan } from './teks.rules';
import { tanpaTitik, terbilang } from './tulisan.rules';

/** What became of the plan awal: one row a kegiatan that addenda touched, as it was beside as it holds. */
export interface BagianPerubahan {
  readonly sub: Judul;
  readonly kalimat: string;
  readonly judul: Judul;
  readonly baris: readonly BarisPerubahan[];
}

interface BarisPerubahan {
  readonly awal: SisiPerubahan;
  readonly berlaku: SisiPerubahan;
  readonly adendum: readonly {
    readonly nomor: string;
    readonly teks: readonly Potongan[];
    readonly penyetuju: string;
  }[];
}

interface SisiPerubahan {
  /** null where there is no kegiatan on this side */
  readonly kode: string | null;
  readonly uraian: readonly Potongan[];
  readonly rincian: readonly Potongan[] | null;
}

type AdendumTercetak = PerubahanRencana['adendum'][number];

/** Null for a plan that no addendum changed (DOMAIN section 5: reports show plan awal and berlaku). */
export function bagianPerubahan(
  bahan: Bahan,
  nomor: Penomoran,
  { id, ke }: { readonly id: string; readonly ke: string | null },
): BagianPerubahan | null {
  const { perubahan } = bahan;
  if (!perubahan || perubahan.adendum.length === 0) return null;
  const { awal, adendum } = perubahan;
  const baru = adendum.flatMap((a) => (a.isi.jenis === 'tambahan' ? [a.isi.kegiatan.kode] : []));
  const semula = new Map(semuaKegiatan(awal).map((k) => [k.kode, k]));
  const kini = new Map(semuaKegiatan(bahan.berkas.rencana).map((k) => [k.kode, k]));
  const baris = [...semula.keys(), ...baru].flatMap((kode): BarisPerubahan[] => {
    const { oleh, terakhir } = jejak(kode, adendum);
    if (oleh.length === 0) return [];
    return [
      {
        awal: sisi(bahan, semula.get(kode), 'Belum ada dalam rencana awal.'),
        berlaku: sisi(bahan, kini.get(terakhir), 'Dibatalkan; tidak dilaksanakan lagi.'),
        adendum: oleh.map(adendumTercetak),
      },
    ];
  });
  const [n, m] = [adendum.length, semula.size];
  const kalimatJumlah = `Sesudah ditetapkan dengan ${terbilang(m)} kegiatan, rencana diubah dengan ${terbilang(n)} adendum, sehingga kegiatan yang berlaku menjadi ${terbilang(kini.size)}.`;
  const sub = nomor.subbab(id, ke, 'Perubahan sesudah Penetapan');
  const judul = nomor.tabel('Rencana Awal dan Rencana yang Berlaku');
  return { sub, judul, baris, kalimat: `${kalimatJumlah} Kegiatan yang berubah tertera pada ${judul.nomor ?? ''}; kegiatan lain tetap seperti saat ditetapkan.` }; // prettier-ignore
}

/** Through every replacement to the kegiatan that stands in its place now. */
function jejak(kode: string, adendum: readonly AdendumTercetak[]): { oleh: AdendumTercetak[]; terakhir: string } {
  let terakhir = kode;
  const oleh = adendum.filter(({ isi }) => {
    if (kegiatanAdendum(isi) !== terakhir) return false;
    if (isi.jenis === 'diganti') terakhir = isi.pengganti.kode;
    return true;
  });
  return { oleh, terakhir };
}

function sisi(bahan: Bahan, kegiatan: Kegiatan | undefined, kosong: string): SisiPerubahan {
  if (!kegiatan) return { kode: null, uraian: [biasa(kosong)], rincian: null };
  const jadwal = jadwalDalamKata(kegiatan.jadwal, bahan.berkas.rencana.satuanJadwal) || 'belum dijadwalkan';
  const pj = namaPenanggungJawab(bahan, kegiatan).join(', ') || 'belum ditentukan';
  return {
    kode: kegiatan.kode,
    uraian: kalimat(kegiatan.uraian),
    rincian: kalimat(`Jadwal: ${jadwal}. Penanggung jawab: ${pj}.`),
  };
}

function adendumTercetak({
  nomor,
  isi,
  alasan,
  tanggal,
  penyetujuNama,
  penyetujuJabatan,
}: AdendumTercetak): BarisPerubahan['adendum'][number] {
  const oleh = [penyetujuNama, penyetujuJabatan ?? ''].filter(Boolean).map(satuBaris).join(', ');
  return {
    nomor: `Adendum ${nomor}, ${tanggalIndonesia(tanggal)}`,
    teks: kalimat(`${KATA[isi.jenis]}: ${tanpaTitik(alasan)}.`),
    penyetuju: `Disetujui ${oleh}.`,
  };
}

const KATA: Readonly<Record<AdendumTercetak['isi']['jenis'], string>> = {
  tambahan: 'Ditambahkan',
  diganti: 'Diganti',
  dibatalkan: 'Dibatalkan',
  digeser: 'Digeser',
};
