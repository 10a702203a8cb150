import { hariPertama, hariTerakhir } from '../shared/tanggal';
import { bacaPeriode, PANJANG } from '../shared/periode';
import { INSTRUMEN_BAWAAN } from '../instrumen/instrumen.bawaan';
import type { Instrumen } from '../instrumen/instrumen.rules';
import { kembar, kutip, type DaftarMasalah } from './masalah';
import type { InstrumenPaket, Paket, RealisasiPaket } from './paket';
import { periksaHasilSurvei } from './paket.survei';
import type { Rangka } from './skema';

type Bagian<K extends keyof Paket> = Rangka<NonNullable<Paket[K]>>;

/** References, duplicates and order in time: everything that points from one part of a paket to another. */
export function periksaRujukan(paket: Rangka<Paket>, masalah: DaftarMasalah): void {
  const unit = periksaUnit(paket.unit ?? [], masalah);
  const instrumen = periksaInstrumen(paket.instrumen ?? [], masalah);
  const survei = new Map<string, Instrumen | undefined>();
  periksaKembar(paket.survei ?? [], 'survei', masalah);
  paket.survei?.forEach((s, i) => {
    if (!s) return;
    const jalur = `$.survei[${i}]`;
    const milik = cari(instrumen, s.instrumen, `${jalur}.instrumen`, 'Instrumen', masalah);
    if (s.kode !== undefined) survei.set(s.kode, milik);
    const layanan = s.respondenPerLayanan ?? [];
    kembar(layanan.map((l) => l?.unit), (j) => `${jalur}.respondenPerLayanan[${j}].unit`, 'Unit', masalah); // prettier-ignore
    layanan.forEach((l, j) => cari(unit, l?.unit, `${jalur}.respondenPerLayanan[${j}].unit`, 'Unit', masalah));
    cari(unit, s.aliran?.unit, `${jalur}.aliran.unit`, 'Unit', masalah);
    urutWaktu(s.pelaksanaan?.mulai, s.pelaksanaan?.selesai, `${jalur}.pelaksanaan.selesai`, masalah);
    periksaHasilSurvei(s, milik, jalur, masalah);
  });
  const rencana = periksaRencana(paket.rencana ?? [], { unit, instrumen, survei }, masalah);
  periksaRealisasi(paket.realisasi ?? [], rencana, masalah);
  periksaLaporan(paket.laporan ?? [], rencana, masalah);
}

interface SimpulPaket {
  readonly induk?: string | undefined;
  readonly penerus?: string | undefined;
}

/** Does the chain of parents, or of successors, lead back to where it began? */
function berputar(unit: ReadonlyMap<string, SimpulPaket>, awal: string | undefined, arah: 'induk' | 'penerus'): boolean {
  const dilalui = new Set<string>();
  for (let kode = unit.get(awal ?? '')?.[arah]; kode !== undefined && !dilalui.has(kode); kode = unit.get(kode)?.[arah]) {
    if (kode === awal) return true;
    dilalui.add(kode);
  }
  return false;
}

function periksaUnit(daftar: Bagian<'unit'>, masalah: DaftarMasalah): Map<string, SimpulPaket> {
  periksaKembar(daftar, 'unit', masalah);
  const unit = new Map(daftar.flatMap((u) => (u?.kode === undefined ? [] : [[u.kode, u] as const])));
  daftar.forEach((u, i) => {
    if (!u) return;
    const jalur = `$.unit[${i}]`;
    if (u.induk !== undefined && cari(unit, u.induk, `${jalur}.induk`, 'Unit', masalah) && berputar(unit, u.kode, 'induk'))
      masalah.tambah(`${jalur}.induk`, `unit ${kutip(u.kode)} menjadi induk dirinya sendiri; pohon unit tidak boleh berputar.`);
    if (u.penerus === undefined) return;
    if (u.berakhir === undefined)
      masalah.tambah(
        `${jalur}.penerus`,
        'hanya untuk unit yang sudah digabung; isi juga berakhir, hari sejak unit itu tidak bekerja lagi.',
      );
    if (cari(unit, u.penerus, `${jalur}.penerus`, 'Unit', masalah) && berputar(unit, u.kode, 'penerus'))
      masalah.tambah(
        `${jalur}.penerus`,
        `unit ${kutip(u.kode)} menjadi penerus dirinya sendiri; rantai penerus tidak boleh berputar.`,
      );
  });
  return unit;
}

