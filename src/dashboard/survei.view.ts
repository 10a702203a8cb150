import type { Instrumen } from '../instrumen/instrumen.rules';
import { JUMLAH_PRIORITAS_BAKU, namaRingkas, type Instansi, type Unit } from '../organisasi/organisasi.rules';
import { periksaSurvei } from '../survei/temuan-survei.rules';
import type { Rencana } from '../rtl/rtl.rules';
import { rasional, teksBilangan, teksIndonesia } from '../shared/desimal';
import { indeksAwal, namaPeriodeLengkap } from '../shared/periode';
import { letak } from '../shared/tampilan/bagan';
import { jalur, kueri, type Kueri } from '../shared/tampilan/tautan';
import { tanggalIndonesia } from '../shared/tanggal';
import { METODE_SAMPEL } from '../survei/sampel.rules';
import { cakupanSampel, hitungSurvei, type HasilSurvei } from '../survei/skor.rules';
import type { Survei, TingkatData } from '../survei/survei.rules';
import { angka, bertanda, selisih, TIADA } from './angka.view';
import { kerangka } from './kerangka.view';
import { tandaTingkat } from './tanda.view';
import type { Ubin } from './ubin.view';
import { tabelUnsur, type UrutanUnsur } from './unsur.view';

export interface BahanSurvei {
  readonly instansi: Instansi;
  readonly unit: readonly Unit[];
  readonly instrumen: readonly Instrumen[];
  /** all surveys of the agency */
  readonly daftar: readonly Survei[];
  readonly survei: Survei;
  readonly rencana: readonly Rencana[];
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
  return {
    kerangka: kerangka({
      judul: survei.judul,
      instansi,
      keterangan: namaPeriodeLengkap(survei.periode),
      remah: [{ teks: survei.kode }],
      waktu: bahan.waktu,
      sekarang: bahan.sekarang,
    }),
    judul: survei.judul,
    anak: anakJudul(survei, instrumen),
    ubin: [
      ubinTerbit(hasil, instrumen),
      ubinHitung(hasil),
      ubinResponden(survei, hasil),
      ...ubinBanding(instansi, hasil, sebelumnya),
    ],
    temuan: periksaSurvei(survei, instrumen, hasil).map((t) => ({ tanda: tandaTingkat(t.tingkat), pesan: t.pesan })),
    unsur,
    legenda: legenda(instrumen, hasil),
    fakta: fakta(survei, instrumen),
    layanan: layanan(survei, bahan.unit),
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

/** The one before it among those that can be compared: same kind of period, same instrument. */
export function surveiSebelumnya(daftar: readonly Survei[], survei: Survei): Survei | null {
  const sebelum = daftar.filter(
    (s) =>
      s.periode.jenis === survei.periode.jenis &&
      s.instrumen === survei.instrumen &&
      indeksAwal(s.periode) < indeksAwal(survei.periode),
  );
  return sebelum.sort((a, b) => indeksAwal(b.periode) - indeksAwal(a.periode))[0] ?? null;
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

function ubinTerbit({ terbit }: HasilSurvei, instrumen: Instrumen): Ubin {
  if (!terbit)
    return { angka: TIADA, satuan: null, teks: 'tidak ada angka terbit dalam data survei ini', tautan: null, ajakan: null };
  const kinerja = instrumen.mutu.find((k) => k.mutu === terbit.mutu)?.kinerja;
  const mutu = [terbit.mutu, kinerja].filter(Boolean).join(', ') || null;
  if (!terbit.nilai) {
    return { angka: angka(terbit.nrr), satuan: mutu, teks: 'NRR terbit; nilainya tidak diterbitkan', tautan: null, ajakan: null };
  }
  const teks = terbit.nrr ? `nilai terbit, NRR ${angka(terbit.nrr)}` : 'nilai terbit';
  return { angka: angka(terbit.nilai), satuan: mutu, teks, tautan: '#legenda', ajakan: 'lihat kelas mutu' };
}

function ubinHitung(hasil: HasilSurvei): Ubin {
  if (!hasil.nilai || !hasil.mutu) {
    return {
      angka: TIADA,
      satuan: null,
      teks: 'tidak dapat dihitung ulang: data per unsur tidak ada',
      tautan: null,
      ajakan: null,
    };
  }
  const beda = hasil.selisihNilai ? `, selisih terbit ${bertanda(hasil.selisihNilai)}` : '';
  return {
    angka: angka(hasil.nilai),
    satuan: `${hasil.mutu.mutu}, ${hasil.mutu.kinerja}`,
    teks: `dihitung dari ${hasil.unsur.length} unsur, NRR ${angka(hasil.nrr)}${beda}`,
    tautan: '#unsur',
    ajakan: `lihat ${hasil.unsur.length} unsur`,
  };
}

function ubinResponden(survei: Survei, hasil: HasilSurvei): Ubin {
  const { jumlahResponden: n, populasi } = survei;
  const tautan = survei.respondenPerLayanan?.length
    ? { tautan: '#layanan', ajakan: 'lihat per layanan' }
    : { tautan: null, ajakan: null };
  const jumlah = n === undefined ? TIADA : teksBilangan(n);
  if (populasi === undefined || hasil.sampelMinimum === null) {
    const sebab = 'sampel minimum tidak dihitung karena jumlah pengguna layanan tidak dicatat';
    return {
      angka: jumlah,
      satuan: n === undefined ? null : 'responden',
      teks: n === undefined ? `jumlah responden tidak dicatat; ${sebab}` : sebab,
      ...tautan,
    };
  }
  const cakupan = cakupanSampel(survei, hasil);
  return {
    angka: jumlah,
    satuan: `dari minimum ${teksBilangan(hasil.sampelMinimum)}`,
    teks: `responden${cakupan ? `, ${teksIndonesia(cakupan)}%` : ''} (${METODE_SAMPEL}; N ${teksBilangan(populasi)})`,
    ...tautan,
  };
}

function ubinBanding(instansi: Instansi, hasil: HasilSurvei, lalu: { survei: Survei; hasil: HasilSurvei } | null): Ubin[] {
  if (!lalu) return [];
  const tautan = { tautan: jalur('instansi', instansi.kode, 'survei', lalu.survei.kode), ajakan: `buka ${lalu.survei.kode}` };
  const hitung = hasil.nilai && lalu.hasil.nilai;
  const [kini, dulu] = hitung ? [hasil.nilai, lalu.hasil.nilai] : [hasil.terbit?.nilai, lalu.hasil.terbit?.nilai];
  if (!kini || !dulu) {
    return [{ angka: TIADA, satuan: null, teks: `${lalu.survei.kode} tidak memuat nilai untuk dibandingkan`, ...tautan }];
  }
  return [
    {
      angka: selisih(kini, dulu),
      satuan: `dari ${teksIndonesia(dulu)}`,
      teks: `dibanding ${lalu.survei.kode}, ${hitung ? 'keduanya dihitung' : 'keduanya nilai terbit'}`,
      ...tautan,
    },
  ];
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
