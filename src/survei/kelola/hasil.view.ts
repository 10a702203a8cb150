import type { Tempat } from '../../organisasi/tempat';
import { teksBilangan, teksIndonesia } from '../../shared/desimal';
import type { GalatMedan, Ketikan } from '../../shared/isian';
import { medan, ringkasanGalat, type UraianMedan } from '../../shared/tampilan/medan';
import { Halaman } from '../../shared/tampilan/tampilan';
import { jalur, kueri } from '../../shared/tampilan/tautan';
import { hitungSurvei, type HasilSurvei } from '../skor.rules';
import { MEDAN_AWAL } from './bersamaan';
import type { Bersamaan } from './formulir.view';
import { CARA_HASIL, medanUnsur, urutkanUnsur, type CaraHasil, type HasilIsian } from './hasil-isian';
import { bingkai, indukSurvei, jalurSurvei, remahSurvei } from './halaman.view';
import type { SurveiTerbuka } from './kelola.query';
import type { HasilTempel } from './tempel.rules';

export interface IsianHasil {
  readonly ketikan: Ketikan;
  readonly galat: readonly GalatMedan[];
  readonly awal: string;
  readonly bersamaan?: Bersamaan | null;
  /** read without fault: what it comes to */
  readonly terbaca?: HasilIsian | null;
  /** how a pasted table or file was understood */
  readonly tempelan?: HasilTempel | null;
}

const NAMA_CARA: Readonly<Record<CaraHasil, string>> = {
  jumlah: 'Jumlah dan n',
  nrr: 'NRR per unsur',
  nilai: 'Nilai per unsur',
  terbit: 'Angka terbit saja',
};

const PETUNJUK_CARA: Readonly<Record<CaraHasil, string>> = {
  jumlah:
    'Jumlah semua jawaban sebuah unsur dan n, banyaknya yang menjawab. Inilah yang paling tepat tanpa jawaban satu per satu.',
  nrr: 'NRR setiap unsur sebagaimana tercetak, misalnya 3,53. Bila dokumen menulis keduanya, tulis 3,53/88,21.',
  nilai: 'Nilai setiap unsur sebagaimana tercetak, misalnya 88,21. Bila dokumen menulis keduanya, tulis 3,53/88,21.',
  terbit: 'Bila yang ada hanya angka yang diumumkan. Tanpa angka per unsur tidak ada peringkat dan prioritas unsur.',
};

export function hasilView(tempat: Tempat, kini: SurveiTerbuka, cara: CaraHasil, isian: IsianHasil): Halaman {
  const { survei, instrumen } = kini;
  const { ketikan, galat, terbaca } = isian;
  const judul = 'Isi hasil survei';
  const alamat = jalurSurvei(tempat, survei.kode, 'hasil');
  const hasil = terbaca ? hitungSurvei({ ...survei, ...tanpaNull(terbaca) }, instrumen) : null;
  const perUnsur = new Map(hasil?.unsur.map((u) => [u.unsur, u]));
  const dariBerkas = (kini.jumlahRespons ?? 0) > 0;
  const satu = (nama: string, label: string) => ({ ...medan([{ nama, label, pendek: true }], ketikan, galat)[0] });
  return new Halaman(
    'survei/hasil',
    {
      kerangka: bingkai(tempat, judul, [remahSurvei(tempat, survei.kode), { teks: judul }], indukSurvei(tempat)),
      judul,
      anak: `${survei.judul}; ${instrumen.nama}, ${instrumen.unsur.length} unsur, skala ${instrumen.skala.min}–${instrumen.skala.maks}.`,
      ringkasan: ringkasanGalat('Hasil belum disimpan', galat),
      bersamaan: isian.bersamaan ?? null,
      tab: [
        { teks: 'Jawaban responden', tautan: jalurSurvei(tempat, survei.kode, 'impor'), kini: false },
        ...CARA_HASIL.map((c) => ({ teks: NAMA_CARA[c], tautan: kueri(alamat, { cara: c }), kini: c === cara })),
      ],
      petunjuk: PETUNJUK_CARA[cara],
      dariBerkas: dariBerkas
        ? `Angka per unsur survei ini dihitung dari ${teksBilangan(kini.jumlahRespons ?? 0)} jawaban responden, jadi tidak diketik. Yang dapat diisi di sini angka terbitnya.`
        : null,
      aksi: alamat,
      aksiBerkas: jalurSurvei(tempat, survei.kode, 'hasil', 'berkas'),
      cara,
      medanAwal: MEDAN_AWAL,
      awal: isian.awal,
      tempelan: isian.tempelan ? tempelanView(isian.tempelan) : null,
      tempel: ketikan['tempel'] ?? '',
      pratinjau: hasil ? pratinjauView(hasil) : null,
      nBersama: cara === 'jumlah' && !dariBerkas ? medan([N_BERSAMA], ketikan, galat) : null,
      unsur:
        cara === 'terbit' || dariBerkas
          ? null
          : {
              jumlah: cara === 'jumlah',
              judulAngka: NAMA_CARA[cara],
              terhitung: hasil !== null,
              baris: urutkanUnsur(ketikan, instrumen).map(({ kode, nama }) => {
                const u = perUnsur.get(kode);
                return {
                  kode,
                  nama,
                  urut: satu(medanUnsur('urut', kode), `Urutan ${kode} ${nama}`),
                  n: satu(medanUnsur('n', kode), `n ${kode} ${nama}`),
                  jumlah: satu(medanUnsur('jumlah', kode), `Jumlah ${kode} ${nama}`),
                  angka: satu(medanUnsur('angka', kode), `${NAMA_CARA[cara]} ${kode} ${nama}`),
                  nilai: u ? `${teksIndonesia(u.nilai)} ${u.mutu.mutu}` : '',
                };
              }),
            },
      kuesioner: kuesioner(kini) && cara !== 'terbit' && !dariBerkas,
      terbit: medan(TERBIT, ketikan, galat),
      batal: jalurSurvei(tempat, survei.kode),
      ubah: jalurSurvei(tempat, survei.kode, 'ubah'),
      instrumen: jalur('instansi', tempat.instansi.kode, 'instrumen', instrumen.kode),
    },
    galat.length > 0 ? 422 : isian.bersamaan ? 409 : 200,
  );
}

