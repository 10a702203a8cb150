import { ALASAN_TIDAK_DAPAT } from '../progres/gerbang.rules';
import type { BuktiPengajuan, IsiPengajuan } from '../progres/lapor/pengajuan.rules';
import { jalurLapor, type TempatLapor } from '../progres/lapor/tempat-lapor';
import { PENGGANTI, tandaKeadaan, tandaPelaksanaan, tandaTingkat, temuanView, type Tanda } from '../progres/tanda-laporan';
import type { GalatMedan, Ketikan } from '../shared/isian';
import { namaPeriodeLengkap, periode } from '../shared/periode';
import { ringkasanGalat } from '../shared/tampilan/medan';
import { jalur, kueri, tautanLuar, type Kueri } from '../shared/tampilan/tautan';
import { tanggalIndonesia } from '../shared/tanggal';
import type { Temuan } from '../survei/temuan.rules';
import type { BarisAntrean } from './antrean.query';
import type { BerkasLaporan, PengajuanTersimpan } from './berkas-laporan.query';
import { lacakView } from './lacak.view';
import { jalurCabut, komentarView, putusanView } from './pendamping.view';
import { butirPeriksa, wajibMemadai } from './putusan.rules';
import { olehView, riwayatLaporan } from './riwayat-laporan.view';
import { bolehMemutus, halanganPutusan, pihakPelaku, putusanTerbuka } from './verifikasi.policy';

export interface BahanPeriksa {
  readonly tempat: TempatLapor;
  readonly berkas: BerkasLaporan;
  readonly ditetapkan: Date | null;
  /** what the checks say of the last submission */
  readonly temuan: readonly Temuan[];
  /** of the queue, which goes along */
  readonly bawaan: Kueri;
  readonly berikut: BarisAntrean | null;
  readonly isian: { readonly ketikan: Ketikan; readonly galat: readonly GalatMedan[] };
  /** the state on which a decision was made that came too late; null otherwise */
  readonly dibaca: number | null;
}

/** One submitted report as who examines it reads it, with the form of the decision; null while nothing was submitted. */
export function periksaView(bahan: BahanPeriksa): object | null {
  const { tempat, berkas, ditetapkan, isian } = bahan;
  const { laporan, instansi } = tempat;
  const pengajuan = berkas.pengajuan.at(-1);
  if (!laporan || !pengajuan) return null;
  const terbuka = putusanTerbuka(tempat, { klaim: pengajuan.isi.status, pelapor: berkas.pelapor });
  const cabut = terbuka.find((t) => t.tindakan === 'cabut');
  const bolehPeriksa = terbuka.some((t) => t.tindakan === 'verifikasi');
  return {
    kode: `${tempat.kegiatan.kode} · ${namaPeriodeLengkap(periode(tempat.periode))}`,
    uraian: tempat.kegiatan.uraian,
    unit: tempat.namaUtama ?? 'tanpa penanggung jawab',
    pendukung: tempat.pendukung.map((u) => u.nama).join(', ') || null,
    kegiatan: jalur('instansi', instansi.kode, 'rencana', tempat.rencana.kode, 'kegiatan', tempat.kegiatan.kode),
    halaman: jalurLapor(tempat),
    lacak: lacakView(tempat, berkas, ditetapkan, bolehPeriksa ? 'Anda' : undefined),
    ringkasan: ringkasanGalat('Putusan belum disimpan', isian.galat),
    berubah: bahan.dibaca === null ? null : berubahView(tempat, berkas, bahan.dibaca),
    catatan: catatanOtomatis(pengajuan, bahan.temuan),
    ...isiView(tempat, pengajuan),
    keadaan: tandaKeadaan(laporan.keadaan),
    ...putusanView(tempat, berkas),
    formulir: bolehPeriksa ? formulirView(bahan, pengajuan) : null,
    bukti: bolehPeriksa ? null : pengajuan.isi.bukti.map((b) => buktiView(tempat, b)),
    halangan: bolehPeriksa ? null : halangan(tempat, berkas, pengajuan),
    cabut: cabut ? jalurCabut(tempat, cabut.oleh) : null,
    tidakDapat: terbuka.some((t) => t.tindakan === 'setujuiTidakDapat') ? jalurLapor(tempat, 'tidak-dapat') : null,
    komentar: komentarView(tempat, berkas, 'antrean'),
    riwayat: riwayatLaporan(tempat, berkas),
  };
}

