import type { Instrumen } from '../instrumen/instrumen.rules';
import { JUMLAH_PRIORITAS_BAKU, namaRingkas, type Instansi, type Unit } from '../organisasi/organisasi.rules';
import { periksaSurvei } from '../survei/temuan-survei.rules';
import type { Rencana } from '../rtl/rtl.rules';
import { rasional, teksBilangan, teksIndonesia } from '../shared/desimal';
import { indeksAwal, namaPeriodeLengkap } from '../shared/periode';
import { letak } from '../shared/tampilan/bagan';
import { jalur, kueri, type Kueri } from '../shared/tampilan/tautan';
import { tanggalIndonesia } from '../shared/tanggal';
import { analisisKepentingan } from '../survei/kuadran.rules';
import { hitungLayanan } from '../survei/layanan.rules';
import type { AturanProfilBerlaku } from '../survei/profil/aturan-profil.query';
import type { TombolSurvei } from '../survei/kelola/tindakan.view';
import { hitungSurvei, type HasilSurvei } from '../survei/skor.rules';
import type { Survei, TingkatData } from '../survei/survei.rules';
import { kunciAliran } from '../survei/tren.rules';
import type { UraianSurvei } from '../survei/uraian.query';
import { TIADA } from './angka.view';
import { kerangka } from './kerangka.view';
import { kalimatSurvei } from './survei-kalimat.view';
import { kuadranView } from './survei-kuadran.view';
import { layananView } from './survei-layanan.view';
import { profilView } from './survei-profil.view';
import type { NamaTabel } from './survei-tabel';
import { ubinSurvei } from './survei-ubin.view';
import { tandaSurvei, tandaTingkat } from './tanda.view';
import { trenSurvei, type TrenView } from './tren.view';
import { tabelUnsur, type UrutanUnsur } from './unsur.view';

export interface BahanSurvei {
  readonly instansi: Instansi;
  readonly unit: readonly Unit[];
  readonly instrumen: readonly Instrumen[];
  /** all surveys of the agency */
  readonly daftar: readonly Survei[];
  readonly survei: Survei;
  readonly rencana: readonly Rencana[];
  readonly uraian: UraianSurvei;
  readonly aturanProfil: AturanProfilBerlaku;
  /** whether this person may change the bands of the profile */
  readonly bolehKelola: boolean;
  /** whether this person may write plans */
  readonly bolehSusun: boolean;
  /** acts that this person may do to it now */
  readonly tombol: readonly TombolSurvei[];
  readonly urut: UrutanUnsur;
  /** the chosen time: a survey stands for its own period, the ways on from it take the choice along */
  readonly waktu: Kueri;
  readonly sekarang: Date;
}

const TINGKAT: Readonly<Record<TingkatData, string>> = {
  respons: 'jawaban responden satu per satu',
  jumlah: 'jumlah dan banyaknya jawaban per unsur',
  nrr: 'NRR per unsur sebagaimana tercetak',
  nilai: 'nilai per unsur sebagaimana tercetak',
  terbit: 'hanya angka terbit',
};

