import type { Bukti, Realisasi } from '../progres/progres.rules';
import { urutkanRealisasi } from '../progres/progres.rules';
import { hitungRencana } from '../realisasi/hasil.rules';
import { sampaiDengan, type KeadaanKegiatan } from '../realisasi/realisasi.rules';
import { teksBilangan } from '../shared/desimal';
import { jadwalRinci, type Horizon } from '../rtl/jadwal.rules';
import { namaPeriodeLengkap, periode } from '../shared/periode';
import { jalur, jangkar, kueri, tautanLuar } from '../shared/tampilan/tautan';
import { tanggalIndonesia } from '../shared/tanggal';
import { alasanNilai } from './hitungan.view';
import { kerangka } from './kerangka.view';
import { penamaUnit, tandaTambahan } from './matriks.view';
import type { BahanRencana } from './rencana/pilihan-matriks';
import { waktuRencana } from './rencana/waktu-rencana';
import { kegiatanTemuan } from './saringan.view';
import { tandaPelaksanaan, tandaTingkat } from './tanda.view';
import { keteranganWaktu, kueriWaktu, pitaWaktu } from './waktu.view';

const HORIZON: Readonly<Record<Horizon, string>> = {
  pendek: 'jangka pendek, kurang dari 12 bulan',
  menengah: 'jangka menengah, 12–24 bulan',
  panjang: 'jangka panjang, lebih dari 24 bulan',
};

const JENIS_BUKTI: Readonly<Record<Bukti['jenis'], { ikon: string; kata: string }>> = {
  tautan: { ikon: 'link', kata: 'Tautan' },
  foto: { ikon: 'photo', kata: 'Foto' },
  dokumen: { ikon: 'file-text', kata: 'Dokumen' },
};

export interface BahanKegiatan extends BahanRencana {
  readonly kode: string;
  /** oldest report first; the latest otherwise */
  readonly terlama: boolean;
}

/** Null when the plan has no such kegiatan. */
export function kegiatanView({ berkas, kode, kueri: kueriHttp, terlama, sekarang }: BahanKegiatan): object | null {
  const { instansi, rencana } = berkas;
  const waktu = waktuRencana(berkas, kueriHttp);
  const bawa = kueriWaktu(waktu);
  const hasil = hitungRencana(berkas, waktu.per ?? undefined);
  const urutan = hasil.kegiatan.findIndex((k) => k.kegiatan.kode === kode);
  const keadaan = hasil.kegiatan[urutan];
  if (!keadaan) return null;
  const alamatRencana = jalur('instansi', instansi.kode, 'rencana', rencana.kode);
  const alamat = `${alamatRencana}/kegiatan/${encodeURIComponent(kode)}`;
  const semua = urutkanRealisasi(berkas.realisasi.filter((r) => r.kegiatan === kode));
  const laporan = semua.filter((r) => sampaiDengan(r, waktu.per ?? undefined));
  const tetangga = (k: KeadaanKegiatan | undefined) =>
    k ? { kode: k.kegiatan.kode, tautan: kueri(`${alamatRencana}/kegiatan/${encodeURIComponent(k.kegiatan.kode)}`, bawa) } : null;
  return {
    kerangka: kerangka({
      judul: `Kegiatan ${kode}`,
      instansi,
      keterangan: `${rencana.kode} · ${keteranganWaktu(waktu)}`,
      remah: [{ teks: rencana.kode, tautan: alamatRencana }, { teks: kode }],
      pita: pitaWaktu(alamat, waktu, { urut: terlama ? 'lama' : null }),
      waktu: bawa,
      sekarang,
    }),
    kode: `${rencana.kode} · ${kode}`,
    uraian: keadaan.kegiatan.uraian,
    status: tandaPelaksanaan(keadaan.status),
    tanda: tandaTambahan(keadaan.realisasi),
    fakta: fakta(keadaan, berkas, alasanNilai(keadaan, hasil.realisasi.aturan)),
    prioritas: {
      teks: `${keadaan.prioritas.no}. ${keadaan.prioritas.judul}`,
      tautan: kueri(alamatRencana, { ...bawa, prioritas: keadaan.prioritas.no }, 'matriks'),
    },
    temuan: hasil.temuan
      .filter((t) => kegiatanTemuan(t).includes(kode))
      .map((t) => ({ tanda: tandaTingkat(t.tingkat), pesan: t.pesan })),
    laporan: (terlama ? laporan : [...laporan].reverse()).map(laporanView),
    urut:
      laporan.length > 1
        ? {
            teks: terlama ? 'Terbaru di atas' : 'Terlama di atas',
            tautan: kueri(alamat, { ...bawa, urut: terlama ? null : 'lama' }),
            kini: terlama ? 'Terlama di atas.' : 'Terbaru di atas.',
          }
        : null,
    kosong:
      semua.length === 0
        ? {
            teks: `Kegiatan ini direncanakan, tetapi belum satu pun laporan masuk. ${pjUtama(keadaan, berkas)}`,
            tautan: null,
            ajakan: null,
          }
        : {
            teks: `Sampai triwulan yang dipilih belum ada laporan; ${teksBilangan(semua.length)} laporan masuk sesudahnya.`,
            tautan: alamat,
            ajakan: 'Lihat seluruh laporan',
          },
    kemudian:
      laporan.length > 0 && laporan.length < semua.length
        ? {
            teks: `${teksBilangan(semua.length - laporan.length)} laporan dari masa sesudah triwulan yang dipilih tidak ditampilkan.`,
            tautan: alamat,
          }
        : null,
    sebelum: tetangga(hasil.kegiatan[urutan - 1]),
    sesudah: tetangga(hasil.kegiatan[urutan + 1]),
  };
}