/** What a unit submitted, as it stands in the frozen submission. */
export function isiView(tempat: TempatLapor, pengajuan: PengajuanTersimpan): object {
  const { isi } = pengajuan;
  return {
    status: tandaPelaksanaan(isi.status),
    oleh: olehView(pengajuan, tempat.instansi.zonaWaktu),
    atasNama: [pengajuan.atasNama, pengajuan.atasNamaJabatan].filter(Boolean).join(', '),
    masa: masa(isi),
    pengganti: isi.kegiatanPengganti
      ? { tanda: PENGGANTI, rencana: tempat.kegiatan.uraian, uraian: isi.kegiatanPengganti, alasan: isi.alasanPengganti ?? null }
      : null,
    isi: [
      { istilah: 'Uraian', teks: isi.deskripsi },
      { istilah: 'Hambatan', teks: isi.hambatan },
      { istilah: 'Langkah berikutnya', teks: isi.tindakLanjutBerikut },
      { istilah: 'Alasan tidak dapat dilaksanakan', teks: isi.alasan && ALASAN_TIDAK_DAPAT[isi.alasan] },
      ...isi.kontribusi.map((k) => ({ istilah: `Kontribusi ${k.nama}`, teks: k.uraian })),
    ].filter((b) => b.teks),
    surat: isi.bukti.filter((b) => b.surat).map((b) => buktiView(tempat, b)),
  };
}

function masa({ mulai, selesai }: IsiPengajuan): string | null {
  if (mulai !== undefined && selesai !== undefined) return `${tanggalIndonesia(mulai)} – ${tanggalIndonesia(selesai)}`;
  if (mulai !== undefined) return `mulai ${tanggalIndonesia(mulai)}`;
  return selesai === undefined ? null : `selesai ${tanggalIndonesia(selesai)}`;
}

function buktiView({ instansi }: TempatLapor, b: BuktiPengajuan): object {
  const alamat = jalur('instansi', instansi.kode, 'bukti', b.id);
  const luar = b.jenis === 'tautan';
  return {
    nama: b.nama,
    ikon: { foto: 'photo', dokumen: 'file-text', tautan: 'link' }[b.jenis],
    href: luar ? tautanLuar(b.url) : alamat,
    luar,
    kecil: b.jenis === 'foto' ? `${alamat}/kecil` : null,
    rincian: [
      b.surat ? 'surat keputusan' : null,
      b.keterangan,
      b.tanggal ? `tanggal kegiatan ${tanggalIndonesia(b.tanggal)}` : 'tanggal kegiatan tidak diisi',
    ]
      .filter(Boolean)
      .join(' · '),
  };
}

/** What the checks say, and what was noted when it was submitted. */
function catatanOtomatis(
  { terlambat, samaDenganLalu, batas }: PengajuanTersimpan,
  temuan: readonly Temuan[],
): { tanda: Tanda; teks: string }[] {
  const sama = samaDenganLalu && !temuan.some((t) => t.kode === 'teks-sama');
  return [
    ...temuanView(temuan),
    ...(sama
      ? [
          {
            tanda: tandaTingkat('peringatan'),
            teks: 'Isinya sama dengan laporan periode lalu; tidak ada yang diubah sesudah disalin.',
          },
        ]
      : []),
    ...(terlambat
      ? [{ tanda: tandaTingkat('catatan'), teks: `Diajukan sesudah batas${batas ? ` ${tanggalIndonesia(batas)}` : ''}.` }]
      : []),
  ];
}

