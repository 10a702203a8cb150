import { kelompokkan } from '../shared/kelompok';
import { awalPeriode, periode } from '../shared/periode';
import { hariPertama, hariTerakhir, tanggalIndonesia } from '../shared/tanggal';
import { urutkanRealisasi, type Bukti, type Realisasi } from '../progres/progres.rules';
import { periksaBerkasBersama, periksaKegiatan, periksaMendahuluiJadwal } from '../progres/temuan-laporan.rules';
import { rentangJadwal } from '../rtl/jadwal.rules';
import type { BerkasRencana } from './hasil.rules';
import type { KeadaanKegiatan } from './realisasi.rules';
import { sebutkan, type Temuan } from '../survei/temuan.rules';

/**
 * The checks of DOMAIN section 7 on what the units reported.
 * @param batas day up to which reports are owed, where it is known
 */
export function periksaRealisasi(berkas: BerkasRencana, kegiatan: readonly KeadaanKegiatan[], batas?: string): Temuan[] {
  const acuan = hariAcuan(berkas, batas);
  const milik = kelompokkan(urutkanRealisasi(berkas.realisasi), (r) => r.kegiatan);
  return [
    ...kegiatan.flatMap((k) => periksaBelumMelapor(k, acuan)),
    ...periksaBukti(berkas, kegiatan),
    ...kegiatan.flatMap((k) => periksaKegiatan(k, milik.get(k.kegiatan.kode) ?? [])),
    ...kegiatan.flatMap((k) => periksaTanggalMulai(k, berkas)),
    ...periksaMendahuluiJadwal(kegiatan),
    ...periksaBuktiBersama(berkas.realisasi),
    ...periksaBerkasBersama(
      berkas.rencana.kode,
      [...berkas.realisasi, ...berkas.rencanaLain.flatMap((l) => l.realisasi)],
      (r) => r.rencana === berkas.rencana.kode,
    ),
  ];
}

/**
 * A day that has certainly come: the one up to which reports are owed, else the latest report's, else the beginning of the latest
 * period that any unit reported on. Undefined when nothing tells.
 */
function hariAcuan({ laporan, realisasi }: BerkasRencana, batas: string | undefined): string | undefined {
  if (batas !== undefined) return batas;
  const dariLaporan = laporan.map((l) => hariTerakhir(l.tanggal));
  const dariUnit = realisasi.flatMap((r) => (r.periode === undefined ? [] : [awalPeriode(periode(r.periode))]));
  return [...dariLaporan, ...dariUnit].sort().at(-1); // prettier-ignore
}

function periksaBelumMelapor({ kegiatan, realisasi }: KeadaanKegiatan, acuan: string | undefined): Temuan[] {
  if (realisasi) return [];
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

/** Work that starts after the paper that reports it. */
function periksaTanggalMulai({ kegiatan, realisasi }: KeadaanKegiatan, { laporan }: BerkasRencana): Temuan[] {
  const per = laporan.map((l) => hariTerakhir(l.tanggal)).sort().at(-1); // prettier-ignore
  const mulai = realisasi?.mulai;
  if (mulai === undefined || per === undefined || hariPertama(mulai) <= per) return [];
  const pesan = `Kegiatan ${kegiatan.kode} dilaporkan mulai ${tanggalIndonesia(mulai)}, sesudah tanggal laporan. Periksa tanggalnya.`;
  return [{ kode: 'tanggal-janggal', tingkat: 'peringatan', kegiatan: kegiatan.kode, pesan }];
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
