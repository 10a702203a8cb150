import { tanggalIndonesia } from '../../shared/tanggal';
import { ukuranBerkas } from '../../shared/ukuran';
import { Halaman } from '../../shared/tampilan/tampilan';
import { pilihanArti, kodeArti, namaArti } from './arti-kolom.rules';
import { bilangan, bingkaiImpor, jalurImpor, jalurSurvei, tabelView, type Tabel } from './bingkai-impor.view';
import type { BarisDitolak, BlokRespons } from '../respons/respons.rules';
import { artiKolom } from '../respons/pemetaan.rules';
import type { ImporResponsEntity } from './impor-respons.entity';
import { terhenti } from './impor.rules';
import { kolomBelumJelas, masalahKolom, pemetaanKini, usulanKolom } from './masalah-kolom.rules';
import { daftarPertanyaan } from './siapkan-respons';
import type { TempatSurvei } from './tempat-impor';

const PEMISAH: Readonly<Record<string, string>> = { ',': 'koma', ';': 'titik koma', '\t': 'tabulasi', '|': 'garis tegak' };
const CONTOH_BARIS = 10;

/** The first respondents as they were understood, and what stood between them that was not. */
export interface ContohBaris {
  readonly blok: BlokRespons | null;
  readonly ditolak: readonly BarisDitolak[];
}

export function faktaBerkas({ namaBerkas, ukuran, susunan }: ImporResponsEntity): { nama: string; teks: string }[] {
  const { format, lembar, pemisah, pengodean, barisJudul, kolom } = susunan;
  return [
    { nama: 'Berkas', teks: `${namaBerkas} (${ukuranBerkas(ukuran)})` },
    {
      nama: 'Bentuk',
      teks:
        format === 'xlsx'
          ? `XLSX, lembar ${lembar ?? ''}`
          : [`CSV`, pemisah && `pemisah ${PEMISAH[pemisah] ?? pemisah}`, pengodean].filter(Boolean).join(', '),
    },
    { nama: 'Judul kolom', teks: `baris ${bilangan(barisJudul)}; ${bilangan(kolom.length)} kolom` },
  ];
}

/** How each column was understood, to be corrected; nothing has been read to the end yet. */
export function pratinjauView(
  t: TempatSurvei,
  impor: ImporResponsEntity,
  contoh: ContohBaris | null,
  pesan: readonly string[] = [],
): Halaman {
  const { susunan } = impor;
  const masalah = masalahKolom(impor, t.instrumen);
  const belum = kolomBelumJelas(impor);
  const arti = artiKolom(susunan, pemetaanKini(impor));
  const usulan = usulanKolom(impor, t.instrumen);
  const bermasalah = new Set(masalah.flatMap((m) => m.kolom ?? []));
  const gagal = terhenti(impor, t.sekarang) ? 'Pemeriksaan berkas ini terhenti sebelum selesai. Periksa lagi.' : impor.galat;
  return new Halaman(
    'survei/impor-pratinjau',
    {
      kerangka: bingkaiImpor(t, 'Arti setiap kolom', impor.namaBerkas),
      judul: 'Arti setiap kolom',
      anak: 'Belum ada yang dimasukkan. Betulkan yang keliru, lalu periksa seluruh berkas.',
      gagal: [...pesan, ...(gagal === null ? [] : [gagal])],
      masalah: masalah.map((m) => ({
        pesan: m.pesan,
        kolom: (m.kolom ?? []).map((k) => ({ tautan: `#kolom-${k}`, teks: susunan.kolom[k]?.judul ?? '' })),
      })),
      peringatan: susunan.peringatan.map((p) => p.pesan),
      fakta: faktaBerkas(impor),
      lembar: {
        aksi: jalurImpor(t, impor.id, 'lembar'),
        pilihan: (susunan.daftarLembar ?? []).map((nama) => ({ nama, dipilih: nama === susunan.lembar })),
        banyak: (susunan.daftarLembar ?? []).length > 1,
        barisJudul: susunan.barisJudul,
      },
      simpan: jalurImpor(t, impor.id, 'kolom'),
      periksa: jalurImpor(t, impor.id, 'periksa'),
      batal: jalurImpor(t, impor.id, 'batal'),
      kembali: jalurSurvei(t),
      kolom: susunan.kolom.map((k, i) => {
        const kini = arti[i] ?? k.arti;
        const diusulkan = belum.has(k.indeks) ? usulan.get(k.indeks) : undefined;
        const dipilih = diusulkan ? kodeArti(diusulkan) : belum.has(k.indeks) ? '' : kodeArti(kini);
        return {
          id: `kolom-${k.indeks}`,
          nama: `k${k.indeks}`,
          judul: k.judul === '' ? `(tanpa judul, kolom ke-${k.indeks + 1})` : k.judul,
          contoh: k.contoh.join(' · '),
          alasan: diusulkan
            ? `Diusulkan menurut namanya: ${namaArti(diusulkan, t.instrumen)}. Pastikan, atau pilih ${namaArti(kini, t.instrumen)} bila kodenya yang benar.`
            : kodeArti(kini) === kodeArti(k.arti)
              ? k.alasan
              : `Ditetapkan: ${namaArti(kini, t.instrumen)}. Semula: ${k.alasan}`,
          galat: bermasalah.has(k.indeks),
          pilihan: [
            ...(dipilih === '' ? [{ nilai: '', teks: 'Pilih artinya', dipilih: true }] : []),
            ...pilihanArti(t.instrumen, kini).map((p) => ({ ...p, dipilih: p.nilai === dipilih })),
          ],
        };
      }),
      contoh: contoh && tabelView(tabelContoh(t, impor, contoh)),
    },
    pesan.length > 0 ? 422 : 200,
  );
}

