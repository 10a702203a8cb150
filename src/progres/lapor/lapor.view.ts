import type { GalatMedan, Ketikan } from '../../shared/isian';
import { ringkasanGalat } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { tanggalIndonesia, waktuIndonesia } from '../../shared/tanggal';
import { buktiIsianView } from '../bukti/unggah/bukti-isian.view';
import { jalurGabungan, triwulanDari } from '../gabungan/alamat-gabungan';
import { ALASAN_TIDAK_DAPAT } from '../gerbang.rules';
import { harusDiperbaiki } from '../jendela/jendela.rules';
import type { Temuan } from '../../survei/temuan.rules';
import { NAMA_STATUS, type StatusPelaksanaan } from '../progres.rules';
import { tandaKeadaan, tandaPelaksanaan, temuanView } from '../tanda-laporan';
import { bingkaiLapor, namaPeriodeJudul } from './bingkai-lapor.view';
import type { BahanLapor } from './halaman-lapor.query';
import { ketikanTertolak } from './ketikan-tertolak.view';
import { MedanLapor, type MedanLaporView } from './medan-lapor.view';
import { isiPengajuanView } from './isi-pengajuan.view';
import { bagianPelaku, bukanBagiannya, halanganIsi } from './lapor.policy';
import { jalurLapor, UTAMA, type TempatLapor, type UnitLapor } from './tempat-lapor';
import { sidikTemuan } from './temuan-laporan.query';

interface Ulang {
  /** what was typed, when the form comes back */
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
  /** why nothing of it was saved: the slot was closed meanwhile */
  readonly terkunci?: string;
  /** what the checks say of it, before it is submitted */
  readonly temuan?: readonly Temuan[];
}

const SYARAT: Readonly<Record<StatusPelaksanaan, string>> = {
  sudah: 'Perlu uraian dan paling sedikit satu bukti',
  sebagian: 'Perlu hambatan dan langkah berikutnya',
  belum: 'Perlu hambatan dan langkah berikutnya',
  tidak_dapat: 'Perlu alasan sah dan surat keputusan',
};
const PEMICU: Readonly<Record<StatusPelaksanaan, string | null>> = {
  ...{ sudah: null, sebagian: 'ina-pemicu', belum: 'ina-pemicu', tidak_dapat: 'ina-pemicu-tidak' },
};

/** The report of one slot: its form for those who may enter something now, the last submission for everybody else. */
export function laporView(tempat: TempatLapor, bahan: BahanLapor, ulang: Ulang = { ketikan: {}, galat: [] }): Halaman {
  const { kegiatan, laporan, periode, namaUtama } = tempat;
  const bagian = bagianPelaku(tempat);
  const halangan = halanganIsi(tempat);
  const mengisi = bagian.length > 0 && halangan === null;
  const terakhir = bahan.pengajuan[0];
  return new Halaman(
    'progres/lapor',
    {
      kerangka: bingkaiLapor(tempat, null, mengisi ? ['lapor.js', 'unggah.js'] : []),
      ringkasan: ringkasanGalat('Laporan belum terkirim', ulang.galat),
      temuan: ulang.temuan ? temuanView(ulang.temuan) : null,
      judul: `Laporan ${namaPeriodeJudul(periode)}`,
      kode: kegiatan.kode,
      uraian: kegiatan.uraian,
      keadaan: laporan && laporan.keadaan !== 'draf' ? tandaKeadaan(laporan.keadaan) : null,
      pendamping: bahan.pendamping,
      tertolak: ulang.terkunci === undefined ? null : ketikanTertolak(tempat, ulang.ketikan, ulang.terkunci),
      batas: mengisi ? batasView(tempat) : null,
      halangan: bagian.length > 0 && ulang.terkunci === undefined ? halangan : null,
      bukan: bagian.length === 0 ? bukanBagiannya(tempat, UTAMA) : null,
      formulir: mengisi ? formulirView(tempat, bahan, ulang) : null,
      terakhir: terakhir && !mengisi ? isiPengajuanView(tempat, terakhir) : null,
      draf: bagian.length > 0 && halangan !== null && belumDiajukan(tempat, bahan) ? drafView(tempat, bahan) : null,
      belum: !terakhir && !mengisi,
      gabungan: bagian.includes(UTAMA) ? jalurGabungan(tempat.instansi.kode, triwulanDari(periode)) : null,
      utama: namaUtama ?? 'koordinator instansi',
      tandaTerima: bahan.pengajuan.map((p) => ({
        teks: `Tanda terima ${p.nomor}`,
        waktu: waktuIndonesia(tempat.instansi.zonaWaktu, p.pada),
        tautan: jalurLapor(tempat, 'tanda-terima', String(p.putaran)),
      })),
    },
    ulang.terkunci === undefined ? (ulang.galat.length > 0 || ulang.temuan ? 422 : 200) : 400,
  );
}

