import type { Pelaku } from '../auth/pelaku';
import { urutkanRealisasi } from '../progres/progres.rules';
import { keadaanDikeluarkan } from '../realisasi/dikeluarkan.rules';
import { hitungRencana } from '../realisasi/hasil.rules';
import { sampaiDengan, type KeadaanKegiatan } from '../realisasi/realisasi.rules';
import { teksBilangan } from '../shared/desimal';
import { jadwalRinci, type Horizon } from '../rtl/jadwal.rules';
import { sebabDikeluarkan } from '../rtl/rtl.rules';
import { namaPeriodeLengkap } from '../shared/periode';
import { jalur, kueri } from '../shared/tampilan/tautan';
import { hariIniDi } from '../shared/tanggal';
import type { SlotKegiatan } from '../verifikasi/slot-kegiatan.query';
import { alasanNilai } from './hitungan.view';
import { kerangka } from './kerangka.view';
import { penamaUnit, tandaTambahan } from './matriks.view';
import { dikeluarkanView, gantianView, tandaDikeluarkan } from './rencana/dikeluarkan.view';
import { buktiKegiatan, laporanView } from './rencana/kegiatan-laporan.view';
import { jadwalView, perbandinganView, silsilahView } from './rencana/kegiatan-rencana.view';
import { penamaUnsur } from './rencana/matriks-halaman.view';
import type { BahanRencana } from './rencana/pilihan-matriks';
import { TANPA_RINCIAN, type RincianRencana } from './rencana/rincian.query';
import type { RincianKegiatan } from './rencana/rincian-kegiatan.query';
import { riwayatKegiatan } from './rencana/riwayat.view';
import { tombolKegiatan } from './rencana/tombol.view';
import { waktuRencana } from './rencana/waktu-rencana';
import { kegiatanTemuan } from './saringan.view';
import { DIJADWALKAN, tandaKegiatan } from './tanda-kegiatan.view';
import { BELUM_MELAPOR, tandaRencana, tandaTingkat } from './tanda.view';
import { keteranganWaktu, kueriWaktu, pitaWaktu } from './waktu.view';

const HORIZON: Readonly<Record<Horizon, string>> = {
  pendek: 'jangka pendek, kurang dari 12 bulan',
  menengah: 'jangka menengah, 12–24 bulan',
  panjang: 'jangka panjang, lebih dari 24 bulan',
};

export const TAB_KEGIATAN = ['laporan', 'rencana', 'bukti', 'verifikasi', 'riwayat'] as const;
export type TabKegiatan = (typeof TAB_KEGIATAN)[number];

export interface BahanKegiatan extends BahanRencana {
  readonly kode: string;
  /** oldest report first; the latest otherwise */
  readonly terlama: boolean;
  /** which part of the page the address asks for; anything else is the first */
  readonly tab: string;
  readonly rinciKegiatan: RincianKegiatan;
  /** its slots with what was decided, for the parts that show them; empty for the others */
  readonly slot?: readonly SlotKegiatan[];
  readonly pelaku: Pelaku;
}

