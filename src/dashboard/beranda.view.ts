import { lengkapiAturan } from '../organisasi/aturan.rules';
import { asalLaporan, hitungRealisasi, kalimatPersen } from '../realisasi/realisasi.rules';
import { teksBilangan } from '../shared/desimal';
import { namaPeriode } from '../shared/periode';
import { penomoran, type Potongan } from '../shared/tampilan/penomoran';
import { jalur } from '../shared/tampilan/tautan';
import { hitungSurvei } from '../survei/skor.rules';
import { angka, nilaiMutu } from './angka.view';
import type { InstansiBeranda } from './beranda.query';
import { kerangka } from './kerangka.view';

export interface BahanBeranda {
  readonly daftar: readonly InstansiBeranda[];
  readonly potongan: Potongan;
  readonly q: string;
  readonly sekarang: Date;
}

export function berandaView({ daftar, potongan, q, sekarang }: BahanBeranda): object {
  return {
    kerangka: kerangka({ judul: q === '' ? 'Instansi' : `Cari “${q}”`, sekarang }),
    anak:
      q === ''
        ? `${teksBilangan(potongan.total)} instansi, menurut nama.`
        : `${teksBilangan(potongan.total)} instansi cocok dengan “${q}”.`,
    kosong: potongan.total === 0 && q === '',
    cari: {
      q,
      hampa: `Tidak ada nama, singkatan, kode, atau kota yang memuat semua kata “${q}”. Periksa ejaannya atau pakai kata yang lebih pendek.`,
    },
    baris: daftar.map(baris),
    penomoran: penomoran(potongan, 'instansi', '/', { q }),
  };
}

function baris(i: InstansiBeranda): object {
  const tautan = jalur('instansi', i.kode);
  const sisa = i.jumlahRencana - i.rencana.length;
  return {
    nama: i.nama,
    tautan,
    anak: [i.singkatan === i.nama ? null : i.singkatan, i.kota].filter(Boolean).join(' · '),
    survei: i.survei ? surveiTerakhir(i.kode, i.survei) : null,
    rencana: i.rencana.map(({ rencana, realisasi }) => {
      const kalimat = kalimatPersen(hitungRealisasi(rencana, realisasi, lengkapiAturan(i.aturan, asalLaporan(realisasi))));
      const kurung = kalimat.indexOf(' (');
      return {
        judul: rencana.judul,
        persen: kalimat.slice(0, kurung),
        pecahan: kalimat.slice(kurung + 1),
        tautan: jalur('instansi', i.kode, 'rencana', rencana.kode),
      };
    }),
    tanpaRencana: sisa > 0 ? 'rencana menunggu penetapan' : 'belum ada rencana',
    lagi: sisa > 0 ? `dan ${teksBilangan(sisa)} rencana lain` : null,
  };
}

/** The published figure, for it is what people know; the computed one where nothing was published. */
function surveiTerakhir(kodeInstansi: string, { survei, instrumen }: NonNullable<InstansiBeranda['survei']>): object {
  const { terbit, nilai, mutu } = hitungSurvei(survei, instrumen);
  const hitung = nilai ? `dihitung ${angka(nilai)}` : 'terbit';
  const [utama, asal] = terbit?.nilai
    ? [nilaiMutu(terbit.nilai, terbit.mutu), nilai ? `terbit; ${hitung}` : 'terbit']
    : nilai
      ? [nilaiMutu(nilai, mutu?.mutu ?? null), 'dihitung']
      : [terbit?.nrr ? `NRR ${angka(terbit.nrr)}` : nilaiMutu(null, terbit?.mutu ?? null), 'terbit'];
  return {
    nilai: utama,
    asal,
    judul: namaPeriode(survei.periode),
    tautan: jalur('instansi', kodeInstansi, 'survei', survei.kode),
  };
}