/** The widespread questionnaire order asks sarana (U9) before pengaduan (U8); only this regulation has the two so. */
export function kuesioner({ instrumen }: SurveiTerbuka): boolean {
  return instrumen.kode === 'PERMENPAN-14-2017';
}

const N_BERSAMA: UraianMedan = {
  nama: 'nBersama',
  label: 'n bersama',
  petunjuk: 'Banyaknya yang menjawab setiap unsur. Bila satu unsur dijawab lebih sedikit, isi n pada barisnya.',
  jenis: 'angka',
  bolehKosong: true,
  pendek: true,
  maks: 15,
};

const TERBIT: readonly UraianMedan[] = [
  { nama: 'terbitNilai', label: 'Nilai (IKM) terbit', petunjuk: 'Misalnya 88,38, atau 3,54/88,38.', jenis: 'angka', bolehKosong: true, pendek: true, maks: 30 },
  { nama: 'terbitNrr', label: 'NRR terbit', petunjuk: 'Misalnya 3,54.', jenis: 'angka', bolehKosong: true, pendek: true, maks: 30 },
  { nama: 'terbitMutu', label: 'Mutu terbit', petunjuk: 'Misalnya A. Bila kosong, mengikuti nilai terbitnya.', bolehKosong: true, pendek: true, maks: 60 },
]; // prettier-ignore

/** Names of the fields as the page calls them, for the one who is told what changed. */
export function labelHasil({ instrumen }: SurveiTerbuka, cara: CaraHasil): (medan: string) => string {
  const label = new Map<string, string>([N_BERSAMA, ...TERBIT].map((u) => [u.nama, u.label]));
  for (const { kode, nama } of instrumen.unsur) {
    label.set(medanUnsur('urut', kode), `Urutan ${kode} ${nama}`);
    label.set(medanUnsur('n', kode), `n ${kode} ${nama}`);
    label.set(medanUnsur('jumlah', kode), `Jumlah ${kode} ${nama}`);
    label.set(medanUnsur('angka', kode), `${NAMA_CARA[cara]} ${kode} ${nama}`);
  }
  return (m) => label.get(m) ?? m;
}

function tanpaNull({ tingkat, unsur, terbit }: HasilIsian): {
  tingkat: HasilIsian['tingkat'];
  unsur: HasilIsian['unsur'];
  terbit?: NonNullable<HasilIsian['terbit']>;
} {
  return { tingkat, unsur, ...(terbit ? { terbit } : {}) };
}

function pratinjauView({ unsur, nilai, nrr, mutu, terbit, selisihNilai }: HasilSurvei): object {
  const beda = selisihNilai && !selisihNilai.equals(0);
  return {
    terhitung:
      nilai && mutu && nrr
        ? `${teksIndonesia(nilai)} · ${mutu.mutu}, ${mutu.kinerja} (NRR ${teksIndonesia(nrr)}, dari ${unsur.length} unsur)`
        : null,
    terbit: terbit
      ? [terbit.nilai && teksIndonesia(terbit.nilai), terbit.mutu, terbit.nrr && `NRR ${teksIndonesia(terbit.nrr)}`]
          .filter(Boolean)
          .join(' · ')
      : null,
    selisih: selisihNilai ? (beda ? `${teksIndonesia(selisihNilai)} (terbit − terhitung)` : 'tidak ada') : null,
    beda: Boolean(beda) || Boolean(terbit?.mutu && mutu && terbit.mutu !== mutu.mutu),
  };
}

function tempelanView({ unsur, dilewati, catatan }: HasilTempel): object {
  return {
    berhasil: unsur.length > 0,
    catatan: catatan.join(' '),
    dilewati: dilewati.length === 0 ? null : dilewati.map((d) => ({ baris: d.baris, isi: d.isi, alasan: d.alasan })),
  };
}