/** Null when the plan has no such kegiatan. */
export function kegiatanView(bahan: BahanKegiatan): object | null {
  const { berkas, kode, kueri: kueriHttp, terlama, sekarang, rinciKegiatan, pelaku, slot = [], rinci = TANPA_RINCIAN } = bahan;
  const { instansi, rencana } = berkas;
  const waktu = waktuRencana(berkas, kueriHttp);
  const bawa = kueriWaktu(waktu);
  const hariIni = hariIniDi(instansi.zonaWaktu, sekarang);
  const hasil = hitungRencana(berkas, waktu.per ?? undefined, hariIni);
  const urutan = hasil.kegiatan.findIndex((k) => k.kegiatan.kode === kode);
  const luar = keadaanDikeluarkan(berkas, kode, hasil.realisasi.aturan, waktu.per ?? undefined, hariIni);
  const keadaan = hasil.kegiatan[urutan] ?? luar?.keadaan;
  if (!keadaan) return null;
  const { kegiatan } = keadaan;
  const alamatRencana = jalur('instansi', instansi.kode, 'rencana', rencana.kode);
  const alamat = `${alamatRencana}/kegiatan/${encodeURIComponent(kode)}`;
  const tab = TAB_KEGIATAN.find((t) => t === bahan.tab) ?? 'laporan';
  const semua = urutkanRealisasi(berkas.realisasi.filter((r) => r.kegiatan === kode));
  const laporan = semua.filter((r) => sampaiDengan(r, waktu.per ?? undefined));
  const riwayat = riwayatKegiatan(kode, rinci, rinciKegiatan, instansi.zonaWaktu);
  const terbukaSampai = rencana.status === 'ditetapkan' ? hariIni : null;
  const satuan = rencana.satuanJadwal;
  const tetangga = (k: KeadaanKegiatan | undefined) =>
    k && {
      kode: k.kegiatan.kode,
      tautan: kueri(`${alamatRencana}/kegiatan/${encodeURIComponent(k.kegiatan.kode)}`, { ...bawa, tab: tabAlamat(tab) }),
    };
  return {
    kerangka: {
      ...kerangka({
        judul: `Kegiatan ${kode}`,
        instansi,
        keterangan: `${rencana.kode} · ${keteranganWaktu(waktu)}`,
        remah: [
          { teks: 'Rencana', tautan: jalur('instansi', instansi.kode, 'rencana') },
          { teks: rencana.kode, tautan: alamatRencana },
          { teks: kode },
        ],
        pita: pitaWaktu(alamat, waktu, { urut: terlama ? 'lama' : null, tab: tabAlamat(tab) }),
        waktu: bawa,
        sekarang,
      }),
      gaya: ['lapor.css'],
    },
    kode: `${rencana.kode} · ${kode}`,
    uraian: kegiatan.uraian,
    status: luar ? tandaDikeluarkan(luar.luar) : tandaKegiatan(keadaan, terbukaSampai !== null),
    dikeluarkan: luar ? dikeluarkanView(luar.luar, alamatRencana, bawa) : null,
    tanda: [
      ...(luar ? [] : tandaTambahan(keadaan.realisasi)),
      ...(rencana.status === 'ditetapkan' ? [] : [tandaRencana(rencana.status)]),
    ],
    tombol: luar ? [] : tombolKegiatan(rencana, pelaku, rinci, alamat),
    tab: tabView(tab, kueri(alamat, bawa), [
      ['laporan', 'Jadwal & laporan', laporan.length],
      ['rencana', 'Rencana', null],
      ['bukti', 'Bukti', laporan.reduce((n, r) => n + (r.bukti?.length ?? 0), 0)],
      ['verifikasi', 'Verifikasi', null],
      ['riwayat', 'Riwayat', null],
    ]),
    diLaporan: tab === 'laporan',
    diRencana:
      tab === 'rencana'
        ? {
            perbandingan: perbandinganView({
              kegiatan: luar ? null : kegiatan,
              satuan,
              rinci: rinciKegiatan,
              namaUnit: penamaUnit(berkas.unit),
            }),
            sebabTanpaAwal: rencana.status === 'ditetapkan' ? SEBAB_TANPA_AWAL : SEBAB_BELUM_DITETAPKAN,
            silsilah: [
              ...gantianView(instansi.kode, rencana, kode, rinci, bawa),
              ...silsilahView(instansi.kode, rinciKegiatan, bawa),
            ],
          }
        : null,
    diBukti: tab === 'bukti' ? { laporan: buktiKegiatan(terlama ? laporan : [...laporan].reverse(), instansi.kode) } : null,
    diVerifikasi: tab === 'verifikasi' ? { slot } : null,
    diRiwayat: tab === 'riwayat' ? { butir: riwayat, riwayat: riwayatSlot(slot) } : null,
    jadwal: jadwalView({
      kegiatan,
      satuan,
      laporan,
      rinci: rinciKegiatan,
      terbukaSampai,
      jendela: rinci.jendela,
      belumMelapor: keadaan.belumMelapor,
      berhenti: luar?.luar.tanggal ?? null,
      alamat: kueri(alamat, bawa),
      alamatSlot: (slot) => kueri(`${alamat}/laporan/${slot}`, bawa),
    }),
    fakta: fakta(
      keadaan,
      berkas,
      rinci,
      luar
        ? `tidak dihitung: ${sebabDikeluarkan(luar.luar)}`
        : hasil.realisasi.menunggu
          ? 'belum dihitung: rencananya menunggu penetapan'
          : alasanNilai(keadaan, hasil.realisasi.aturan),
    ),
    prioritas: {
      teks: `${keadaan.prioritas.no}. ${keadaan.prioritas.judul}`,
      tautan: kueri(alamatRencana, { ...bawa, prioritas: keadaan.prioritas.no }, 'matriks'),
    },
    temuan: hasil.temuan
      .filter((t) => !luar && kegiatanTemuan(t).includes(kode))
      .map((t) => ({ tanda: tandaTingkat(t.tingkat), pesan: t.pesan })),
    laporan: (terlama ? laporan : [...laporan].reverse()).map((r) => laporanView(r, instansi.kode)),
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
            ...(keadaan.belumWaktunya && !luar ? DIJADWALKAN : BELUM_MELAPOR),
            teks: luar
              ? 'Tidak satu pun laporan masuk sebelum kegiatan ini dikeluarkan dari rencana.'
              : keadaan.belumWaktunya
                ? `Jadwal kegiatan ini belum mulai, jadi belum ada yang perlu dilaporkan. ${pjUtama(keadaan, berkas)}`
                : `Kegiatan ini direncanakan, tetapi belum satu pun laporan masuk. ${pjUtama(keadaan, berkas)}`,
            tautan: null,
            ajakan: null,
          }
        : {
            ...tandaKegiatan({ ...keadaan, status: null }),
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
    sebelum: tetangga(urutan > 0 ? hasil.kegiatan[urutan - 1] : undefined) ?? null,
    sesudah: tetangga(urutan >= 0 ? hasil.kegiatan[urutan + 1] : undefined) ?? null,
  };
}