function tabelContoh(t: TempatSurvei, impor: ImporResponsEntity, { blok, ditolak }: ContohBaris): Tabel {
  const pertanyaan = daftarPertanyaan(impor.susunan, pemetaanKini(impor), t.instrumen);
  const ada = <T>(isi: T | null | undefined, nama: string): [string, T][] => (isi ? [[nama, isi]] : []);
  const ciri: [string, readonly (string | number | null)[]][] = blok
    ? [
        ...ada(
          blok.tanggal?.map((d) => (d === null ? null : tanggalIndonesia(d))),
          'Tanggal',
        ),
        ...ada(blok.layanan, 'Layanan'),
        ...ada(blok.usia, 'Usia'),
        ...ada(blok.jenisKelamin, 'Jenis kelamin'),
        ...ada(blok.pendidikan, 'Pendidikan'),
        ...ada(blok.pekerjaan, 'Pekerjaan'),
      ]
    : [];
  const lain: [string, readonly (string | null)[]][] = blok
    ? [...ada(blok.saran, 'Saran'), ...Object.entries(blok.lain ?? {})]
    : [];
  const terbaca = (blok?.baris ?? []).map((baris, i): { baris: number; isi: string[] } => ({
    baris,
    isi: [
      bilangan(baris),
      ...[...(blok?.jawaban[i] ?? '')].map((j) => (j === '-' ? '–' : j)),
      ...[...ciri, ...lain].map(([, isi]) => String(isi[i] ?? '–')),
    ],
  }));
  const lebar = 1 + pertanyaan.length + ciri.length + lain.length;
  const tertolak = ditolak.map((d) => ({ baris: d.baris, isi: [`${bilangan(d.baris)}: ${d.alasan}`, ...Array<string>(lebar - 1).fill('')] })); // prettier-ignore
  return {
    id: 'contoh',
    judul: 'Baris pertama sebagaimana dipahami',
    anak: 'Data pribadi tidak ikut. Baris yang tidak terbaca disebut dengan sebabnya.',
    kolom: ['Baris', ...pertanyaan, ...[...ciri, ...lain].map(([nama]) => nama)],
    baris: [...terbaca, ...tertolak]
      .sort((a, b) => a.baris - b.baris)
      .slice(0, CONTOH_BARIS)
      .map((b) => b.isi),
  };
}