function periksaInstrumen(daftar: Bagian<'instrumen'>, masalah: DaftarMasalah): Map<string, Instrumen> {
  const semua = new Map<string, Instrumen>(INSTRUMEN_BAWAAN.map((i) => [i.kode, i]));
  periksaKembar(daftar, 'instrumen', masalah);
  daftar.forEach((ins, i) => {
    if (!ins) return;
    const jalur = `$.instrumen[${i}]`;
    if (ins.kode !== undefined && INSTRUMEN_BAWAAN.some((b) => b.kode === ins.kode)) {
      masalah.tambah(`${jalur}.kode`, `${kutip(ins.kode)} sudah dipakai instrumen bawaan; pakai kode lain.`);
    }
    kembar(ins.unsur?.map((u) => u?.kode) ?? [], (j) => `${jalur}.unsur[${j}].kode`, 'Unsur', masalah);
    kembar(ins.mutu?.map((m) => m?.mutu) ?? [], (j) => `${jalur}.mutu[${j}].mutu`, 'Kelas mutu', masalah);
    kembar(ins.mutu?.map((m) => m?.min) ?? [], (j) => `${jalur}.mutu[${j}].min`, 'Batas bawah', masalah);
    const { min, maks } = ins.skala ?? {};
    if (min === undefined || maks === undefined) return;
    if (min >= maks) masalah.tambah(`${jalur}.skala`, `skala ${min}–${maks} terbalik; “min” harus lebih kecil daripada “maks”.`);
    const terbawah = Math.min(...(ins.mutu ?? []).flatMap((m) => m?.min ?? []));
    if (Number.isFinite(terbawah) && terbawah * maks > 100 * min) {
      masalah.tambah(
        `${jalur}.mutu`,
        `nilai terendah skala ini ${(100 * min) / maks}, di bawah kelas terendah (${terbawah}); tambahkan kelasnya.`,
      );
    }
    if (ins.kode !== undefined && !semua.has(ins.kode)) semua.set(ins.kode, ins as InstrumenPaket);
  });
  return semua;
}

interface Acuan {
  readonly unit: ReadonlyMap<string, unknown>;
  readonly instrumen: ReadonlyMap<string, Instrumen>;
  readonly survei: ReadonlyMap<string, Instrumen | undefined>;
}