function pjUtama({ kegiatan }: KeadaanKegiatan, { unit }: BahanRencana['berkas']): string {
  const utama = kegiatan.penanggungJawab[0];
  if (!utama) return 'Penanggung jawabnya belum ditentukan dalam rencana.';
  return `Yang melaporkan: ${'unit' in utama ? penamaUnit(unit)(utama.unit) : utama.kelompok}.`;
}

/** What happened to its reports, of all slots together, newest first. */
function riwayatSlot(slot: readonly SlotKegiatan[]): object[] {
  return slot.flatMap((s) => s.riwayat).sort((a, b) => b.pada.getTime() - a.pada.getTime());
}

const SEBAB_BELUM_DITETAPKAN = 'Rencana ini belum ditetapkan, jadi belum ada rencana awal yang dibandingkan.';
const SEBAB_TANPA_AWAL = 'Kegiatan ini tidak ada dalam rencana awal; adendum menambahkannya.';

/** The first part needs no word in the address. */
const tabAlamat = (tab: TabKegiatan) => (tab === 'laporan' ? null : tab);

function tabView(
  kini: TabKegiatan,
  alamat: string,
  daftar: readonly (readonly [TabKegiatan, string, number | null])[],
): object[] {
  const [lintasan = '', tanya = ''] = alamat.split('?', 2);
  const bawa = Object.fromEntries(new URLSearchParams(tanya));
  return daftar.map(([kode, teks, jumlah]) => ({
    teks,
    jumlah: jumlah ? teksBilangan(jumlah) : null,
    tautan: kueri(lintasan, { ...bawa, tab: tabAlamat(kode) }),
    kini: kode === kini,
  }));
}

function fakta(
  { kegiatan, prioritas, horizon, kecepatanRespons }: KeadaanKegiatan,
  berkas: BahanRencana['berkas'],
  rinci: RincianRencana,
  nilai: string,
): { istilah: string; isi: string }[] {
  const { unit, rencana } = berkas;
  const nama = penamaUnit(unit);
  const sebutUnsur = penamaUnsur(berkas);
  const anggota = (kelompok: string) => {
    const milik = rinci.kelompok.get(kelompok) ?? [];
    return milik.length === 0 ? kelompok : `${kelompok} (${milik.map(nama).join(', ')})`;
  };
  const pj = kegiatan.penanggungJawab.map((p) => ('unit' in p ? nama(p.unit) : anggota(p.kelompok)));
  const unsur = rinci.unsur.get(kegiatan.kode) ?? prioritas.unsur;
  const jadwal = jadwalRinci(kegiatan.jadwal, rencana.satuanJadwal).map(namaPeriodeLengkap);
  const semua: [string, string | undefined][] = [
    ['Hitungan', nilai],
    ['Unsur', unsur.map(sebutUnsur).join('; ') || 'bukan unsur'],
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
