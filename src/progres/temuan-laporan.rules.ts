import { akhirPeriode, awalPeriode, indeksAkhir, indeksAwal, namaPeriodeLengkap, periode } from '../shared/periode';
import { hariPertama, hariTerakhir, tanggalIndonesia } from '../shared/tanggal';
import { rentangJadwal } from '../rtl/jadwal.rules';
import { sebutkan, urutkanTemuan, type Temuan } from '../survei/temuan.rules';
import { NAMA_STATUS, urutkanRealisasi, type Bukti, type Realisasi } from './progres.rules';

/** Words that say the work is not finished (DOMAIN section 7; KASN 2.1: "sedang dalam proses pengesahan"). */
const MASIH_BERPROSES = /(?<![\p{L}-])(sedang|(?:dalam|masih) proses|berproses|akan(?! tetapi)|belum)(?![\p{L}-])/iu;

/** A kegiatan with one report on it: the one that tells its state. */
export interface KegiatanDilaporkan {
  readonly kegiatan: { readonly kode: string; readonly jadwal: readonly string[] };
  readonly realisasi: Realisasi | undefined;
}

type TemuanSatu = Omit<Temuan, 'kegiatan'>;

/**
 * The checks of DOMAIN section 7 on one report, most serious first: the same as those of its plan, as far as they concern it.
 * @param kini as it stands, or as it would be submitted now
 * @param laporan all reports on its kegiatan; the one of the same period is taken for an earlier state of this one
 * @param lain reports on other kegiatan that have some of its evidence
 */
export function periksaLaporan(
  kegiatan: KegiatanDilaporkan['kegiatan'],
  kini: Realisasi,
  laporan: readonly Realisasi[],
  lain: readonly Realisasi[],
): Temuan[] {
  const semua = urutkanRealisasi([...laporan.filter((r) => r.periode !== kini.periode), kini]);
  const lalu = semua[semua.indexOf(kini) - 1];
  const milik = { kegiatan, realisasi: kini };
  return urutkanTemuan([
    ...[...periksaIsi(milik), ...periksaUrutan(kegiatan, kini, lalu)].map((t) => ({ ...t, kegiatan: kegiatan.kode })),
    ...periksaMendahuluiJadwal([milik]),
    ...periksaBerkasBersama(kini.rencana, [...semua, ...lain], (r) => r === kini),
  ]);
}

/** All reports on one kegiatan: the state it has now, and each beside the one before. */
export function periksaKegiatan({ kegiatan, realisasi }: KegiatanDilaporkan, laporan: readonly Realisasi[]): Temuan[] {
  const temuan = [
    ...periksaIsi({ kegiatan, realisasi }),
    ...laporan.flatMap((kini, i) => periksaUrutan(kegiatan, kini, laporan[i - 1])),
  ];
  return temuan.map((t) => ({ ...t, kegiatan: kegiatan.kode }));
}

function periksaIsi({ kegiatan: { kode }, realisasi }: KegiatanDilaporkan): TemuanSatu[] {
  const temuan: TemuanSatu[] = [];
  if (realisasi?.status === 'sudah') {
    const kata = MASIH_BERPROSES.exec(realisasi.deskripsi)?.[1];
    if (kata) {
      const pesan = `Kegiatan ${kode} berstatus Sudah, tetapi uraiannya memuat kata “${kata.toLowerCase()}”. Periksa apakah statusnya Sebagian.`;
      temuan.push({ kode: 'sudah-masih-berproses', tingkat: 'peringatan', pesan });
    }
    if (realisasi.deskripsi.trim() === '') {
      temuan.push({
        kode: 'sudah-tanpa-uraian',
        tingkat: 'galat',
        pesan: `Kegiatan ${kode} berstatus Sudah tanpa uraian. Jabarkan apa yang dilakukan.`,
      });
    }
  }
  if (realisasi?.kegiatanPengganti !== undefined) {
    const { kegiatanPengganti, alasanPengganti } = realisasi;
    const lanjutan = alasanPengganti === undefined ? 'Cantumkan alasan dan persetujuannya.' : `Alasannya: ${alasanPengganti}`;
    const tingkat = alasanPengganti === undefined ? 'peringatan' : 'catatan';
    temuan.push({
      kode: 'kegiatan-diganti',
      tingkat,
      pesan: `Kegiatan ${kode} diganti dengan “${kegiatanPengganti}”. ${lanjutan}`,
    });
  }
  return temuan;
}

/** One report beside the one before it. */
function periksaUrutan(kegiatan: KegiatanDilaporkan['kegiatan'], kini: Realisasi, lalu: Realisasi | undefined): TemuanSatu[] {
  const { kode, jadwal } = kegiatan;
  const temuan: TemuanSatu[] = [];
  if (kini.periode !== undefined && diLuarJadwal(kini.periode, jadwal)) {
    const pesan = `Kegiatan ${kode}: dilaporkan untuk ${sebut(kini)}, di luar jadwalnya. Sesuaikan jadwal atau periode laporannya.`;
    temuan.push({ kode: 'realisasi-di-luar-jadwal', tingkat: 'catatan', pesan });
  }
  if (lalu && kini.deskripsi.trim() !== '' && ringkas(lalu.deskripsi) === ringkas(kini.deskripsi)) {
    temuan.push({
      kode: 'teks-sama',
      tingkat: 'peringatan',
      pesan: `Kegiatan ${kode}: uraian ${sebut(kini)} sama persis dengan ${sebut(lalu)}.`,
    });
  }
  if (lalu && TINGKAT[kini.status] < TINGKAT[lalu.status]) {
    const pesan = `Kegiatan ${kode}: status mundur dari ${NAMA_STATUS[lalu.status]} (${sebut(lalu)}) menjadi ${NAMA_STATUS[kini.status]} (${sebut(kini)}).`;
    temuan.push({ kode: 'status-mundur', tingkat: 'peringatan', pesan });
  }
  return [...temuan, ...(kini.bukti ?? []).flatMap((bukti) => periksaTanggalBukti(kegiatan, kini, bukti) ?? [])];
}