export function surveiView(bahan: BahanSurvei): object {
  const { instansi, survei } = bahan;
  const instrumen = pilihInstrumen(bahan.instrumen, survei);
  const hasil = hitungSurvei(survei, instrumen);
  const lalu = surveiSebelumnya(bahan.daftar, survei);
  const sebelumnya = lalu ? { survei: lalu, hasil: hitungSurvei(lalu, pilihInstrumen(bahan.instrumen, lalu)) } : null;
  const alamat = jalur('instansi', instansi.kode, 'survei', survei.kode);
  const unsur = tabelUnsur({
    survei,
    instrumen,
    hasil,
    sebelumnya: sebelumnya && sebelumnya.hasil.unsur.length > 0 ? sebelumnya : null,
    jumlahPrioritas: instansi.pengaturan?.jumlahPrioritas ?? JUMLAH_PRIORITAS_BAKU,
    urut: bahan.urut,
    alamat,
    waktu: bahan.waktu,
  });
  const perLayanan = hitungLayanan(bahan.uraian.layanan, instrumen);
  const profil = profilView(survei, bahan.uraian, bahan.aturanProfil);
  const kuadran = kuadranView(analisisKepentingan(hasil, bahan.uraian.kepentingan, instrumen), instrumen);
  const csv = (tabel: NamaTabel) =>
    kueri(jalur('instansi', instansi.kode, 'survei', survei.kode, 'tabel', `${tabel}.csv`), bahan.waktu);
  return {
    kerangka: kerangka({
      judul: survei.judul,
      instansi,
      keterangan: namaPeriodeLengkap(survei.periode),
      remah: [{ teks: 'Survei', tautan: jalur('instansi', instansi.kode, 'survei') }, { teks: survei.kode }],
      waktu: bahan.waktu,
      sekarang: bahan.sekarang,
    }),
    judul: survei.judul,
    anak: anakJudul(survei, instrumen),
    tombol: bahan.tombol,
    status: survei.status === undefined ? null : tandaSurvei(survei.status),
    kalimat: kalimatSurvei(survei, instrumen, hasil),
    ubin: ubinSurvei(instansi, instrumen, { survei, hasil }, sebelumnya, {
      layanan: perLayanan.length > 0,
      profil: profil !== null,
    }),
    temuan: periksaSurvei(survei, instrumen, hasil).map((t) => ({ tanda: tandaTingkat(t.tingkat), pesan: t.pesan })),
    unsur,
    legenda: legenda(instrumen, hasil),
    fakta: fakta(survei, instrumen),
    layanan: layanan(survei, bahan.unit),
    perLayanan: layananView(perLayanan, instrumen),
    profil,
    kuadran,
    tren: tren(bahan),
    tautan: {
      unsur: csv('unsur'),
      profil: csv('profil'),
      layanan: csv('layanan'),
      kuadran: csv('kuadran'),
      perbandingan: kueri(jalur('instansi', instansi.kode, 'survei-layanan'), { ...bahan.waktu, instrumen: survei.instrumen }),
      tren: kueri(jalur('instansi', instansi.kode, 'survei-tren'), bahan.waktu),
      aturanProfil: bahan.bolehKelola ? jalur('instansi', instansi.kode, 'survei-profil') : null,
    },
    rencanaBaru:
      bahan.bolehSusun && survei.status === undefined
        ? kueri(jalur('instansi', instansi.kode, 'rencana-baru'), { ...bahan.waktu, survei: survei.kode })
        : null,
    rencana: bahan.rencana
      .filter((r) => r.survei === survei.kode || r.prioritas.some((p) => p.kegiatan.some((k) => k.survei === survei.kode)))
      .map((r) => ({
        kode: r.kode,
        judul: r.judul,
        tautan: kueri(jalur('instansi', instansi.kode, 'rencana', r.kode), bahan.waktu),
      })),
  };
}

/** @throws {RangeError} when the survey names an instrument that does not exist; the database does not let that happen */
export function pilihInstrumen(daftar: readonly Instrumen[], survei: Survei): Instrumen {
  const instrumen = daftar.find((i) => i.kode === survei.instrumen);
  if (!instrumen) throw new RangeError(`Instrumen ${survei.instrumen} tidak dikenal`);
  return instrumen;
}

/** The one before it among those that can be compared: same stream, same kind of period, same instrument. */
export function surveiSebelumnya(daftar: readonly Survei[], survei: Survei): Survei | null {
  const sebelum = daftar.filter(
    (s) =>
      s.periode.jenis === survei.periode.jenis &&
      s.instrumen === survei.instrumen &&
      kunciAliran(s) === kunciAliran(survei) &&
      indeksAwal(s.periode) < indeksAwal(survei.periode),
  );
  return sebelum.sort((a, b) => indeksAwal(b.periode) - indeksAwal(a.periode))[0] ?? null;
}