function formulirView({ tempat, bawaan, berikut, isian, berkas }: BahanPeriksa, { isi }: PengajuanTersimpan): object {
  const { ketikan, galat } = isian;
  const pesan = (medan: string) => galat.find((g) => g.medan === medan)?.pesan ?? null;
  const butir = butirPeriksa(isi.bukti, tempat.buktiDiharapkan);
  const tindakan = ketikan['tindakan'] ?? '';
  return {
    aksi: kueri(jalurLapor(tempat, 'putuskan'), bawaan),
    versi: tempat.laporan?.versi ?? 0,
    butir: butir.map((b) => {
      const bukti = isi.bukti.find((x) => x.id === b.bukti);
      const nilai = ketikan[b.medan] ?? (b.bukti !== undefined || !wajibMemadai(b, isi.status) ? 'ya' : 'tidak');
      const harapan = tempat.buktiDiharapkan.find((d) => d.urutan === b.diharapkan);
      return {
        ...{
          medan: b.medan,
          ya: nilai === 'ya',
          tidak: nilai === 'tidak',
          galat: pesan(b.medan),
          catatan: ketikan[`c.${b.medan}`] ?? '',
        },
        ...(bukti
          ? buktiView(tempat, bukti)
          : {
              nama: b.nama,
              ikon: 'tanpa-bukti',
              href: null,
              luar: false,
              kecil: null,
              rincian: 'diharapkan menurut rencana, belum ada',
            }),
        harapan: bukti && harapan ? harapan.uraian : null,
        kataYa: bukti ? 'Memadai' : 'Tidak diperlukan',
        kataTidak: bukti ? 'Tidak' : 'Perlu',
      };
    }),
    pilihan: [
      { nilai: 'verifikasi', teks: 'Verifikasi', petunjuk: 'Uraian dan bukti sesuai', pemicu: false },
      { nilai: 'kembalikan', teks: 'Kembalikan', petunjuk: 'Unit memperbaiki, lalu mengajukan lagi', pemicu: true },
      {
        nilai: 'nyatakanTidakMemadai',
        teks: 'Bukti tidak memadai',
        petunjuk: 'Laporannya jelas, buktinya tidak cukup',
        pemicu: true,
      },
    ].map((p, i) => ({ ...p, id: i === 0 ? 'tindakan' : `tindakan-${i + 1}`, dipilih: p.nilai === tindakan })),
    ...{ galatTindakan: pesan('tindakan'), alasan: ketikan['alasan'] ?? '', galatAlasan: pesan('alasan') },
    tombol: berikut ? `Simpan dan lanjut ke ${berikut.kegiatan}` : 'Simpan putusan',
    lewati: berikut ? antreanDengan(tempat, bawaan, berikut.id) : null,
    adaPutusanLama: berkas.putusan.length > 0,
  };
}

export function antreanDengan({ instansi }: Pick<TempatLapor, 'instansi'>, bawaan: Kueri, slot: string | null): string {
  return kueri(jalur('instansi', instansi.kode, 'verifikasi'), { ...bawaan, slot }, slot === null ? '' : 'judul-slot');
}

function halangan(
  { pelaku, instansi, laporan, kegiatan }: TempatLapor,
  { pelapor }: BerkasLaporan,
  { isi }: PengajuanTersimpan,
): string | null {
  if (laporan?.keadaan !== 'diajukan') return null;
  const keluar = halanganPutusan(kegiatan);
  if (keluar !== null) return keluar;
  if (!bolehMemutus(pelaku, pelapor)) return 'Anda ikut mengisi atau mengajukan laporan ini, jadi harus diperiksa orang lain.';
  if (isi.status === 'tidak_dapat' && !pihakPelaku(pelaku, instansi.id).includes('pimpinan'))
    return 'Laporan tidak dapat dilaksanakan diputuskan pimpinan. Tulis pendapat Anda sebagai komentar.';
  return null;
}

/** Both states: the one that was read when the decision was made, and the one that holds now, with all that came in between. */
function berubahView(tempat: TempatLapor, berkas: BerkasLaporan, dibaca: number): object {
  const kejadian = [...berkas.pengajuan, ...berkas.putusan].sort((a, b) => a.pada.getTime() - b.pada.getTime());
  const jumlahBaru = Math.max(0, (tempat.laporan?.versi ?? 0) - dibaca);
  const lama = kejadian.slice(0, Math.max(0, kejadian.length - jumlahBaru));
  const keadaan = (daftar: typeof kejadian) => {
    const akhir = daftar.at(-1);
    const diajukan = daftar.filter((k): k is PengajuanTersimpan => 'putaran' in k).at(-1);
    if (!akhir || !diajukan) return null;
    return {
      ...{ status: tandaPelaksanaan(diajukan.isi.status), keadaan: tandaKeadaan('ke' in akhir ? akhir.ke : 'diajukan') },
      ...{ uraian: diajukan.isi.deskripsi, oleh: olehView(akhir, tempat.instansi.zonaWaktu) },
    };
  };
  return {
    ...{ dahulu: keadaan(lama), kini: keadaan(kejadian) },
    riwayat: riwayatLaporan(tempat, berkas).slice(0, jumlahBaru),
  };
}
