import type { BerkasRencana, HasilRencana } from '../realisasi/hasil.rules';
import { rasional, teksBilangan, teksIndonesia } from '../shared/desimal';
import { kueri, type Kueri } from '../shared/tampilan/tautan';
import { TIADA } from './angka.view';
import { STATUS_SARINGAN } from './saringan.view';
import type { Ubin } from './ubin.view';

/** The tiles of a plan: what was reported, and the inspectors' scores, each with the way to exactly what it counts. */
export function ubinRencana(hasil: HasilRencana, berkas: BerkasRencana, alamat: string, tetap: Kueri): Ubin[] {
  const banyak = (kode: string) => hasil.kegiatan.filter((k) => STATUS_SARINGAN.find((s) => s.kode === kode)?.cocok(k)).length;
  const ke = (isi: Kueri) => kueri(alamat, { ...tetap, ...isi }, 'matriks');
  const total = hasil.kegiatan.length;
  if (hasil.realisasi.menunggu) return ubinMenunggu(total, ke({}));
  const [belum, melapor] = [banyak('belum-melapor'), banyak('melapor')];
  const { ketat } = hasil;
  const terhitung = ketat.dihitung.filter((i) => i.nilai.compare(rasional(0)) > 0).length;
  const lihatKetat =
    terhitung > 0
      ? { tautan: ke({ dihitung: 'ketat' }), ajakan: `lihat ${teksBilangan(terhitung)} kegiatan` }
      : { tautan: null, ajakan: null };
  const rasio = ketat.persen ? `${teksIndonesia(ketat.persen)}%` : TIADA;
  const survei = berkas.survei.find((s) => s.kode === berkas.rencana.survei);
  return [
    total === 0
      ? { angka: TIADA, satuan: null, teks: 'rencana ini belum mempunyai kegiatan', tautan: null, ajakan: null }
      : {
          angka: teksBilangan(melapor),
          satuan: `dari ${teksBilangan(total)}`,
          teks: 'kegiatan sudah dilaporkan',
          tautan: ke({ status: belum > 0 ? 'belum-melapor' : melapor > 0 ? 'melapor' : null }),
          ajakan:
            belum > 0
              ? `lihat ${teksBilangan(belum)} yang belum`
              : `lihat ${teksBilangan(melapor > 0 ? melapor : total)} kegiatan`,
        },
    {
      angka: rasio,
      satuan: ketat.persen ? `${teksBilangan(Number(ketat.pembilang.valueOf()))} dari ${teksBilangan(ketat.penyebut)}` : null,
      teks: ketat.persen ? 'aturan ketat: per kegiatan, hanya Sudah yang dihitung' : 'aturan ketat: tidak ada item',
      ...lihatKetat,
    },
    { angka: String(hasil.pekppp8), satuan: 'dari 5', teks: `skor indikator 8 PEKPPP, dari rasio ketat ${rasio}`, ...lihatKetat },
    hasil.pekppp9 === null
      ? {
          angka: TIADA,
          satuan: null,
          teks: `skor indikator 9 PEKPPP: ${sebabTanpaPekppp9(berkas, survei?.tanggalTerbit)}`,
          tautan: '#laporan',
          ajakan: 'lihat laporan',
        }
      : {
          angka: String(hasil.pekppp9),
          satuan: 'dari 5',
          teks: 'skor indikator 9 PEKPPP, dari terbitnya laporan SKM sampai laporan tindak lanjut',
          tautan: '#laporan',
          ajakan: 'lihat laporan',
        },
    hasil.zi
      ? {
          angka: teksIndonesia(hasil.zi),
          satuan: 'dari 1,00',
          teks: 'nilai Zona Integritas, dari rasio ketat yang sama',
          ...lihatKetat,
        }
      : { angka: TIADA, satuan: null, teks: 'nilai Zona Integritas: tidak ada kegiatan', tautan: null, ajakan: null },
  ];
}

/** Before a plan is ditetapkan nobody owes a report, and nothing is scored. */
function ubinMenunggu(total: number, tautan: string): Ubin[] {
  return [
    total === 0
      ? { angka: TIADA, satuan: null, teks: 'rencana ini belum mempunyai kegiatan', tautan: null, ajakan: null }
      : { angka: teksBilangan(total), satuan: 'kegiatan', teks: 'direncanakan', tautan, ajakan: 'lihat matriks' },
    { angka: TIADA, satuan: null, teks: 'persentase dan skor: menunggu penetapan', tautan: null, ajakan: null },
  ];
}

function sebabTanpaPekppp9(berkas: BerkasRencana, terbit: string | undefined): string {
  if (terbit === undefined) return 'tanggal terbit laporan SKM tidak dicatat';
  return berkas.laporan.every((l) => l.jenis === 'skm')
    ? 'laporan tindak lanjut belum ada'
    : 'tanggal laporan mendahului laporan SKM';
}
