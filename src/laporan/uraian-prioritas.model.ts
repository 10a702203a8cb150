import { unsurTerendah } from '../survei/terendah.rules';
import { teksIndonesia } from '../shared/desimal';
import type { HasilUnsur } from '../survei/skor.rules';
import type { Bahan, SurveiDihitung } from './bahan.model';
import { gabung, terbilang } from './tulisan.rules';

/** How the values of a survey's unsur lie to each other, which decides what may be said about "the lowest". */
export function sebaranNilai(unsur: readonly HasilUnsur[]): 'tunggal' | 'sama' | 'beragam' {
  const [pertama, ...lain] = unsur;
  if (!pertama || lain.length === 0) return 'tunggal';
  return lain.every((u) => u.nilai.equals(pertama.nilai)) ? 'sama' : 'beragam';
}

/** What the figures of Tabel 1 show, up to "… seperti dapat terlihat pada tabel di bawah ini:". */
export function kalimatSebaran({ hasil }: SurveiDihitung): string {
  const sebaran = sebaranNilai(hasil.unsur);
  if (sebaran === 'tunggal') return 'adalah sebagai berikut:';
  const cetak = new Set(hasil.unsur.map((u) => teksIndonesia(u.nilai)));
  if (sebaran === 'sama') return 'menunjukkan angka yang sama pada seluruh unsur pelayanan seperti dapat terlihat pada tabel di bawah ini:'; // prettier-ignore
  return `menunjukkan angka yang ${cetak.size === 1 ? 'hampir sama' : 'beragam'} pada berbagai unsur pelayanan seperti dapat terlihat pada tabel di bawah ini:`;
}

/**
 * From the figures to the priorities, in the ministry's standard wording as far as it is true of this plan: the unsur that it really
 * takes up, not the number that the template asks for.
 * @param tabelRencana number of the plan's table; null when the plan has no priority to show
 */
export function uraianPrioritas(bahan: Bahan, survei: SurveiDihitung, tabelRencana: string | null): string {
  if (tabelRencana === null) return 'Rencana tindak lanjut atas hasil survei tersebut belum memuat prioritas.';
  const keadaan = bacaPilihan(bahan, survei);
  return [...kalimatPilihan(keadaan, survei), kalimatKerangka(keadaan, tabelRencana)].join(' ');
}

interface Pilihan {
  readonly terendah: readonly string[];
  /** the lowest unsur that the plan takes up, and everything that it takes up, in the instrument's order */
  readonly diambil: readonly string[];
  readonly dipilih: readonly string[];
  /** all lowest unsur are taken up; of those that tie at the cut, enough to fill the places */
  readonly lengkap: boolean;
  readonly sebaran: 'tunggal' | 'sama' | 'beragam';
  /** priorities beyond the unsur that the sentence speaks of */
  readonly adaLain: boolean;
}

function bacaPilihan({ berkas, jumlahPrioritas }: Bahan, { hasil }: SurveiDihitung): Pilihan {
  const { prioritas } = berkas.rencana;
  const kelompok = unsurTerendah(hasil.unsur, jumlahPrioritas);
  const terendah = kelompok.flat();
  const dipilih = hasil.unsur.map((u) => u.unsur).filter((u) => prioritas.some((p) => p.unsur.includes(u)));
  const diambil = dipilih.filter((u) => terendah.includes(u));
  const sebelumBatas = kelompok.slice(0, -1).flat();
  const cukup = Math.min(jumlahPrioritas, terendah.length);
  const disebut = diambil.length > 0 && sebaranNilai(hasil.unsur) === 'beragam' ? diambil : dipilih;
  return {
    terendah,
    diambil,
    dipilih,
    lengkap: sebelumBatas.every((u) => diambil.includes(u)) && diambil.length >= cukup,
    sebaran: sebaranNilai(hasil.unsur),
    adaLain: disebut.length > 0 && prioritas.some((p) => !p.unsur.some((u) => disebut.includes(u))),
  };
}

function kalimatPilihan({ terendah, diambil, dipilih, lengkap, sebaran }: Pilihan, survei: SurveiDihitung): string[] {
  const { hasil, instrumen } = survei;
  const nama = (kode: string) => instrumen.unsur.find((u) => u.kode === kode)?.nama ?? kode;
  const sebut = (kode: readonly string[]) => gabung(kode.map(nama));
  if (dipilih.length === 0) return ['Prioritas dalam rencana tindak lanjut ini tidak diambil dari unsur survei di atas.'];
  if (sebaran === 'tunggal') return [`Berdasarkan hasil tersebut, disusun rencana tindak lanjut untuk unsur ${sebut(dipilih)}.`];
  if (sebaran === 'sama')
    return [
      `Karena nilai seluruh unsur sama, tidak ada unsur yang nilainya lebih rendah daripada unsur lain. Unsur yang diambil sebagai prioritas perbaikan adalah ${sebut(dipilih)}.`,
    ];
  if (diambil.length === 0)
    return [
      `Rencana tindak lanjut ini tidak mengambil unsur dengan nilai terendah sebagai prioritas. Unsur yang diambil sebagai prioritas perbaikan adalah ${sebut(dipilih)}.`,
    ];
  const tersusun =
    terendah.length === hasil.unsur.length
      ? `${diambil.length === terendah.length ? 'seluruh' : `${terbilang(diambil.length)} dari`} ${terbilang(terendah.length)} unsur survei`
      : lengkap
        ? `${terbilang(diambil.length)} unsur dengan nilai terendah`
        : `${terbilang(diambil.length)} dari ${terbilang(terendah.length)} unsur dengan nilai terendah, yaitu ${sebut(diambil)}`;
  return [
    ...kalimatRendah(survei, terendah),
    `Untuk memastikan rencana tindak lanjut dapat diimplementasikan dan ditindaklanjuti dengan baik, maka perlu disusun skala prioritas perbaikan unsur yang terdiri dari ${tersusun}.`,
  ];
}

/** "Rendahnya angka" is not said of figures that all stand in the highest class. */
function kalimatRendah({ hasil, instrumen }: SurveiDihitung, terendah: readonly string[]): string[] {
  const tertinggi = instrumen.mutu[0]?.mutu;
  const rendah = hasil.unsur.some((u) => terendah.includes(u.unsur) && u.mutu.mutu !== tertinggi);
  return rendah
    ? [
        'Berkaca pada data di atas, dapat terlihat beberapa unsur yang memerlukan intervensi lanjutan karena rendahnya angka IKM pada unsur tersebut.',
        'Oleh karena itu, perlu disusun sebuah rencana tindak lanjut perbaikan terhadap unsur-unsur dengan nilai rendah.',
      ]
    : [
        `Berkaca pada data di atas, seluruh unsur memperoleh mutu ${tertinggi ?? ''}. Meskipun demikian, unsur yang nilainya paling rendah di antara unsur lain tetap perlu ditingkatkan.`,
      ];
}

function kalimatKerangka({ dipilih, adaLain }: Pilihan, tabel: string): string {
  if (dipilih.length === 0) return `Kerangka rencana tindak lanjut dapat terlihat pada ${tabel}.`;
  const lain = adaLain ? ', beserta prioritas lain yang ditambahkan,' : '';
  return `Kerangka rencana tindak lanjut dari ${dipilih.length === 1 ? 'unsur' : 'unsur-unsur'} tersebut${lain} dapat terlihat pada ${tabel}.`;
}