function pjUtama({ kegiatan }: KeadaanKegiatan, { unit }: BahanRencana['berkas']): string {
  const utama = kegiatan.penanggungJawab[0];
  if (!utama) return 'Penanggung jawabnya belum ditentukan dalam rencana.';
  return `Yang melaporkan: ${'unit' in utama ? penamaUnit(unit)(utama.unit) : utama.kelompok}.`;
}

function fakta(
  { kegiatan, horizon, kecepatanRespons }: KeadaanKegiatan,
  { unit, rencana }: BahanRencana['berkas'],
  nilai: string,
): { istilah: string; isi: string }[] {
  const nama = penamaUnit(unit);
  const pj = kegiatan.penanggungJawab.map((p) => ('unit' in p ? nama(p.unit) : p.kelompok));
  const jadwal = jadwalRinci(kegiatan.jadwal, rencana.satuanJadwal).map(namaPeriodeLengkap);
  const semua: [string, string | undefined][] = [
    ['Hitungan', nilai],
    ['Penanggung jawab utama', pj[0] ?? 'belum ditentukan'],
    ['Pendukung', pj.slice(1).join('; ') || undefined],
    ['Jadwal', jadwal.length > 0 ? jadwal.join(', ') : 'tidak dijadwalkan'],
    ['Jangka waktu', horizon ? HORIZON[horizon] : undefined],
    ['Kecepatan respons', kecepatanRespons === null ? undefined : `${kecepatanRespons} bulan sejak survei`],
    ['Menjawab survei', kegiatan.survei],
    ['Keluaran', kegiatan.keluaran],
    ['Indikator', kegiatan.indikator],
  ];
  return semua.flatMap(([istilah, isi]) => (isi === undefined ? [] : [{ istilah, isi }]));
}

function laporanView(r: Realisasi): object {
  const bukti = r.bukti ?? [];
  return {
    id: jangkar('laporan', r.periode ?? 'tanpa-periode'),
    judul:
      r.periode === undefined ? `Laporan ${masa(r) ?? 'tanpa periode'}` : `Laporan ${namaPeriodeLengkap(periode(r.periode))}`,
    masa: r.periode === undefined ? null : masa(r),
    status: tandaPelaksanaan(r.status),
    tanda: tandaTambahan(r),
    deskripsi: r.deskripsi.trim() || null,
    pengganti: r.kegiatanPengganti ?? null,
    hambatan: r.hambatan?.trim() ? r.hambatan : null,
    berikut: r.tindakLanjutBerikut?.trim() ? r.tindakLanjutBerikut : null,
    bukti: bukti.map(buktiView),
  };
}

function masa({ mulai, selesai }: Realisasi): string | null {
  if (mulai !== undefined && selesai !== undefined)
    return `dilaksanakan ${tanggalIndonesia(mulai)} – ${tanggalIndonesia(selesai)}`;
  if (mulai !== undefined) return `dimulai ${tanggalIndonesia(mulai)}`;
  return selesai === undefined ? null : `selesai ${tanggalIndonesia(selesai)}`;
}

function buktiView(b: Bukti): object {
  const { ikon, kata } = JENIS_BUKTI[b.jenis];
  const href = tautanLuar(b.url);
  const nama = b.keterangan ?? b.berkas ?? b.url ?? kata;
  const tanggal = b.tanggal === undefined ? 'tanggal kegiatan tidak dicatat' : `tanggal kegiatan ${tanggalIndonesia(b.tanggal)}`;
  const berkas = b.keterangan === undefined ? null : (b.berkas ?? null);
  return {
    ikon,
    nama,
    href,
    keterangan: [kata, berkas, tanggal, b.url !== undefined && nama !== b.url ? b.url : null].filter(Boolean).join(' · '),
  };
}
