import { kelompokkan } from '../shared/kelompok';
import { akhirPeriode, awalPeriode, indeksAkhir, indeksAwal, namaPeriodeLengkap, periode } from '../shared/periode';
import { hariPertama, hariTerakhir, tanggalIndonesia } from '../shared/tanggal';
import { NAMA_STATUS, urutkanRealisasi, type Bukti, type Realisasi } from '../progres/progres.rules';
import { rentangJadwal } from '../rtl/jadwal.rules';
import type { BerkasRencana } from './hasil.rules';
import type { KeadaanKegiatan } from './realisasi.rules';
import { sebutkan, type Temuan } from '../survei/temuan.rules';

/** Words that say the work is not finished (DOMAIN section 7; KASN 2.1: "sedang dalam proses pengesahan"). */
const MASIH_BERPROSES = /(?<![\p{L}-])(sedang|(?:dalam|masih) proses|berproses|akan(?! tetapi)|belum)(?![\p{L}-])/iu;

/** The checks of DOMAIN section 7 on what the units reported. */
export function periksaRealisasi(berkas: BerkasRencana, kegiatan: readonly KeadaanKegiatan[], per?: string): Temuan[] {
  const acuan = hariAcuan(berkas, per);
  const milik = kelompokkan(urutkanRealisasi(berkas.realisasi), (r) => r.kegiatan);
  return [
    ...kegiatan.flatMap((k) => periksaBelumMelapor(k, acuan)),
    ...periksaBukti(berkas, kegiatan),
    ...kegiatan.flatMap((k) => periksaSatu(k, milik.get(k.kegiatan.kode) ?? [])),
    ...kegiatan.flatMap((k) => periksaTanggalMulai(k, berkas)),
    ...periksaMendahuluiJadwal(kegiatan),
    ...periksaBuktiBersama(berkas.realisasi),
    ...periksaBerkasBersama(berkas),
  ];
}

/**
 * A day that has certainly come: the cut-off, else the latest report's, else the beginning of the latest period that any unit reported
 * on. Undefined when nothing tells.
 */
function hariAcuan({ laporan, realisasi }: BerkasRencana, per: string | undefined): string | undefined {
  if (per !== undefined) return hariTerakhir(per);
  const dariLaporan = laporan.map((l) => hariTerakhir(l.tanggal));
  const dariUnit = realisasi.flatMap((r) => (r.periode === undefined ? [] : [awalPeriode(periode(r.periode))]));
  return [...dariLaporan, ...dariUnit].sort().at(-1); // prettier-ignore
}

function periksaBelumMelapor({ kegiatan, belumMelapor }: KeadaanKegiatan, acuan: string | undefined): Temuan[] {
  if (!belumMelapor) return [];
  const rentang = rentangJadwal(kegiatan.jadwal);
  const belumWaktunya = rentang !== null && acuan !== undefined && rentang.awal > acuan;
  const keterangan = belumWaktunya
    ? `jadwalnya baru mulai ${tanggalIndonesia(rentang.awal)}.`
    : 'tetap dihitung dalam penyebut. Minta laporan unit penanggung jawabnya.';
  return [
    {
      kode: 'kegiatan-belum-dilaporkan',
      tingkat: belumWaktunya ? 'catatan' : 'galat',
      kegiatan: kegiatan.kode,
      pesan: `Kegiatan ${kegiatan.kode} direncanakan, tetapi belum dilaporkan; ${keterangan}`,
    },
  ];
}