function diLuarJadwal(kode: string, jadwal: readonly string[]): boolean {
  const p = periode(kode);
  return (
    jadwal.length > 0 && !jadwal.map(periode).some((j) => indeksAwal(j) <= indeksAkhir(p) && indeksAwal(p) <= indeksAkhir(j))
  );
}

const TINGKAT = { belum: 0, tidak_dapat: 0, sebagian: 1, sudah: 2 } as const;
const ringkas = (teks: string) => teks.replace(/\s+/g, ' ').trim().toLowerCase();
const sebut = (r: Realisasi) => (r.periode === undefined ? 'laporan tanpa periode' : namaPeriodeLengkap(periode(r.periode)));

function periksaTanggalBukti(kegiatan: KegiatanDilaporkan['kegiatan'], realisasi: Realisasi, bukti: Bukti): TemuanSatu | null {
  if (bukti.tanggal === undefined) return null;
  const [dari, sampai] = [hariPertama(bukti.tanggal), hariTerakhir(bukti.tanggal)];
  const nama = bukti.keterangan ?? bukti.berkas ?? bukti.url ?? bukti.jenis;
  const awalRencana = rentangJadwal(kegiatan.jadwal)?.awal;
  if (awalRencana !== undefined && sampai < awalRencana) {
    const pesan = `Kegiatan ${kegiatan.kode}: bukti “${nama}” bertanggal ${tanggalIndonesia(bukti.tanggal)}, sebelum jadwal rencananya mulai.`;
    return { kode: 'bukti-sebelum-rencana', tingkat: 'peringatan', pesan };
  }
  const p = realisasi.periode === undefined ? null : periode(realisasi.periode);
  const awal = p ? awalPeriode(p) : realisasi.mulai && hariPertama(realisasi.mulai);
  const akhir = p ? akhirPeriode(p) : realisasi.selesai && hariTerakhir(realisasi.selesai);
  if ((awal === undefined || sampai >= awal) && (akhir === undefined || dari <= akhir)) return null;
  const pesan = `Kegiatan ${kegiatan.kode}: bukti “${nama}” bertanggal ${tanggalIndonesia(bukti.tanggal)}, di luar periode yang dilaporkan.`;
  return { kode: 'bukti-di-luar-periode', tingkat: 'peringatan', pesan };
}

/** Done before the last planned period, told once for all of them. */
export function periksaMendahuluiJadwal(kegiatan: readonly KegiatanDilaporkan[]): Temuan[] {
  const mendahului = kegiatan.filter(({ kegiatan: k, realisasi: r }) => {
    const rentang = rentangJadwal(k.jadwal);
    const akhirLaporan = r?.periode === undefined ? r?.selesai && hariTerakhir(r.selesai) : akhirPeriode(periode(r.periode));
    return r?.status === 'sudah' && rentang !== null && akhirLaporan !== undefined && akhirLaporan < rentang.akhir;
  });
  if (mendahului.length === 0) return [];
  const daftarKegiatan = mendahului.map((k) => k.kegiatan.kode);
  const pesan = `Berstatus Sudah sebelum periode terakhir jadwalnya: ${sebutkan(daftarKegiatan)}. Pastikan tidak ada sisa pekerjaan pada periode berikutnya.`;
  return [{ kode: 'sudah-sebelum-jadwal-berakhir', tingkat: 'catatan', daftarKegiatan, pesan }];
}

/**
 * The same content, whatever it is called, in several reports: of other kegiatan, other periods, other plans.
 * @param diperiksa whose findings are asked for
 */
export function periksaBerkasBersama(
  rencana: string,
  semua: readonly Realisasi[],
  diperiksa: (r: Realisasi) => boolean,
): Temuan[] {
  const pemakai = new Map<string, { nama: string; laporan: Map<string, Realisasi> }>();
  for (const r of semua) {
    for (const { sha256, berkas, jenis } of r.bukti ?? []) {
      if (sha256 === undefined) continue;
      const ada = pemakai.get(sha256) ?? { nama: berkas ?? jenis, laporan: new Map<string, Realisasi>() };
      ada.laporan.set([r.rencana, r.kegiatan, r.periode].join('\n'), r);
      pemakai.set(sha256, ada);
    }
  }
  return [...pemakai.values()].flatMap(({ nama, laporan }): Temuan[] => {
    const milik = [...laporan.values()].filter(diperiksa);
    if (milik.length === 0 || laporan.size < 2) return [];
    const tempat = [...laporan.values()].map(
      (r) => `${r.rencana === rencana ? '' : `${r.rencana} · `}${r.kegiatan} (${sebut(r)})`,
    );
    const pesan = `Berkas yang sama (${nama}) menjadi bukti ${sebutkan(tempat)}. Periksa apakah bukti itu milik semuanya.`;
    const daftarKegiatan = [...new Set(milik.map((r) => r.kegiatan))];
    return [{ kode: 'bukti-dipakai-ulang', tingkat: 'peringatan', daftarKegiatan, pesan }];
  });
}