/** The trend of the survey's own stream; null while it is the only one. */
function tren(bahan: BahanSurvei): TrenView | null {
  const { survei } = bahan;
  const sejalan = bahan.daftar.filter((s) => s.periode.jenis === survei.periode.jenis && kunciAliran(s) === kunciAliran(survei));
  return trenSurvei(sejalan, { ...bahan, kodeInstansi: bahan.instansi.kode })[0] ?? null;
}

function anakJudul(survei: Survei, instrumen: Instrumen): string {
  const masa = survei.pelaksanaan
    ? `dilaksanakan ${tanggalIndonesia(survei.pelaksanaan.mulai)} – ${tanggalIndonesia(survei.pelaksanaan.selesai)}`
    : null;
  const terbit = survei.tanggalTerbit ? `laporan terbit ${tanggalIndonesia(survei.tanggalTerbit)}` : null;
  return [namaPeriodeLengkap(survei.periode), masa, `${instrumen.nama}, ${instrumen.unsur.length} unsur`, terbit]
    .filter(Boolean)
    .join('; ');
}

function legenda(instrumen: Instrumen, hasil: HasilSurvei): object[] {
  const urut = [...instrumen.mutu].sort((a, b) => b.min - a.min);
  return urut.map((kelas, i) => {
    const atas = urut[i - 1];
    const puncak = atas ? rasional(atas.min).sub(rasional('0.01')) : rasional(100);
    const milik = hasil.unsur.filter((u) => u.mutu.mutu === kelas.mutu).map((u) => u.unsur);
    return {
      mutu: kelas.mutu,
      kinerja: kelas.kinerja,
      selang: `${teksIndonesia(rasional(kelas.min))} – ${teksIndonesia(puncak)}`,
      unsur: milik.length === 0 ? TIADA : milik.join(', '),
    };
  });
}

function fakta(survei: Survei, instrumen: Instrumen): { istilah: string; isi: string }[] {
  return [
    { istilah: 'Instrumen', isi: `${instrumen.nama} (${instrumen.kode})` },
    { istilah: 'Dasar', isi: instrumen.peraturan ?? 'Instrumen milik instansi, bukan dari peraturan menteri.' },
    {
      istilah: 'Skala jawaban',
      isi: `${instrumen.skala.min}–${instrumen.skala.maks}; nilai = NRR × ${teksIndonesia(rasional(100, instrumen.skala.maks)).replace(/,00$/, '')}`,
    },
    { istilah: 'Bobot', isi: `tiap unsur tepat 1/${instrumen.unsur.length}, tidak dibulatkan` },
    { istilah: 'Data masuk', isi: TINGKAT[survei.tingkat] },
  ];
}

function layanan(survei: Survei, unit: readonly Unit[]): object | null {
  const daftar = survei.respondenPerLayanan ?? [];
  if (daftar.length === 0) return null;
  const total = daftar.reduce((a, b) => a + b.jumlah, 0);
  const nama = new Map(unit.map((u) => [u.kode, u]));
  const cocok = survei.jumlahResponden === undefined || survei.jumlahResponden === total;
  return {
    total: teksBilangan(total),
    catatan: cocok
      ? null
      : `Jumlah per layanan ${teksBilangan(total)}, sedangkan jumlah responden ${teksBilangan(survei.jumlahResponden ?? 0)}.`,
    baris: daftar.map((d) => {
      const milik = nama.get(d.unit);
      const persen = total === 0 ? null : rasional(d.jumlah, total).mul(100);
      return {
        nama: milik ? namaRingkas(milik) : d.unit,
        jumlah: teksBilangan(d.jumlah),
        persen: persen ? `${teksIndonesia(persen)}%` : TIADA,
        lebar: persen ? letak(persen.valueOf(), 0) : '0%',
      };
    }),
  };
}