/** @returns kode of each plan's kegiatan */
function periksaRencana(daftar: Bagian<'rencana'>, acuan: Acuan, masalah: DaftarMasalah): Map<string, Set<string>> {
  periksaKembar(daftar, 'rencana', masalah);
  const hasil = new Map<string, Set<string>>();
  daftar.forEach((r, i) => {
    if (!r) return;
    const jalur = `$.rencana[${i}]`;
    cariKunci(acuan.survei, r.survei, `${jalur}.survei`, 'Survei', masalah);
    const instrumen = acuan.survei.get(r.survei ?? '');
    const dikenal = new Set(
      (instrumen ? [instrumen] : [...acuan.instrumen.values()]).flatMap((ins) => ins.unsur.map((u) => u.kode)),
    );
    const periksaUnsur = (u: string | undefined, letak: string) => {
      if (u !== undefined && !dikenal.has(u))
        masalah.tambah(
          letak,
          `unsur ${kutip(u)} tidak ada dalam ${instrumen ? `instrumen ${instrumen.kode}` : 'instrumen mana pun'}.`,
        );
    };
    kembar(r.prioritas?.map((p) => p?.no) ?? [], (j) => `${jalur}.prioritas[${j}].no`, 'Nomor prioritas', masalah);
    const kode = new Set<string>();
    r.prioritas?.forEach((p, j) => {
      const jalurP = `${jalur}.prioritas[${j}]`;
      kembar(p?.unsur ?? [], (k) => `${jalurP}.unsur[${k}]`, 'Unsur', masalah);
      p?.unsur?.forEach((u, k) => periksaUnsur(u, `${jalurP}.unsur[${k}]`));
      p?.kegiatan?.forEach((keg, k) => {
        const jalurK = `${jalurP}.kegiatan[${k}]`;
        if (!keg) return;
        if (keg.kode !== undefined && kode.has(keg.kode))
          masalah.tambah(`${jalurK}.kode`, `kode ${kutip(keg.kode)} kembar dalam rencana ini.`);
        if (keg.kode !== undefined) kode.add(keg.kode);
        cariKunci(acuan.survei, keg.survei, `${jalurK}.survei`, 'Survei', masalah);
        periksaJadwal(keg.jadwal ?? [], r.satuanJadwal, `${jalurK}.jadwal`, masalah);
        kembar(keg.penanggungJawab?.map(namaPj) ?? [], (n) => `${jalurK}.penanggungJawab[${n}]`, 'Penanggung jawab', masalah);
        keg.penanggungJawab?.forEach((pj, n) => {
          if (pj && 'unit' in pj) cari(acuan.unit, pj.unit, `${jalurK}.penanggungJawab[${n}].unit`, 'Unit', masalah);
        });
      });
    });
    kembar(r.dilewati?.map((d) => d?.unsur) ?? [], (j) => `${jalur}.dilewati[${j}].unsur`, 'Unsur', masalah);
    r.dilewati?.forEach((d, j) => periksaUnsur(d?.unsur, `${jalur}.dilewati[${j}].unsur`));
    if (r.kode !== undefined) hasil.set(r.kode, kode);
  });
  daftar.forEach((r, i) =>
    r?.prioritas?.forEach((p, j) =>
      p?.kegiatan?.forEach((keg, k) => {
        if (keg?.asal?.rencana === undefined || keg.asal.kegiatan === undefined) return;
        if (!hasil.get(keg.asal.rencana)?.has(keg.asal.kegiatan))
          masalah.tambah(
            `$.rencana[${i}].prioritas[${j}].kegiatan[${k}].asal`,
            `kegiatan ${kutip(keg.asal.kegiatan)} tidak ada dalam rencana ${kutip(keg.asal.rencana)}.`,
          );
      }),
    ),
  );
  return hasil;
}

function namaPj(pj: { unit?: string | undefined } | { kelompok?: string | undefined } | undefined): string | undefined {
  if (!pj) return undefined;
  if ('unit' in pj) return pj.unit;
  return 'kelompok' in pj && pj.kelompok !== undefined ? `kelompok ${pj.kelompok}` : undefined;
}

/** A coarser period stands for all that it covers; a finer one than the plan's own unit has no column to stand in. */
function periksaJadwal(
  jadwal: readonly (string | undefined)[],
  satuan: 'triwulan' | 'bulan' | undefined,
  jalur: string,
  masalah: DaftarMasalah,
): void {
  kembar(jadwal, (i) => `${jalur}[${i}]`, 'Periode', masalah);
  jadwal.forEach((kode, i) => {
    const p = kode === undefined ? null : bacaPeriode(kode);
    if (p && satuan && PANJANG[p.jenis] < PANJANG[satuan]) {
      masalah.tambah(
        `${jalur}[${i}]`,
        `${kutip(kode)} lebih pendek daripada satuan jadwal rencana ini (${satuan}); tulis misalnya 2024-TW3.`,
      );
    }
  });
}

