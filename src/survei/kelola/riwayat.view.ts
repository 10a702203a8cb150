import type { CatatanAudit } from '../../audit/audit.query';
import type { IsiAudit, NilaiAudit } from '../../audit/bentuk-peristiwa';
import { PERISTIWA } from '../../audit/peristiwa';
import type { Tempat } from '../../organisasi/tempat';
import { Halaman } from '../../shared/tampilan/tampilan';
import { waktuIndonesia } from '../../shared/tanggal';
import { bingkai, indukSurvei, remahSurvei } from './halaman.view';

const NADA: Readonly<Record<string, { readonly nada: string; readonly ikon: string }>> = {
  'survei.buat': { nada: 'ina-info', ikon: 'pencil' },
  'survei.tetapkan': { nada: 'ina-positif', ikon: 'lock' },
  'survei.buka_kembali': { nada: 'ina-waspada', ikon: 'arrow-back-up' },
  'survei.batalkan': { nada: 'ina-negatif', ikon: 'x' },
};

const NAMA_MEDAN: Readonly<Record<string, string>> = {
  tanggalTerbit: 'Laporan terbit',
  jumlahResponden: 'Jumlah responden',
  respondenPerLayanan: 'Responden per layanan',
  profil: 'Profil responden',
  tingkat: 'Cara mengisi',
  unsur: 'Angka per unsur',
  urutan: 'Urutan unsur',
  terbit: 'Angka terbit',
  dikecualikan: 'Galat yang dikecualikan',
};

/** Newest first, old → new of what changed, every reason kept. */
export function riwayatView(tempat: Tempat, kode: string, daftar: readonly CatatanAudit[]): Halaman {
  const judul = 'Riwayat survei';
  const { zonaWaktu } = tempat.instansi;
  return new Halaman('survei/riwayat', {
    kerangka: bingkai(tempat, judul, [remahSurvei(tempat, kode), { teks: judul }], indukSurvei(tempat)),
    judul,
    anak: `Survei ${kode}: siapa mengubah apa dan mengapa, terbaru di atas. Riwayat tidak dapat diubah atau dihapus.`,
    butir:
      daftar.length === 0
        ? null
        : daftar.map((c) => ({
            ...(NADA[c.peristiwa] ?? { nada: 'ina-info', ikon: 'pencil' }),
            peristiwa: Object.hasOwn(PERISTIWA, c.peristiwa)
              ? PERISTIWA[c.peristiwa as keyof typeof PERISTIWA].nama
              : c.peristiwa,
            oleh: [c.nama, c.jabatan].filter(Boolean).join(', '),
            waktu: waktuIndonesia(zonaWaktu, c.waktu),
            iso: c.waktu.toISOString(),
            alasan: c.alasan,
            perubahan: perubahan(c.sebelum, c.sesudah),
          })),
    kosong: {
      ikon: 'checklist',
      judul: 'Belum ada riwayat',
      teks: 'Survei ini masuk bersama paket, dan belum pernah diubah di sini. Impor paket tercatat pada log audit.',
      tautan: null,
      ajakan: null,
    },
  });
}

/** Whoever is told that somebody else was there before. */
export function olehTeks(tempat: Tempat, c: CatatanAudit | null): string {
  return c ? `${c.nama} (${waktuIndonesia(tempat.instansi.zonaWaktu, c.waktu)})` : 'Orang lain';
}

function perubahan(sebelum: IsiAudit | null, sesudah: IsiAudit | null): object[] | null {
  const nama = [...new Set([...Object.keys(sebelum ?? {}), ...Object.keys(sesudah ?? {})])];
  const butir = nama.flatMap((n) => {
    const [lama, baru] = [kata(n, teks(sebelum?.[n])), kata(n, teks(sesudah?.[n]))];
    return lama === baru ? [] : [{ nama: namaMedan(n), lama: lama || null, baru: baru || null }];
  });
  return butir.length === 0 ? null : butir;
}

const KATA_TINGKAT: Readonly<Record<string, string>> = {
  respons: 'jawaban responden',
  jumlah: 'jumlah dan n',
  nrr: 'NRR per unsur',
  nilai: 'nilai per unsur',
  terbit: 'angka terbit saja',
};

const kata = (medan: string, isi: string): string => (medan === 'tingkat' ? (KATA_TINGKAT[isi] ?? isi) : isi);

function namaMedan(nama: string): string {
  const kata = nama.replace(/([A-Z])/g, ' $1').toLowerCase();
  return NAMA_MEDAN[nama] ?? kata.charAt(0).toUpperCase() + kata.slice(1);
}

function teks(nilai: NilaiAudit | undefined): string {
  if (nilai === null || nilai === undefined) return '';
  if (Array.isArray(nilai)) return (nilai as readonly NilaiAudit[]).map(teks).join(', ');
  if (typeof nilai === 'object') return Object.entries(nilai).map(([k, v]) => `${k} ${teks(v)}`).join('; '); // prettier-ignore
  return typeof nilai === 'boolean' ? (nilai ? 'ya' : 'tidak') : String(nilai);
}