function batasView({ jendela, hariIni, laporan }: TempatLapor): { readonly teks: string; readonly terlambat: boolean } | null {
  const { batas, batasWaktu } = jendela;
  const terlambat = batasWaktu !== null && hariIni > batasWaktu;
  if (batas === null && harusDiperbaiki(laporan?.keadaan)) {
    const lewat = terlambat ? `Batas waktu ${tanggalIndonesia(batasWaktu)} sudah lewat, tetapi laporan` : 'Laporan';
    const teks = `${lewat} yang dikembalikan ini dapat langsung diperbaiki dan diajukan lagi, tanpa menunggu koordinator membuka slotnya.`;
    return { teks, terlambat };
  }
  if (batas === null) return null;
  const teks = terlambat
    ? `Batas waktu ${tanggalIndonesia(batasWaktu)} sudah lewat; laporan ini akan tercatat terlambat. Masih dapat diajukan sampai ${tanggalIndonesia(batas)}.`
    : `Ajukan paling lambat ${tanggalIndonesia(batas)}.`;
  return { teks, terlambat };
}

function formulirView(tempat: TempatLapor, bahan: BahanLapor, { ketikan, galat, temuan }: Ulang): object {
  const m = new MedanLapor(tempat, bahan, { ketikan, galat });
  const bagian = bagianPelaku(tempat);
  const utama = bagian.includes(UTAMA);
  const bukti = (b: string) => buktiIsianView(tempat, bahan.bukti, { bagian: b, boleh: bagian.includes(b), ketikan, galat });
  const status = m.nilai(UTAMA, 'status');
  return {
    kunci: ketikan['kunci'] ?? bahan.kunciKirim,
    temuan: temuan ? sidikTemuan(temuan) : null,
    aksi: jalurLapor(tempat, 'isian'),
    ajukan: utama ? jalurLapor(tempat, 'ajukan') : null,
    pemilik: tempat.pelaku.penggunaId,
    tersimpan: terakhirTersimpan(tempat, bahan),
    tempat: jalurLapor(tempat),
    sama: bahan.samaDenganLalu && bahan.lalu ? `Isi laporan ini sama dengan laporan ${namaPeriodeJudul(bahan.lalu.periode)}. Perbarui bila ada kemajuan; pemeriksa melihat tanda yang sama.` : null, // prettier-ignore
    utama: utama
      ? {
          status: {
            ...m.medan(UTAMA, 'status'),
            pilihan: (Object.keys(NAMA_STATUS) as StatusPelaksanaan[]).map((s, i) => ({
              ...{ id: i === 0 ? 'status' : `status-${s}`, nilai: s, tanda: tandaPelaksanaan(s), petunjuk: SYARAT[s] },
              ...{ pemicu: PEMICU[s], dipilih: s === status },
            })),
          },
          lalu: bahan.lalu && {
            judul: namaPeriodeJudul(bahan.lalu.periode),
            tanda: tandaPelaksanaan(bahan.lalu.status),
            verifikasi: bahan.lalu.verifikasi && tandaKeadaan(bahan.lalu.verifikasi),
          },
          deskripsi: m.medan(UTAMA, 'deskripsi'),
          hambatan: m.medan(UTAMA, 'hambatan'),
          berikut: m.medan(UTAMA, 'tindakLanjutBerikut'),
          alasan: {
            ...m.medan(UTAMA, 'alasan'),
            pilihan: [
              { nilai: '', teks: 'Pilih alasannya', dipilih: m.nilai(UTAMA, 'alasan') === '' },
              ...Object.entries(ALASAN_TIDAK_DAPAT).map(([nilai, teks]) => ({
                nilai,
                teks,
                dipilih: nilai === m.nilai(UTAMA, 'alasan'),
              })),
            ],
          },
          mulai: m.medan(UTAMA, 'mulai'),
          selesai: m.medan(UTAMA, 'selesai'),
          pengganti: m.medan(UTAMA, 'kegiatanPengganti'),
          alasanPengganti: m.medan(UTAMA, 'alasanPengganti'),
          diganti: (['kegiatanPengganti', 'alasanPengganti'] as const).some((n) => m.nilai(UTAMA, n) !== ''),
          pejabat: pejabatView(m, bahan),
        }
      : null,
    bacaan: utama ? null : bacaanUtama(m, tempat),
    buktiUtama: utama ? bukti(UTAMA) : null,
    pendukung: tempat.pendukung.map((u) => pendukungView(u, m, bagian.includes(u.id) ? bukti(u.id) : null, tempat)),
  };
}