/** Where a plan carries no evidence at all, the cause is one (it was not put into the file) and so is the finding. */
function periksaBukti({ realisasi }: BerkasRencana, kegiatan: readonly KeadaanKegiatan[]): Temuan[] {
  const tanpa = kegiatan.filter((k) => k.realisasi?.status === 'sudah' && !k.realisasi.bukti?.length).map((k) => k.kegiatan.kode);
  if (tanpa.length === 0) return [];
  if (!realisasi.some((r) => r.bukti?.length)) {
    const pesan = `Tidak ada satu pun bukti yang dilampirkan; ${tanpa.length} kegiatan berstatus Sudah tanpa bukti: ${sebutkan(tanpa)}. Lampirkan foto, dokumen, atau tautannya.`;
    return [{ kode: 'tanpa-bukti-sama-sekali', tingkat: 'galat', daftarKegiatan: tanpa, pesan }];
  }
  return tanpa.map((kode) => ({
    kode: 'sudah-tanpa-bukti',
    tingkat: 'galat',
    kegiatan: kode,
    pesan: `Kegiatan ${kode} berstatus Sudah tanpa bukti. Lampirkan paling sedikit satu foto, dokumen, atau tautan.`,
  }));
}

function periksaSatu(keadaan: KeadaanKegiatan, laporan: readonly Realisasi[]): Temuan[] {
  const { kegiatan, realisasi } = keadaan;
  const { kode } = kegiatan;
  const temuan: Temuan[] = [];
  const catat = (t: Omit<Temuan, 'kegiatan'>) => temuan.push({ ...t, kegiatan: kode });

  if (realisasi?.status === 'sudah') {
    const kata = MASIH_BERPROSES.exec(realisasi.deskripsi)?.[1];
    if (kata) {
      const pesan = `Kegiatan ${kode} berstatus Sudah, tetapi uraiannya memuat kata “${kata.toLowerCase()}”. Periksa apakah statusnya Sebagian.`;
      catat({ kode: 'sudah-masih-berproses', tingkat: 'peringatan', pesan });
    }
    if (realisasi.deskripsi.trim() === '') {
      catat({
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
    catat({ kode: 'kegiatan-diganti', tingkat, pesan: `Kegiatan ${kode} diganti dengan “${kegiatanPengganti}”. ${lanjutan}` });
  }

  laporan.forEach((kini, i) => {
    const lalu = laporan[i - 1];
    if (kini.periode !== undefined && diLuarJadwal(kini.periode, kegiatan.jadwal)) {
      const pesan = `Kegiatan ${kode}: dilaporkan untuk ${sebut(kini)}, di luar jadwalnya. Sesuaikan jadwal atau periode laporannya.`;
      catat({ kode: 'realisasi-di-luar-jadwal', tingkat: 'catatan', pesan });
    }
    if (lalu && kini.deskripsi.trim() !== '' && ringkas(lalu.deskripsi) === ringkas(kini.deskripsi)) {
      catat({
        kode: 'teks-sama',
        tingkat: 'peringatan',
        pesan: `Kegiatan ${kode}: uraian ${sebut(kini)} sama persis dengan ${sebut(lalu)}.`,
      });
    }
    if (lalu && TINGKAT[kini.status] < TINGKAT[lalu.status]) {
      const pesan = `Kegiatan ${kode}: status mundur dari ${NAMA_STATUS[lalu.status]} (${sebut(lalu)}) menjadi ${NAMA_STATUS[kini.status]} (${sebut(kini)}).`;
      catat({ kode: 'status-mundur', tingkat: 'peringatan', pesan });
    }
    for (const bukti of kini.bukti ?? []) {
      const t = periksaTanggalBukti(keadaan, kini, bukti);
      if (t) catat(t);
    }
  });
  return temuan;
}

function diLuarJadwal(kode: string, jadwal: readonly string[]): boolean {
  const p = periode(kode);
  return (
    jadwal.length > 0 && !jadwal.map(periode).some((j) => indeksAwal(j) <= indeksAkhir(p) && indeksAwal(p) <= indeksAkhir(j))
  );
}

/** Work that starts after the paper that reports it. */
function periksaTanggalMulai({ kegiatan, realisasi }: KeadaanKegiatan, { laporan }: BerkasRencana): Temuan[] {
  const per = laporan.map((l) => hariTerakhir(l.tanggal)).sort().at(-1); // prettier-ignore
  const mulai = realisasi?.mulai;
  if (mulai === undefined || per === undefined || hariPertama(mulai) <= per) return [];
  const pesan = `Kegiatan ${kegiatan.kode} dilaporkan mulai ${tanggalIndonesia(mulai)}, sesudah tanggal laporan. Periksa tanggalnya.`;
  return [{ kode: 'tanggal-janggal', tingkat: 'peringatan', kegiatan: kegiatan.kode, pesan }];
}

const TINGKAT = { belum: 0, tidak_dapat: 0, sebagian: 1, sudah: 2 } as const;
const ringkas = (teks: string) => teks.replace(/\s+/g, ' ').trim().toLowerCase();
const sebut = (r: Realisasi) => (r.periode === undefined ? 'laporan tanpa periode' : namaPeriodeLengkap(periode(r.periode)));

function periksaTanggalBukti({ kegiatan }: KeadaanKegiatan, realisasi: Realisasi, bukti: Bukti): Omit<Temuan, 'kegiatan'> | null {
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

function periksaMendahuluiJadwal(kegiatan: readonly KeadaanKegiatan[]): Temuan[] {
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

/** The same file or link as evidence of several kegiatan. A shared folder is usual, the same photo is not. */
function periksaBuktiBersama(realisasi: readonly Realisasi[]): Temuan[] {
  const pemakai = new Map<string, { bukti: Bukti; kegiatan: Set<string> }>();
  for (const r of realisasi) {
    for (const bukti of r.bukti ?? []) {
      const kunci = bukti.berkas === undefined ? bukti.url : `berkas:${bukti.berkas}`;
      if (kunci === undefined || bukti.sha256 !== undefined) continue;
      const ada = pemakai.get(kunci) ?? { bukti, kegiatan: new Set<string>() };
      ada.kegiatan.add(r.kegiatan);
      pemakai.set(kunci, ada);
    }
  }
  return [...pemakai.values()]
    .filter(({ kegiatan }) => kegiatan.size > 1)
    .map(({ bukti, kegiatan }) => ({
      kode: 'bukti-dipakai-ulang',
      tingkat: bukti.jenis === 'tautan' ? 'catatan' : 'peringatan',
      daftarKegiatan: [...kegiatan],
      pesan: `Bukti yang sama (${bukti.berkas ?? bukti.url}) dipakai untuk kegiatan ${sebutkan([...kegiatan])}.`,
    }));
}

/** The same content, whatever it is called, in several reports: of other kegiatan, other periods, other plans. */
function periksaBerkasBersama({ rencana, realisasi, rencanaLain }: BerkasRencana): Temuan[] {
  const pemakai = new Map<string, { nama: string; laporan: Map<string, Realisasi> }>();
  for (const r of [...realisasi, ...rencanaLain.flatMap((l) => l.realisasi)]) {
    for (const { sha256, berkas, jenis } of r.bukti ?? []) {
      if (sha256 === undefined) continue;
      const ada = pemakai.get(sha256) ?? { nama: berkas ?? jenis, laporan: new Map<string, Realisasi>() };
      ada.laporan.set([r.rencana, r.kegiatan, r.periode].join('\n'), r);
      pemakai.set(sha256, ada);
    }
  }
  return [...pemakai.values()].flatMap(({ nama, laporan }): Temuan[] => {
    const milik = [...laporan.values()].filter((r) => r.rencana === rencana.kode);
    if (milik.length === 0 || laporan.size < 2) return [];
    const tempat = [...laporan.values()].map(
      (r) => `${r.rencana === rencana.kode ? '' : `${r.rencana} · `}${r.kegiatan} (${sebut(r)})`,
    );
    const pesan = `Berkas yang sama (${nama}) menjadi bukti ${sebutkan(tempat)}. Periksa apakah bukti itu milik semuanya.`;
    const daftarKegiatan = [...new Set(milik.map((r) => r.kegiatan))];
    return [{ kode: 'bukti-dipakai-ulang', tingkat: 'peringatan', daftarKegiatan, pesan }];
  });
}