function periksaRealisasi(
  daftar: Bagian<'realisasi'>,
  rencana: ReadonlyMap<string, ReadonlySet<string>>,
  masalah: DaftarMasalah,
): void {
  const kunci = (r: Rangka<RealisasiPaket> | undefined) =>
    r?.rencana === undefined || r.kegiatan === undefined
      ? undefined
      : [r.rencana, r.kegiatan, r.periode ?? 'tanpa periode'].join(' / ');
  kembar(daftar.map(kunci), (i) => `$.realisasi[${i}]`, 'Realisasi', masalah);
  daftar.forEach((r, i) => {
    if (!r) return;
    const jalur = `$.realisasi[${i}]`;
    const kegiatan = cari(rencana, r.rencana, `${jalur}.rencana`, 'Rencana', masalah);
    if (kegiatan && r.kegiatan !== undefined && !kegiatan.has(r.kegiatan)) {
      masalah.tambah(`${jalur}.kegiatan`, `kegiatan ${kutip(r.kegiatan)} tidak ada dalam rencana ${kutip(r.rencana)}.`);
    }
    urutWaktu(r.mulai, r.selesai, `${jalur}.selesai`, masalah);
    r.bukti?.forEach((b, j) => {
      if (!b) return;
      const jalurB = `${jalur}.bukti[${j}]`;
      if (b.jenis === 'tautan' && !('url' in b)) masalah.tambah(`${jalurB}.url`, 'wajib diisi untuk bukti berjenis tautan.');
      else if (b.jenis !== 'tautan' && !('url' in b) && !('berkas' in b))
        masalah.tambah(jalurB, 'isi “berkas” (nama berkas) atau “url”.');
    });
  });
}

function periksaLaporan(daftar: Bagian<'laporan'>, rencana: ReadonlyMap<string, unknown>, masalah: DaftarMasalah): void {
  kembar(daftar.map((l) => l && [l.jenis, l.rencana, l.tanggal].join(' / ')), (i) => `$.laporan[${i}]`, 'Laporan', masalah); // prettier-ignore
  daftar.forEach((l, i) => cari(rencana, l?.rencana, `$.laporan[${i}].rencana`, 'Rencana', masalah));
}

function periksaKembar(
  daftar: readonly ({ kode?: string | undefined } | undefined)[],
  bagian: string,
  masalah: DaftarMasalah,
): void {
  kembar(daftar.map((d) => d?.kode), (i) => `$.${bagian}[${i}].kode`, 'Kode', masalah); // prettier-ignore
}

function cari<T>(
  peta: ReadonlyMap<string, T>,
  kode: string | undefined,
  jalur: string,
  nama: string,
  masalah: DaftarMasalah,
): T | undefined {
  return cariKunci(peta, kode, jalur, nama, masalah) ? peta.get(kode ?? '') : undefined;
}

function cariKunci(
  peta: ReadonlyMap<string, unknown>,
  kode: string | undefined,
  jalur: string,
  nama: string,
  masalah: DaftarMasalah,
): boolean {
  if (kode === undefined) return false;
  if (peta.has(kode)) return true;
  const ada = [...peta.keys()];
  const pilihan =
    ada.length === 0
      ? 'paket ini tidak memuat satu pun'
      : `yang ada: ${ada.slice(0, 8).join(', ')}${ada.length > 8 ? ', …' : ''}`;
  masalah.tambah(jalur, `${nama} ${kutip(kode)} tidak ada; ${pilihan}.`);
  return false;
}

function urutWaktu(mulai: string | undefined, selesai: string | undefined, jalur: string, masalah: DaftarMasalah): void {
  if (mulai === undefined || selesai === undefined) return;
  if (hariTerakhir(selesai) < hariPertama(mulai))
    masalah.tambah(jalur, `${kutip(selesai)} mendahului tanggal mulai ${kutip(mulai)}.`);
}