/** When the server last wrote something of it; null while there is nothing. */
function terakhirTersimpan({ instansi }: TempatLapor, { isian }: BahanLapor): string | null {
  const waktu = isian.map((i) => i.pada.getTime());
  return waktu.length === 0 ? null : waktuIndonesia(instansi.zonaWaktu, new Date(Math.max(...waktu)));
}

/** One: named; several: a choice; none: to be typed. */
function pejabatView(m: MedanLapor, { pejabat }: BahanLapor): object {
  const [satu] = pejabat;
  return {
    satu: pejabat.length === 1 && satu ? `${satu.nama}, ${satu.jabatan}` : null,
    pilih:
      pejabat.length > 1
        ? {
            ...m.medan(UTAMA, 'penugasan'),
            pilihan: [
              { nilai: '', teks: 'Pilih pejabatnya', dipilih: m.nilai(UTAMA, 'penugasan') === '' },
              ...pejabat.map((p) => ({
                ...{ nilai: p.id, teks: `${p.nama}, ${p.jabatan}`, dipilih: p.id === m.nilai(UTAMA, 'penugasan') },
              })),
            ],
          }
        : null,
    tulis: pejabat.length === 0 ? [m.medan(UTAMA, 'atasNama'), m.medan(UTAMA, 'atasNamaJabatan')] : null,
  };
}

/** Something was entered that nobody submitted: it stays readable for its units when the slot is closed over it. */
function belumDiajukan({ laporan }: TempatLapor, { isian }: BahanLapor): boolean {
  return isian.some((i) => i.nilai.trim() !== '') && laporan?.keadaan !== 'diajukan' && laporan?.keadaan !== 'terverifikasi';
}

function drafView(tempat: TempatLapor, bahan: BahanLapor): object {
  const m = new MedanLapor(tempat, bahan, { ketikan: {}, galat: [] });
  return { ...bacaanUtama(m, tempat), pendukung: tempat.pendukung.map((u) => pendukungView(u, m, null, tempat)) };
}

/** The utama's part for those of a pendukung unit. */
function bacaanUtama(m: MedanLapor, { namaUtama }: TempatLapor): object {
  const status = Object.keys(NAMA_STATUS).find((s): s is StatusPelaksanaan => s === m.nilai(UTAMA, 'status'));
  const butir: MedanLaporView[] = (['deskripsi', 'hambatan', 'tindakLanjutBerikut'] as const).map((n) => m.medan(UTAMA, n));
  return {
    judul: namaUtama ?? 'Penanggung jawab utama',
    status: status ? tandaPelaksanaan(status) : null,
    butir: butir.filter((b) => b.nilai !== '').map((b) => ({ label: b.label, teks: b.nilai })),
  };
}

function pendukungView(u: UnitLapor, m: MedanLapor, bukti: object | null, { instansi }: TempatLapor): object {
  const isian = m.kini(u.id, 'uraian');
  return {
    id: u.id,
    nama: u.nama,
    medan: bukti && m.medan(u.id, 'uraian', u.nama),
    bukti,
    teks: bukti || !isian?.nilai.trim() ? null : isian.nilai,
    oleh: isian ? `${isian.olehNama}, ${waktuIndonesia(instansi.zonaWaktu, isian.pada)}` : null,
  };
}
